import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const tailspin = 'a1b2c3d4-0000-4000-8000-000000000003'
let loopback: Loopback
let accountId: string
let previewId: string

/** One changed, one moved to a new customer, one added, one no longer there. */
beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    reconciliationFile([
      line(),
      line({ CustomerID: fabrikam, CustomerName: 'Fabrikam', SyndicationPartnerSubscriptionNumber: 's2' }),
      line({ CustomerID: fabrikam, CustomerName: 'Fabrikam', SyndicationPartnerSubscriptionNumber: 's4' }),
    ]),
  )
  const preview = await previewFile(
    loopback,
    accountId,
    reconciliationFile([
      line({ Quantity: '40', CustomerName: '上海华联集团', ResellerMPNID: '-1' }),
      line({ CustomerID: tailspin, CustomerName: 'Tailspin', SyndicationPartnerSubscriptionNumber: 's2' }),
      line({ SyndicationPartnerSubscriptionNumber: 's3', SubscriptionEndDate: '13/40/2026 0:00' }),
      line({ CustomerID: tailspin, CustomerName: 'Tailspin', SyndicationPartnerSubscriptionNumber: 's5' }),
    ]),
  )
  previewId = preview.previewId
})
afterEach(() => loopback.close())

const diff = (kind: 'customers' | 'subscriptions', change: 'added' | 'changed' | 'unchanged' | 'absent') =>
  loopback.read('import.diff', { previewId, kind, change, ...page })
const keyOf = (kind: 'customers' | 'subscriptions', change: 'added' | 'changed', title: string) =>
  diff(kind, change).rows.find((row) => row.title === title || row.detail.includes(title))?.key ?? ''
const ids = () =>
  loopback
    .read('subscription.list', { accountId, ...page })
    .rows.map(({ id, quantity }) => [id, quantity])
    .sort()

describe('the difference', () => {
  test('has what a changed record was and would be, fact by fact', () => {
    expect(diff('customers', 'changed')).toMatchObject({
      total: 1,
      rows: [
        {
          title: '上海华联集团',
          isSelected: true,
          changes: [{ field: 'name', before: '上海华联贸易有限公司', after: '上海华联集团' }],
        },
      ],
    })
    expect(diff('subscriptions', 'changed').rows.map(({ changes }) => changes)).toEqual([
      [
        { field: 'quantity', before: '25', after: '40' },
        { field: 'partnerOfRecord', before: '4400001', after: 'removed' },
      ],
      [{ field: 'customer', before: 'Fabrikam', after: 'Tailspin' }],
    ])
  })

  test('has all that is stated of a new one, and all that was known of one that is not listed', () => {
    expect(diff('customers', 'added').rows[0]?.changes).toEqual([
      { field: 'name', before: null, after: 'Tailspin' },
      { field: 'tenantId', before: null, after: tailspin },
      { field: 'domain', before: null, after: 'hualian.partner.onmschina.cn' },
    ])
    expect(diff('customers', 'absent').rows).toMatchObject([{ title: 'Fabrikam', isSelected: null }])
    expect(diff('subscriptions', 'absent').rows.map(({ detail }) => detail)).toEqual(['Fabrikam · s4'])
    expect(diff('subscriptions', 'unchanged')).toEqual({ total: 0, rows: [] })
  })

  test('is found by a piece of a name or an id, window by window', () => {
    const find = (search: string) =>
      loopback.read('import.diff', { previewId, kind: 'subscriptions', change: 'added', search, ...page })
    expect(find('tailsp').total).toBe(1)
    expect(find('s5').total).toBe(1)
    expect(find('nothing').total).toBe(0)
    const second = { previewId, kind: 'subscriptions', change: 'changed', offset: 1, limit: 1 } as const
    expect(loopback.read('import.diff', second)).toMatchObject({
      total: 2,
      rows: [{ title: 'Office 365 企业版 E3' }],
    })
  })

  test('tells the rows not taken, in their order', () => {
    expect(loopback.read('import.rejected', { previewId, ...page })).toEqual({
      total: 1,
      rows: [{ row: 4, reason: 'DATE_INVALID', column: 'SubscriptionEndDate', value: '13/40/2026 0:00' }],
    })
  })

  test('of a preview that is gone is refused', async () => {
    await loopback.run('import.discard', { previewId })
    expect(() => diff('customers', 'added')).toThrow(expect.objectContaining({ code: 'PREVIEW_NOT_FOUND' }))
    expect(await refusal(loopback.run('import.select', { previewId, isSelected: false }))).toMatchObject({
      code: 'PREVIEW_NOT_FOUND',
    })
  })
})

