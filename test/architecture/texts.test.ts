import { type ESTree, parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'
import { en } from '#shared/locales/en.ts'
import { sourcesOf } from './support/sources.ts'

/* What the page says comes from the catalogues, and the catalogues hold nothing nobody says. */

type Texts = { readonly literals: readonly string[]; readonly spoken: readonly string[] }

/** Attributes whose value somebody reads or hears. */
const spokenAttributes =
  /^(aria-label|aria-description|aria-roledescription|alt|label|placeholder|title|hint|content)$/
/** Chinese, or words as a person writes them; what the program calls things by has no spaces. */
const words = /\p{Script=Han}|^[\s“"(]*\p{Lu}[\p{L}’']*[ ,.:;!?…]+[\p{L}*]|\p{L}.*\s.*[.!?…]\s*$/u

/** The strings of a source: all of them as patterns (`*` where something is filled in), and those a user would meet. */
function textsOf(path: string, text: string): Texts {
  const literals: string[] = []
  const spoken: string[] = []
  let unspoken = 0
  const read = (value: string) => {
    literals.push(value)
    if (unspoken === 0 && words.test(value)) {
      spoken.push(value)
    }
  }
  /** What a developer reads, what is compared, and what only styles are made of. */
  const leave = (isUnspoken: boolean, step: 1 | -1) => {
    unspoken += isUnspoken ? step : 0
  }
  const isCall = (callee: ESTree.Expression, names: RegExp) =>
    callee.type === 'Identifier' && names.test(callee.name)
  const visitor = new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') read(value)
    },
    TemplateLiteral: ({ quasis }) => {
      read(quasis.map((part) => part.value.cooked ?? '').join('*'))
    },
    JSXText: ({ value }) => {
      if (/\p{L}/u.test(value)) spoken.push(value.trim())
    },
    JSXAttribute: ({ name, value }) => {
      const isSpoken = name.type === 'JSXIdentifier' && spokenAttributes.test(name.name)
      const said = value?.type === 'Literal' ? value.value : null
      if (isSpoken && typeof said === 'string' && /\p{L}/u.test(said)) {
        spoken.push(said)
      }
    },
    ImportDeclaration: () => leave(true, 1),
    'ImportDeclaration:exit': () => leave(true, -1),
    NewExpression: ({ callee }) => leave(isCall(callee, /Error$/), 1),
    'NewExpression:exit': ({ callee }) => leave(isCall(callee, /Error$/), -1),
    CallExpression: ({ callee }) => leave(isCall(callee, /^(makeStyles|makeResetStyles)$/), 1),
    'CallExpression:exit': ({ callee }) => leave(isCall(callee, /^(makeStyles|makeResetStyles)$/), -1),
  })
  visitor.visit(parseSync(path, text).program)
  return { literals, spoken }
}

const page = sourcesOf('renderer').map(({ path, text }) => ({ path, ...textsOf(path, text) }))

function keysOf(texts: object, path = ''): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`),
  )
}

test('every text of the catalogue is said somewhere', () => {
  const written = [...sourcesOf('main'), ...sourcesOf('shared/domain')].flatMap(
    ({ path, text }) => textsOf(path, text).literals,
  )
  const literals = [...new Set([...page.flatMap((source) => source.literals), ...written])].filter((each) =>
    /^[\w-]+\.[\w.*-]+$/.test(each),
  )
  const exact = new Set(literals)
  const patterns = literals
    .filter((each) => each.includes('*'))
    .map((each) => new RegExp(`^${each.replaceAll('.', String.raw`\.`).replaceAll('*', '.+')}$`))
  const unused = keysOf(en)
    .map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)))
  expect(unused).toEqual([])
})

test('nothing a user reads or hears stands in the code', () => {
  /** What the engine says, and we compare. */
  const others = ['ResizeObserver loop']
  const said = page.flatMap(({ path, spoken }) =>
    spoken.filter((text) => !others.includes(text)).map((text) => `${path}: ${text}`),
  )
  expect(said).toEqual([])
})

test('text that stands in the code would be found', () => {
  const found = (source: string) => textsOf('x.tsx', source).spoken
  expect(found('const a = <b>Hello</b>')).toEqual(['Hello'])
  expect(found('const a = <b aria-label="close" />')).toEqual(['close'])
  expect(found("const a = { title: 'Import failed' }")).toEqual(['Import failed'])
  expect(found("const a = '导入'")).toEqual(['导入'])
  expect(found('const a = `Deleted ${n} rows`')).toEqual(['Deleted * rows'])
  expect(found("const a = t('imports.title')")).toEqual([])
  expect(found("const a = makeStyles({ b: { font: 'Segoe UI, sans-serif' } })")).toEqual([])
  expect(found("throw new Error('Nobody reads this.')")).toEqual([])
})
