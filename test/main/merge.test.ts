import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const days = ['2026-10-05', '2026-11-05'] as const
let today: string = days[0]
let loopback: Loopback
let accountId: string

const file = reconciliationFile([
  line({ CustomerName: 'Contoso China Co., Ltd.' }),
  line({
    CustomerID: fabrikam,
    CustomerName: 'Contoso China',
    DomainName: 'contoso2.cn',
    SyndicationPartnerSubscriptionNumber: 's2',
    Quantity: '7',
  }),
])

beforeEach(async () => {
  today = days[0]
  loopback = createLoopback({ clock: () => new Date(`${today}T04:00:00Z`) })
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, file)
})
afterEach(() => loopback.close())

const customers = () => loopback.read('customer.list', { accountId, ...page }).rows
const idOf = (tenantId: string) => customers().find((row) => row.tenantId === tenantId)?.id ?? ''
const pairs = () =>
  loopback
    .read('customer.duplicates', page)
    .rows.map(({ reason, first, second, canMerge }) => [reason, first.name, second.name, canMerge])

describe('a merge', () => {
  test('makes two customers one, with the subscriptions and the user’s own work of both', async () => {
    const [survivor, absorbed] = [idOf(contoso), idOf(fabrikam)]
    await loopback.run('customer.note', { customerId: absorbed, text: '周五回电' })
    await loopback.run('alias.set', { customerId: absorbed, alias: '小康' })
    await loopback.run('customer.merge', { customerId: survivor, absorbedId: absorbed })
    expect(customers()).toMatchObject([
      { id: survivor, name: 'Contoso China Co., Ltd.', alias: '小康', subscriptionCount: 2, seatCount: 32 },
    ])
    const detail = loopback.read('customer.detail', { customerId: survivor })
    expect(detail.notes.map(({ text }) => text)).toEqual(['周五回电'])
    expect(loopback.read('customer.list', { search: 'contoso2.cn', ...page }).total).toBe(1)
    expect(loopback.read('portfolio.summary', {})).toMatchObject({ customers: 1, confirmedCustomers: 1 })
    expect(loopback.read('customer.history', { customerId: survivor, ...page }).rows[0]).toMatchObject({
      event: 'moved-here',
      subscriptionId: 's2',
      source: 'merge',
    })
  })

  test('is undone to the row', async () => {
    const [survivor, absorbed] = [idOf(contoso), idOf(fabrikam)]
    await loopback.run('customer.note', { customerId: absorbed, text: '周五回电' })
    await loopback.run('alias.set', { customerId: absorbed, alias: '小康' })
    await loopback.run('alias.set', { customerId: survivor, alias: '大康' })
    const before = logicalDump(loopback.dataFolder)
    await loopback.run('customer.merge', { customerId: survivor, absorbedId: absorbed })
    expect(customers()[0]?.alias).toBe('大康')
    expect(await loopback.run('undo.last', {})).toMatchObject({ command: 'customer.merge' })
    await loopback.settled()
    expect(logicalDump(loopback.dataFolder)).toBe(before)
  })

  test('is known to the files that come after, and not to the days before', async () => {
    const [survivor, absorbed] = [idOf(contoso), idOf(fabrikam)]
    today = days[1]
    await loopback.run('customer.merge', { customerId: survivor, absorbedId: absorbed })
    const preview = await importFile(loopback, accountId, file)
    expect(preview.customers).toMatchObject({ added: 0, changed: 0 })
    expect(preview.subscriptions).toEqual({ added: 0, changed: 0, unchanged: 2, absent: 0 })
    expect(customers()).toMatchObject([{ id: survivor, subscriptionCount: 2 }])
    expect(loopback.read('customer.list', { asOf: days[0], ...page }).total).toBe(2)
  })

  test('of a customer that has taken another in takes both', async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        line({
          CustomerID: 'a1b2c3d4-0000-4000-8000-000000000003',
          CustomerName: 'Tailspin',
          SyndicationPartnerSubscriptionNumber: 's3',
        }),
      ]),
    )
    const tailspin = idOf('a1b2c3d4-0000-4000-8000-000000000003')
    await loopback.run('customer.merge', { customerId: idOf(contoso), absorbedId: idOf(fabrikam) })
    await loopback.run('customer.merge', { customerId: tailspin, absorbedId: idOf(contoso) })
    const preview = await importFile(loopback, accountId, file)
    expect(preview.subscriptions).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(customers()).toMatchObject([{ name: 'Tailspin', subscriptionCount: 3 }])
  })

  test('of one with itself, of two accounts or of nobody is refused', async () => {
    const other = await makeAccount(loopback, { companyName: 'Other' })
    await importFile(loopback, other, reconciliationFile([line()]))
    const elsewhere = loopback.read('customer.list', { accountId: other, ...page }).rows[0]?.id ?? ''
    const merge = (absorbedId: string) =>
      refusal(loopback.run('customer.merge', { customerId: idOf(contoso), absorbedId }))
    expect(await merge(idOf(contoso))).toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
    expect(await merge(elsewhere)).toMatchObject({ code: 'MERGE_NOT_POSSIBLE' })
    expect(await merge('nobody')).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
  })
})

describe('customers that may be one', () => {
  test('are names that say the same but for the company’s form, and are never merged by themselves', () => {
    expect(pairs()).toEqual([['near-name', 'Contoso China', 'Contoso China Co., Ltd.', true]])
    expect(customers()).toHaveLength(2)
  })

  test('are names that look alike in other letters, and equal domains', async () => {
    const third = {
      CustomerID: 'a1b2c3d4-0000-4000-8000-000000000003',
      SyndicationPartnerSubscriptionNumber: 's3',
    }
    const fourth = {
      CustomerID: 'a1b2c3d4-0000-4000-8000-000000000004',
      SyndicationPartnerSubscriptionNumber: 's4',
    }
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        line({ ...third, CustomerName: 'Сontoso Сhina', DomainName: 'other.cn' }),
        line({ ...fourth, CustomerName: 'Somebody else', DomainName: 'other.cn' }),
      ]),
    )
    expect(pairs()).toEqual(
      expect.arrayContaining([
        ['homograph', 'Contoso China', 'Сontoso Сhina', true],
        ['same-domain', 'Somebody else', 'Сontoso Сhina', true],
      ]),
    )
  })

  test('a tenant in two accounts is only said', async () => {
    const other = await makeAccount(loopback, { companyName: 'Other' })
    await importFile(loopback, other, reconciliationFile([line({ CustomerName: 'Contoso China Co., Ltd.' })]))
    expect(pairs()).toContainEqual([
      'same-tenant',
      'Contoso China Co., Ltd.',
      'Contoso China Co., Ltd.',
      false,
    ])
  })
})

test('two customers said not to be one are suggested no more, until that is taken back', async () => {
  const count = () => loopback.read('customer.duplicate-count', { accountId }).count
  expect(pairs()).toHaveLength(1)
  expect(count()).toBe(1)
  const [customerId, otherId] = [idOf(fabrikam), idOf(contoso)]
  await loopback.run('customer.keep-apart', { customerId, otherId })
  expect(pairs()).toEqual([])
  expect(count()).toBe(0)
  await loopback.run('undo.last', {})
  expect(pairs()).toHaveLength(1)
  await loopback.run('undo.redo', {})
  expect(count()).toBe(0)
  expect(
    await refusal(loopback.run('customer.keep-apart', { customerId, otherId: accountId })),
  ).toMatchObject({
    code: 'CUSTOMER_NOT_FOUND',
  })
})
