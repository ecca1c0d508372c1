import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileFact } from '#shared/domain/file-reading.ts'
import type { ColumnOf } from '#shared/domain/list-columns.ts'
import { toSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import type { CommandInput, CommandOutput } from '#shared/protocol.ts'
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
  const reply = await writeAndPreview('customers', {
    tenantId: 'customerId',
    name: 'customerName',
    domain: 'domain',
    relationshipRaw: 'relationship',
    tags: 'tags',
  })
  expect(reply).toMatchObject({
    step: 'changes',
    rejectedCount: 0,
    customers: { added: 0, changed: 0, unchanged: total, absent: 0 },
  })
})

test('subscriptions written to a file and imported from it change nothing', async () => {
  const total = loopback.read('subscription.list', { accountId }).total
  const reply = await writeAndPreview('subscriptions', {
    customerName: 'customerName',
    id: 'subscriptionId',
    offer: 'offer',
    quantity: 'quantity',
    startDate: 'startDate',
  })
  expect(reply).toMatchObject({
    step: 'changes',
    rejectedCount: 0,
    subscriptions: { added: 0, changed: 0, unchanged: total, absent: 0 },
  })
})

test.each(['en', 'zh-CN'] as const)(
  'all there is of every subscription, written in %s, is read by the columns’ own names and changes nothing',
  async (language) => {
    await loopback.run('sample.load', {})
    const sample = loopback.read('account.list', {}).find(({ isSample }) => isSample)?.id ?? ''
    const { total } = loopback.read('subscription.list', { accountId: sample })
    await loopback.run('list.export', { list: 'subscriptions', accountId: sample, format: 'csv', language })
    const file = { name: 'all.csv', bytes: loopback.savedFiles.at(-1)?.bytes ?? new Uint8Array() }
    const asked = await loopback.run('import.preview', { accountId: sample }, file)
    const proposal = asked.step === 'mapping' ? asked.proposal : []
    expect(proposal.map(({ fact }) => fact).toSorted()).toEqual(
      [
        'autoRenew',
        'billingCycle',
        'customerName',
        'endDate',
        'isTrial',
        'nickname',
        'offer',
        'parentSubscriptionId',
        'quantity',
        'resellerName',
        'resellerPartnerId',
        'startDate',
        'status',
        'subscriptionId',
        'suspensionReasons',
        'termDuration',
      ].toSorted(),
    )
    const reply = await loopback.run('import.preview', { accountId: sample, mapping: [...proposal] }, file)
    const { rows } = loopback.read('import.diff', {
      previewId: reply.step === 'changes' ? reply.previewId : '',
      kind: 'subscriptions',
      change: 'changed',
    })
    expect(rows.flatMap(({ changes }) => changes)).toEqual([])
    expect(reply).toMatchObject({
      step: 'changes',
      rejectedCount: 0,
      subscriptions: { added: 0, changed: 0, unchanged: total },
    })
  },
)

test('names that a spreadsheet would calculate are written safely and read as they were', async () => {
  const names = ['=1+1', '+1', '-2+3', '@SUM(1)', "'=quoted", "''=twice", '＝全角', '＠全角', "'plain"]
  const tenant = (index: number) => `0f0f0f0f-0000-4000-8000-00000000000${index}`
  // As an export writes them: an apostrophe before whatever could begin a formula.
  const lines = names.map((name, index) => `${tenant(index)},"${toSpreadsheetText(name)}",,Cloud Reseller`)
  const text = ['Microsoft ID,Company name,Primary domain name,Relationship', ...lines].join('\r\n')
  await importFile(loopback, accountId, textFile('Customers.csv', text))
  const kept = loopback
    .read('customer.list', { accountId, limit: 200 })
    .rows.filter(({ tenantId }) => tenantId?.startsWith('0f0f0f0f'))
    .map(({ name }) => name)
  expect(kept.toSorted()).toEqual(names.toSorted())

  const written = await writeAndPreview('customers', { tenantId: 'customerId', name: 'customerName' })
  expect(written).toMatchObject({ rejectedCount: 0, customers: { added: 0, changed: 0 } })
})

/** Writes a list's columns to a CSV and previews that file, each column mapped to the fact it holds. */
async function writeAndPreview<L extends 'customers' | 'subscriptions'>(
  list: L,
  facts: { readonly [C in ColumnOf<L>]?: FileFact },
): Promise<CommandOutput<'import.preview'>> {
  await loopback.run('list.export', {
    list,
    accountId,
    format: 'csv',
    columns: Object.keys(facts) as ColumnOf<L>[],
    language: 'en',
  } as CommandInput<'list.export'>)
  const written = loopback.savedFiles.at(-1)
  return loopback.run(
    'import.preview',
    {
      accountId,
      mapping: (Object.values(facts) as FileFact[]).map((fact, column) => ({ fact, column })),
    },
    { name: 'written.csv', bytes: written?.bytes ?? new Uint8Array() },
  )
}