describe('the choice', () => {
  test('of one row leaves it out of the apply, and leaves what it was', async () => {
    const keys = [keyOf('subscriptions', 'changed', contosoSubscription)]
    await loopback.run('import.select', { previewId, isSelected: false, kind: 'subscriptions', keys })
    expect(loopback.read('import.staged', { previewId }).deselected).toEqual({
      customers: 0,
      subscriptions: 1,
    })
    await loopback.run('import.apply', { previewId })
    expect(ids()).toEqual([
      [contosoSubscription, 25],
      ['s2', 25],
      ['s4', 25],
      ['s5', 25],
    ])
    expect(loopback.read('import.list', page).rows[0]).toMatchObject({
      subscriptions: { added: 1, changed: 1 },
      customers: { added: 1, changed: 1 },
    })
  })

  test('of a new customer goes with its subscriptions, both ways', async () => {
    const customer = {
      previewId,
      kind: 'customers',
      keys: [keyOf('customers', 'added', 'Tailspin')],
    } as const
    await loopback.run('import.select', { ...customer, isSelected: false })
    expect(loopback.read('import.staged', { previewId }).deselected).toEqual({
      customers: 1,
      subscriptions: 2,
    })
    const subscription = {
      previewId,
      kind: 'subscriptions',
      keys: [keyOf('subscriptions', 'added', 's5')],
    } as const
    await loopback.run('import.select', { ...subscription, isSelected: true })
    expect(loopback.read('import.staged', { previewId }).deselected).toEqual({
      customers: 0,
      subscriptions: 1,
    })
    await loopback.run('import.select', { ...customer, isSelected: false })
    await loopback.run('import.apply', { previewId })
    expect(ids().map(([id]) => id)).toEqual([contosoSubscription, 's2', 's4'])
    expect(loopback.read('customer.list', page).rows.map(({ name }) => name)).toEqual([
      'Fabrikam',
      '上海华联集团',
    ])
  })

  test('of nothing changes nothing but what was listed', async () => {
    const before = ids()
    await loopback.run('import.select', { previewId, isSelected: false })
    await loopback.run('import.apply', { previewId })
    expect(ids()).toEqual(before)
  })

  test('outlives another import, after which the difference is worked out again', async () => {
    const keys = [keyOf('subscriptions', 'added', 's5')]
    await loopback.run('import.select', { previewId, isSelected: false, kind: 'subscriptions', keys })
    await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '40' })]))
    await loopback.run('import.apply', { previewId })
    expect(ids()).toEqual([
      [contosoSubscription, 40],
      ['s2', 25],
      ['s4', 25],
    ])
  })
})

const contosoSubscription = 'b1b2c3d4-0000-4000-8000-00000000000a'

describe('a full list', () => {
  const customers = (...ids_: string[]) =>
    customersFile(
      ids_.map((id) => [id, id === contoso ? 'Contoso' : 'Fabrikam', `${id}.cn`, 'Cloud Reseller', '']),
    )

  test('is asked once for files of a shape in an account', async () => {
    const first = await previewFile(loopback, accountId, customers(contoso))
    expect(first).toMatchObject({ listKind: 'customers', isFullList: null })
    await loopback.run('import.declare', { previewId: first.previewId, isFullList: true })
    expect(loopback.read('import.staged', { previewId: first.previewId }).isFullList).toBe(true)
    const next = await previewFile(loopback, accountId, customers(contoso))
    expect(next.isFullList).toBe(true)
    const other = await makeAccount(loopback, { companyName: 'Other' })
    expect((await previewFile(loopback, other, customers(contoso))).isFullList).toBeNull()
  })
})

test('the same words in another way of writing are no change', async () => {
  const file = (end: string) => reconciliationFile([line({ SubscriptionEndDate: end })])
  await importFile(loopback, accountId, file('1/31/2027 0:00'))
  const again = await previewFile(loopback, accountId, file('2027-01-31'))
  expect(again.subscriptions).toMatchObject({ changed: 0, unchanged: 1 })
})
