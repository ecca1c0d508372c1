import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, csv, customersFile, fabrikam, textFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const facts = [
  'customerId',
  'customerName',
  'domain',
  'relationship',
  'subscriptionId',
  'offer',
  'quantity',
] as const
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

/** Previews a table in which only some rows have a tenant id. */
async function preview(...rows: readonly (readonly string[])[]) {
  const reply = await loopback.run(
    'import.preview',
    { accountId, mapping: facts.map((fact: FileFact, column) => ({ fact, column })) },
    textFile('mixed.csv', csv([facts.map((fact) => `my ${fact}`), ...rows])),
  )
  if (reply.step !== 'changes') {
    throw new Error(`asked for ${reply.step}`)
  }
  return reply
}
const listed = async (...rows: readonly (readonly string[])[]) =>
  importFile(loopback, accountId, customersFile(rows.map((row) => [...row, 'Cloud Reseller', ''])))
const customers = () =>
  loopback
    .read('customer.list', { accountId, ...page })
    .rows.map(({ tenantId, name, subscriptionCount }) => [tenantId, name, subscriptionCount])

const whole = [contoso, 'Contoso Ltd', 'contoso.cn', '', 's1', 'E3', '5']
const bare = ['', 'Contoso', 'contoso.cn', 'Cloud Reseller', 's2', 'E5', '7']

test.each([
  ['before', [bare, whole]],
  ['after', [whole, bare]],
])('a row without a tenant id, %s the one of its domain that has it, is that customer', async (_, rows) => {
  const { previewId, ...read } = await preview(...rows)
  expect(read).toMatchObject({ customers: { added: 1 }, subscriptions: { added: 2 }, identity: { asked: 0 } })
  await loopback.run('import.apply', { previewId })
  expect(customers()).toEqual([[contoso, 'Contoso Ltd', 2]])
  expect(loopback.read('customer.list', { accountId, ...page }).rows).toMatchObject([
    { relationship: 'reseller' },
  ])
  expect(await preview(...rows)).toMatchObject({
    customers: { added: 0, changed: 0, unchanged: 1, absent: 0 },
    subscriptions: { added: 0, changed: 0, unchanged: 2, absent: 0 },
  })
})

test('leaving the customer out leaves out what the row without a tenant id has of it', async () => {
  const { previewId } = await preview(whole, bare)
  await loopback.run('import.select', { previewId, isSelected: false, kind: 'customers', change: 'added' })
  expect(loopback.read('import.staged', { previewId }).deselected).toEqual({ customers: 1, subscriptions: 2 })
  await loopback.run('import.apply', { previewId })
  expect(customers()).toEqual([])
  expect(loopback.read('subscription.list', { accountId, ...page }).total).toBe(0)
})

test('a customer known by its domain gets its tenant id, and the row without one goes to it too', async () => {
  const first = await preview(bare)
  await loopback.run('import.apply', { previewId: first.previewId })
  expect(customers()).toEqual([[null, 'Contoso', 1]])
  const { previewId, ...read } = await preview(whole, bare)
  expect(read).toMatchObject({
    customers: { added: 0, changed: 1 },
    subscriptions: { added: 1, unchanged: 1 },
  })
  await loopback.run('import.apply', { previewId })
  expect(customers()).toEqual([[contoso, 'Contoso Ltd', 2]])
})

test('where the portfolio knows another customer of the domain, the row without a tenant id is that one', async () => {
  await listed([fabrikam, 'Fabrikam', 'contoso.cn'])
  const { previewId } = await preview(whole, bare)
  await loopback.run('import.apply', { previewId })
  expect(customers().toSorted()).toEqual([
    [contoso, 'Contoso Ltd', 1],
    [fabrikam, 'Contoso', 1],
  ])
})

test('where two rows with tenant ids have the domain, the row without one is neither', async () => {
  const { customers: counts } = await preview(
    whole,
    [fabrikam, 'Other', 'contoso.cn', '', 's3', 'E1', '1'],
    bare,
  )
  expect(counts).toMatchObject({ added: 3 })
})

test('what the user has said of such a row before stays said', async () => {
  await listed([fabrikam, 'Contoso', 'fabrikam.cn'])
  const first = await preview(bare)
  expect(first.identity).toMatchObject({ open: 1 })
  await loopback.run('import.identify', { previewId: first.previewId, answer: { kind: 'suggested' } })
  await loopback.run('import.apply', { previewId: first.previewId })
  const { previewId } = await preview(whole, bare)
  await loopback.run('import.apply', { previewId })
  expect(customers().toSorted()).toEqual([
    [contoso, 'Contoso Ltd', 1],
    [fabrikam, 'Contoso', 1],
  ])
})
