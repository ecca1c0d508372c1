import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { textFile } from '#test/support/reconciliation.ts'

let loopback: Loopback

beforeEach(() => {
  loopback = createLoopback()
})
afterEach(() => loopback.close())

const definition = {
  list: 'subscriptions',
  filter: { match: 'all', conditions: [{ column: 'endDate', operator: 'in-next-days', value: 30 }] },
  sort: [{ column: 'endDate', direction: 'ascending' }],
  group: 'customerName',
  columns: [{ column: 'offer', width: 240 }, { column: 'endDate' }],
  frozen: 1,
} as const

test('a view is made, changed, pinned, and removed', async () => {
  const { id } = await loopback.run('saved-view.create', { name: ' 即将到期 ', definition })
  expect(loopback.read('saved-view.list', {})).toMatchObject([
    { id, name: '即将到期', isPinned: false, definition },
  ])
  await loopback.run('saved-view.update', { savedViewId: id, isPinned: true, name: 'Ends soon' })
  expect(loopback.read('saved-view.list', {})).toMatchObject([
    { name: 'Ends soon', isPinned: true, definition },
  ])
  await loopback.run('saved-view.remove', { savedViewId: id })
  expect(loopback.read('saved-view.list', {})).toEqual([])
  expect(await refusal(loopback.run('saved-view.remove', { savedViewId: id }))).toMatchObject({
    code: 'SAVED_VIEW_NOT_FOUND',
  })
})

test('a view goes out as a file and comes in again the same', async () => {
  const { id } = await loopback.run('saved-view.create', { name: '续订/视图', definition })
  await loopback.run('saved-view.export', { savedViewId: id })
  const [file] = loopback.savedFiles
  expect(file?.name).toBe('续订 视图.json')
  await loopback.run('saved-view.import', {}, file)
  const [first, second] = loopback.read('saved-view.list', {})
  expect(second).toMatchObject({ name: first?.name, definition: first?.definition })
})

test.each([
  ['nothing', ''],
  ['no JSON', 'hello'],
  ['another JSON', '{"a":1}'],
  [
    'a column that is not of the list',
    JSON.stringify({
      format: 'multi-partner-desk-view',
      version: 1,
      name: 'x',
      definition: { list: 'customers', group: 'nope' },
    }),
  ],
  [
    'a polluting key',
    '{"__proto__":{"polluted":true},"format":"multi-partner-desk-view","version":1,"name":"x","definition":{"list":"customers","constructor":{"prototype":{}}}}',
  ],
])('a file of %s is refused', async (_name, text) => {
  expect(await refusal(loopback.run('saved-view.import', {}, textFile('v.json', text)))).toMatchObject({
    code: 'FILE_NOT_A_VIEW',
  })
  expect(loopback.read('saved-view.list', {})).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})
