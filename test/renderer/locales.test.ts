import { expect, test } from 'vitest'
import { en } from '#shared/locales/en.ts'
import { zhCN } from '#shared/locales/zh-CN.ts'

type Tree = { readonly [key: string]: string | Tree }

function textsOf(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : textsOf(value, `${path}${key}.`),
  )
}

const english = new Map(textsOf(en))
const chinese = new Map(textsOf(zhCN))
const holes = (text: string) => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(([hole]) => hole).toSorted()

test('both languages fill the same places of each text', () => {
  for (const [key, text] of chinese) {
    expect([key, holes(text)]).toEqual([key, holes(english.get(key) ?? '')])
  }
})

test('Chinese says everything English says', () => {
  const missing = [...english.keys()].filter((key) => !chinese.has(key) && !key.endsWith('_one'))
  expect(missing).toEqual([])
})

test('a Chinese text has Chinese in it, unless it is a name', () => {
  const names =
    /^(app\.name|cloudBadges\.global|sources\.customers-csv|languages\.en|common\.sentenceGap|requests\.(more|sha)|imports\.(countsShort|encodings\..*)|capabilities\.source|exports\.utc|importFlow\.changes\.(arrow|value)|renewals\.(bucket|deadline\.(utc|local)|deletion\.on)|subscriptionPage\.(changed|by))$/
  const foreign = [...chinese].filter(([key, text]) => !names.test(key) && !/\p{Script=Han}/u.test(text))
  expect(foreign.map(([key]) => key)).toEqual([])
})
