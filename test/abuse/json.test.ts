import { afterAll, beforeAll, expect, test } from 'vitest'
import { contoso, fabrikam } from '#test/support/reconciliation.ts'
import type { CorpusDesk, Entry } from './support/corpus.ts'
import { canary, openCorpusDesk } from './support/corpus.ts'

const customer = (id: string, rest: object = {}) => ({
  id,
  companyProfile: { companyName: `Contoso ${canary}`, domain: 'contoso.cn' },
  relationshipToPartner: 'reseller',
  ...rest,
})
const list = (...items: readonly object[]) => JSON.stringify({ totalCount: items.length, items })
const subscription = (rest: string) =>
  `[${JSON.stringify(customer(contoso))},{"offerName":"E3","links":{"self":{"uri":"/customers/${contoso}/subscriptions/s"}},${rest}}]`
const one = { customers: 1 } as const
const invalid = { refused: 'FILE_JSON_INVALID' } as const

const whole = list(customer(contoso))

const entries: readonly Entry[] = [
  {
    id: 'JS-01',
    what: 'a hundred thousand arrays in one another',
    file: () => '['.repeat(100_000),
    expect: { refused: 'FILE_LIMIT', data: { of: 'depth' } },
  },
  {
    id: 'JS-01',
    what: 'a hundred thousand objects in one another',
    file: () => '{"a":'.repeat(100_000),
    expect: { refused: 'FILE_LIMIT', data: { of: 'depth' } },
  },
  {
    id: 'JS-02',
    what: '__proto__ as a key',
    file: () =>
      whole.replace(
        '"totalCount"',
        '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"totalCount"',
      ),
    expect: one,
  },
  {
    id: 'JS-02',
    what: '__proto__ in an item',
    file: () => whole.replace('"relationshipToPartner"', '"__proto__":{"id":"x"},"relationshipToPartner"'),
    expect: one,
  },
  {
    id: 'JS-03',
    what: 'a key twice',
    file: () => whole.replace('{"id"', `{"id":"${fabrikam}","id"`),
    expect: invalid,
  },
  ...[
    ['a comma at the end', `${whole.slice(0, -1)},}`],
    ['a comment', `// a\n${whole}`],
    ['single quotes', whole.replaceAll('"', "'")],
    ['NaN', whole.replace('"totalCount":1', '"totalCount":NaN')],
    ['a leading zero', whole.replace('"totalCount":1', '"totalCount":01')],
    ['a line end in a text', whole.replace('Contoso', 'Con\ntoso')],
    ['something behind the end', `${whole} x`],
    ['two objects on a line', `${whole}${whole}`],
  ].map(([what = '', text = '']): Entry => ({
    id: 'JS-04',
    what,
    file: () => text,
    expect: what === 'a comment' ? { asked: 'mapping' } : invalid,
  })),
  { id: 'JS-04', what: 'a byte order mark', file: () => `\uFEFF${whole}`, expect: one },
  {
    id: 'JS-04',
    what: 'one object a line',
    file: () => `${JSON.stringify(customer(contoso))}\n${JSON.stringify(customer(fabrikam))}`,
    expect: { customers: 2 },
  },
  ...['{}', '{"items":[{}]}', '[{"a":1}]', '[[1]]'].map((text): Entry => ({
    id: 'JS-05',
    what: text,
    file: () => text,
    expect: { refused: 'FILE_SHAPE_UNKNOWN' },
  })),
  ...['[]', '{"items":[]}'].map((text): Entry => ({
    id: 'JS-05',
    what: text,
    file: () => text,
    expect: { refused: 'FILE_NO_ROWS' },
  })),
  {
    id: 'JS-05',
    what: '{"items":[1]}',
    file: () => '{"items":[1]}',
    expect: { refused: 'FILE_SHAPE_UNKNOWN' },
  },
  {
    id: 'JS-06',
    what: 'an id of more digits than a double has',
    file: () => subscription('"id":9007199254740993'),
    expect: { customers: 1, subscriptions: 1 },
  },
  {
    id: 'JS-06',
    what: 'a quantity of 1e400',
    file: () => subscription('"id":"s","quantity":1e400'),
    expect: { rejected: ['QUANTITY_INVALID'] },
  },
  {
    id: 'JS-06',
    what: 'an id in powers of ten',
    file: () => subscription('"id":1.5e20'),
    expect: { rejected: ['ID_IMPRECISE'] },
  },
  {
    id: 'JS-06',
    what: 'a million digits',
    file: () => subscription(`"id":${'9'.repeat(1_000_000)}`),
    expect: { rejected: ['CELL_TOO_LONG'] },
  },
  {
    id: 'JS-07',
    what: 'half a character',
    file: () => whole.replace('Contoso', '\\ud800'),
    expect: { customers: 0, rejected: ['TEXT_DAMAGED'] },
  },
  {
    id: 'JS-07',
    what: 'U+0000 is left out',
    file: () => whole.replace('Contoso', 'Con\\u0000toso'),
    expect: one,
  },
  {
    id: 'JS-07',
    what: 'overlong UTF-8',
    file: () => Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
    expect: { refused: 'FILE_ENCODING' },
  },
  {
    id: 'JS-08',
    what: '24 MB of [1,1,1…]',
    file: () => `[${'1,'.repeat(12_000_000)}1]`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'values' } },
  },
  {
    id: 'JS-08',
    what: 'one text of 24 MB',
    file: () => `{"a":"${'x'.repeat(24_000_000)}"}`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'characters' } },
  },
  {
    id: 'JS-08',
    what: 'more than 25 MB',
    file: () => `{"a":"${'x'.repeat(27_000_000)}"}`,
    expect: { refused: 'FILE_TOO_LARGE', data: { limitMegabytes: 25 } },
  },
  {
    id: 'JS-09',
    what: 'a key of 1 MB',
    file: () => `{"${'k'.repeat(1_000_000)}":1}`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'characters' } },
  },
  {
    id: 'JS-09',
    what: 'a million keys',
    file: () => `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'values' } },
  },
  {
    id: 'JS-10',
    what: 'an id that is an object',
    file: () => list(customer(contoso), { ...customer(fabrikam), id: {} }),
    expect: { customers: 1, rejected: ['CELL_UNREADABLE'] },
  },
  {
    id: 'JS-10',
    what: 'a name that is an array',
    file: () => list({ ...customer(contoso), companyProfile: { companyName: [] } }),
    expect: { customers: 0, rejected: ['CELL_UNREADABLE'] },
  },
  {
    id: 'JS-10',
    what: 'a quantity that is a text',
    file: () => subscription('"id":"s","quantity":"5"'),
    expect: { customers: 1, subscriptions: 1 },
  },
  {
    id: 'JS-11',
    what: 'a saved view of this program',
    file: () => '{"kind":"multi-partner-desk-view","version":1,"view":{}}',
    expect: { refused: 'FILE_SHAPE_UNKNOWN' },
  },
  ...Array.from({ length: 40 }, (_, index) => Math.floor(((index + 0.5) * whole.length) / 40)).map(
    (end): Entry => ({
      id: 'JS-12',
      what: `cut off at byte ${end}`,
      file: () => whole.slice(0, end),
      expect: { refused: 'FILE_JSON_INVALID' },
    }),
  ),
]

let desk: CorpusDesk
beforeAll(async () => {
  desk = await openCorpusDesk()
})
afterAll(() => desk.close())

const named = (entries: readonly Entry[]) => entries.map((entry) => [entry.id, entry.what, entry] as const)

test.each(named(entries))('%s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})
