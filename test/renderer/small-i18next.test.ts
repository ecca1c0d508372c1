import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '#shared/locales/en.ts'
import { zhCN } from '#shared/locales/zh-CN.ts'
import { createInstance } from '#renderer/state/small-i18next.tsx'

// Under its own name the small one stands in its place.
const path = join(import.meta.dirname, '..', '..', 'node_modules', 'i18next', 'dist', 'esm', 'i18next.js')
const real = (await import(/* @vite-ignore */ path)) as typeof import('i18next')

type Catalogue = { readonly [key: string]: string | Catalogue }

function pathsOf(catalogue: Catalogue): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : pathsOf(value).map((below) => `${key}.${below}`),
  )
}

describe.each([
  ['en', en as Catalogue],
  ['zh-CN', zhCN as Catalogue],
])('the texts of %s', (lng, catalogue) => {
  const options = { lng, resources: { [lng]: { translation: catalogue } } }
  const paths = pathsOf(catalogue)
  const keys = fc.oneof(
    fc.constantFrom(...paths),
    fc.constantFrom(...paths).map((path) => path.replace(/_(?:one|other)$/, '')),
    fc.constantFrom('', 'nowhere', 'toString', 'nav.constructor', 'nav.home.more'),
  )
  const text = JSON.stringify(catalogue)
  const namesOf = (pattern: RegExp) => [...new Set(text.match(pattern) ?? [])]
  const numbers = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2, 1_234_567.5))
  const anything = fc.oneof(numbers, fc.string(), fc.constantFrom('$&', '{{count}}', '<b>', undefined, null))
  const values = fc.record({
    ...Object.fromEntries(namesOf(/(?<=\{\{)\w+(?=\}\})/g).map((name) => [name, anything])),
    ...Object.fromEntries(namesOf(/(?<=\{\{)\w+(?=, number)/g).map((name) => [name, numbers])),
  })

  test('are those of i18next, whatever stands in them', async () => {
    const theirs = real.createInstance()
    await theirs.init({ ...options, interpolation: { escapeValue: false }, returnEmptyString: true })
    const ours = await createInstance().init(options)
    expect(ours.language).toBe(theirs.language)
    const say = theirs.t as unknown as (key: string, values: object) => unknown
    for (const key of paths) {
      const [given = {}] = fc.sample(values, 1)
      expect(ours.t(key, given)).toBe(say(key, given))
    }
    fc.assert(
      fc.property(keys, values, fc.option(fc.nat()), (key, given, count) => {
        const all = { ...given, ...(count === null ? {} : { count }) }
        const expected = say(key, all)
        // Where a key leads to more texts, i18next says so in English; nothing here asks for that.
        fc.pre(typeof expected === 'string' && !expected.includes('returned an object'))
        expect(ours.t(key, all)).toBe(expected)
        expect(ours.exists(key)).toBe(theirs.exists(key))
      }),
      { numRuns: 3_000 },
    )
  })
})
