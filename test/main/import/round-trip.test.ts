import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { generateSample } from '#main/sample/generator.ts'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { textFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string
const files = generateSample({
  customers: 120,
  // No two of its customers share a name, by which the written subscriptions name them.
  seed: 4,
  today: '2026-11-22',
  tenantId: 'c0ffee00-0000-4000-8000-000000000000',
  partnerId: '4400001',
})

beforeEach(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-22T04:00:00Z') })
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, textFile('reconciliation.csv', files.reconciliation))
  await importFile(loopback, accountId, textFile('Customers.csv', files.customers))
})
afterEach(() => loopback.close())

test('the made files imported again change nothing', async () => {
  for (const [name, text] of Object.entries(files)) {
    const { customers, subscriptions } = await previewFile(loopback, accountId, textFile(`${name}.csv`, text))
    expect(customers).toMatchObject({ added: 0, changed: 0 })
    expect(subscriptions).toMatchObject({ added: 0, changed: 0 })
  }
})

test('customers written to a file and imported from it change nothing', async () => {
  const total = loopback.read('customer.list', { accountId }).total
  const columns = ['tenantId', 'name', 'domain', 'relationshipRaw', 'tags'] as const
  await loopback.run('list.export', {
    list: 'customers',
    accountId,
    format: 'csv',
    columns: [...columns],
    language: 'en',
  })
  const facts: readonly FileFact[] = ['customerId', 'customerName', 'domain', 'relationship', 'tags']
  const [written] = loopback.savedFiles
  const reply = await loopback.run(
    'import.preview',
    { accountId, mapping: facts.map((fact, column) => ({ fact, column })) },
    { name: 'written.csv', bytes: written?.bytes ?? new Uint8Array() },
  )
  expect(reply).toMatchObject({
    step: 'changes',
    rejectedCount: 0,
    customers: { added: 0, changed: 0, unchanged: total, absent: 0 },
  })
})

test('subscriptions written to a file and imported from it change nothing', async () => {
  const total = loopback.read('subscription.list', { accountId }).total
  const columns = ['customerName', 'id', 'offer', 'quantity', 'startDate'] as const
  await loopback.run('list.export', {
    list: 'subscriptions',
    accountId,
    format: 'csv',
    columns: [...columns],
    language: 'en',
  })
  const facts: readonly FileFact[] = ['customerName', 'subscriptionId', 'offer', 'quantity', 'startDate']
  const [written] = loopback.savedFiles
  const reply = await loopback.run(
    'import.preview',
    { accountId, mapping: facts.map((fact, column) => ({ fact, column })) },
    { name: 'written.csv', bytes: written?.bytes ?? new Uint8Array() },
  )
  expect(reply).toMatchObject({
    step: 'changes',
    rejectedCount: 0,
    subscriptions: { added: 0, changed: 0, unchanged: total, absent: 0 },
  })
})
