import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const days = ['2026-09-05', '2026-10-05', '2026-11-05'] as const
let today: string = days[0]
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  today = days[0]
  loopback = createLoopback({ clock: () => new Date(`${today}T04:00:00Z`) })
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const fabrikamLine = {
  CustomerID: fabrikam,
  CustomerName: 'Fabrikam',
  SyndicationPartnerSubscriptionNumber: 's2',
}

/** Three months: Contoso grows and loses its reseller of record, Fabrikam's subscription moves to it. */
async function threeMonths(): Promise<void> {
  const files = [
    [line({ Quantity: '25' }), line(fabrikamLine)],
    [line({ Quantity: '40', ResellerMPNID: '-1' }), line(fabrikamLine)],
    [
      line({
        Quantity: '40',
        ResellerMPNID: '-1',
        SubscriptionEndDate: '1/31/2028 0:00',
        CustomerName: '华联集团',
      }),
      line({ ...fabrikamLine, CustomerID: contoso, CustomerName: '华联集团' }),
      line({ SyndicationPartnerSubscriptionNumber: 's3', CustomerName: '华联集团' }),
    ],
  ]
  for (const [index, lines] of files.entries()) {
    today = days[index] ?? ''
    await importFile(loopback, accountId, { ...reconciliationFile(lines), name: `${today}.csv` })
  }
}

const idOf = (tenantId: string) =>
  loopback.read('customer.list', { accountId, ...page }).rows.find((row) => row.tenantId === tenantId)?.id ??
  ''

describe('as of a day', () => {
  const seatsOn = (asOf: string) =>
    loopback
      .read('subscription.list', { accountId, asOf, ...page })
      .rows.map(({ id, quantity, customerName }) => [id.slice(-2), quantity, customerName])
      .sort()

  beforeEach(threeMonths)

  test('the subscriptions and customers are those the imports up to it had', () => {
    expect(seatsOn('2026-09-04')).toEqual([])
    expect(seatsOn('2026-09-05')).toEqual([
      ['0a', 25, '上海华联贸易有限公司'],
      ['s2', 25, 'Fabrikam'],
    ])
    expect(seatsOn('2026-11-04')).toEqual([
      ['0a', 40, '上海华联贸易有限公司'],
      ['s2', 25, 'Fabrikam'],
    ])
    expect(seatsOn('2026-11-05')).toHaveLength(3)
    const customers = loopback.read('customer.list', { accountId, asOf: '2026-10-31', ...page })
    expect(customers.rows.map(({ name, seatCount, nextEndDate }) => [name, seatCount, nextEndDate])).toEqual([
      ['Fabrikam', 25, '2027-01-31'],
      ['上海华联贸易有限公司', 40, '2027-01-31'],
    ])
  })

  test('totals, groups, search, home and a customer’s page are of that day too, and today’s stay as they are', () => {
    const asOf = '2026-10-20'
    const before = loopback.read('customer.list', { ...page })
    expect(loopback.read('portfolio.summary', { asOf })).toMatchObject({
      customers: 2,
      subscriptions: 2,
      newestImportAt: '2026-10-05T04:00:00.000Z',
    })
    expect(loopback.read('list.groups', { list: 'subscriptions', column: 'quantity', asOf })).toEqual([
      { value: 25, count: 1, sum: 25 },
      { value: 40, count: 1, sum: 40 },
    ])
    expect(loopback.read('search.everywhere', { text: '贸易', asOf }).customers.total).toBe(1)
    expect(loopback.read('search.everywhere', { text: '贸易' }).customers.total).toBe(0)
    const home = loopback.read('home.attention', { asOf })
    expect(home).toMatchObject({ today: asOf, staleSources: [] })
    expect(home.endsByMonth.find(({ month }) => month === '2027-01')).toMatchObject({
      subscriptions: 2,
      seats: 65,
    })
    expect(loopback.read('customer.detail', { customerId: idOf(contoso), asOf }).name).toBe(
      '上海华联贸易有限公司',
    )
    expect(loopback.read('customer.list', { ...page })).toEqual(before)
  })

  test('what ends next is counted from that day', async () => {
    today = '2027-03-01'
    expect(loopback.read('customer.list', { asOf: '2026-10-20', ...page }).rows[0]?.nextEndDate).toBe(
      '2027-01-31',
    )
    const { dataFolder } = loopback
    loopback.application.close()
    const later = createLoopback({ dataFolder, clock: () => new Date('2027-03-01T04:00:00Z') })
    expect(
      later.read('customer.list', { ...page }).rows.find(({ id }) => id === idFabrikam(later))?.nextEndDate,
    ).toBeNull()
    expect(later.read('customer.list', { asOf: '2026-10-20', ...page }).rows[0]?.nextEndDate).toBe(
      '2027-01-31',
    )
    later.close()
    loopback = createLoopback()
  })
  const idFabrikam = (opened: Loopback) =>
    opened.read('customer.list', page).rows.find(({ name }) => name === 'Fabrikam')?.id
})

describe('a customer’s history', () => {
  beforeEach(threeMonths)

  test('tells every change with before and after, source and time, the newest first', () => {
    const history = loopback.read('customer.history', { customerId: idOf(contoso), ...page })
    expect(
      history.rows.map(({ event, subscriptionId, changes, fileName }) => [
        fileName.slice(0, 7),
        event,
        subscriptionId?.slice(-2) ?? null,
        changes.map(({ field, before, after }) => `${field} ${before} → ${after}`),
      ]),
    ).toEqual([
      ['2026-11', 'changed', null, ['name 上海华联贸易有限公司 → 华联集团']],
      ['2026-11', 'changed', '0a', ['endDate 2027-01-31 → 2028-01-31']],
      ['2026-11', 'moved-here', 's2', ['customer Fabrikam → 华联集团']],
      ['2026-11', 'added', 's3', expect.arrayContaining(['quantity null → 25'])],
      ['2026-10', 'changed', '0a', ['quantity 25 → 40', 'partnerOfRecord 4400001 → removed']],
      ['2026-09', 'added', null, expect.arrayContaining(['name null → 上海华联贸易有限公司'])],
      ['2026-09', 'added', '0a', expect.arrayContaining(['quantity null → 25'])],
    ])
    expect(history.rows[4]).toMatchObject({
      at: '2026-10-05T04:00:00.000Z',
      source: 'reconciliation-21vianet',
    })
    expect(
      loopback.read('customer.history', { customerId: idOf(contoso), offset: 4, limit: 1 }),
    ).toMatchObject({
      total: 7,
      rows: [{ event: 'changed', subscriptionId: expect.stringMatching(/0a$/) }],
    })
  })

  test('of the customer a subscription left says where it went', () => {
    expect(loopback.read('customer.history', { customerId: idOf(fabrikam), ...page }).rows[0]).toMatchObject({
      event: 'moved-away',
      subscriptionId: 's2',
      changes: [{ field: 'customer', before: 'Fabrikam', after: '华联集团' }],
    })
  })

  test('of nobody is refused', () => {
    expect(() => loopback.read('customer.history', { customerId: 'nobody', ...page })).toThrow(
      expect.objectContaining({ code: 'CUSTOMER_NOT_FOUND' }),
    )
  })
})

describe('since you last looked', () => {
  const news = (category?: NonNullable<Parameters<typeof read>[0]>) => read(category)
  const read = (
    category:
      | 'customer-added'
      | 'customer-absent'
      | 'relationship'
      | 'seats'
      | 'partner-of-record'
      | 'subscription-added'
      | 'subscription-absent'
      | undefined,
  ) => loopback.read('portfolio.changes', { ...(category === undefined ? {} : { category }), ...page })

  test('everything is new until the user has looked once', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    expect(news()).toMatchObject({
      since: null,
      counts: { 'customer-added': 1, 'subscription-added': 1, seats: 0 },
    })
    await loopback.run('portfolio.looked', {})
    expect(news()).toMatchObject({
      since: '2026-09-05T04:00:00.000Z',
      counts: { 'customer-added': 0, 'subscription-added': 0 },
    })
  })

  test('counts each kind and tells its rows with before and after', async () => {
    await importFile(loopback, accountId, reconciliationFile([line(), line(fabrikamLine)]))
    await loopback.run('portfolio.looked', {})
    today = days[1]
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        line({ Quantity: '40', ResellerMPNID: '-1' }),
        line(fabrikamLine),
        line({ SyndicationPartnerSubscriptionNumber: 's3' }),
      ]),
    )
    expect(news().counts).toMatchObject({
      'customer-added': 0,
      'subscription-added': 1,
      seats: 1,
      'partner-of-record': 1,
      'end-date': 0,
    })
    expect(news('seats')).toMatchObject({
      total: 1,
      rows: [
        {
          customerName: '上海华联贸易有限公司',
          offer: 'Office 365 企业版 E3',
          changes: [{ field: 'quantity', before: '25', after: '40' }],
          at: '2026-10-05T04:00:00.000Z',
        },
      ],
    })
    expect(news('subscription-added').rows).toMatchObject([{ subscriptionId: 's3', changes: [] }])
    await loopback.run('import.undo', {})
    expect(news().counts).toMatchObject({ seats: 0, 'subscription-added': 0 })
  })

  test('what a file states for the first time is no news', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    await loopback.run('portfolio.looked', {})
    await importFile(loopback, accountId, customersFile([[contoso, 'Contoso', 'c.cn', 'Cloud Reseller', '']]))
    expect(news().counts.relationship).toBe(0)
    await importFile(loopback, accountId, customersFile([[contoso, 'Contoso', 'c.cn', 'Advisor', '']]))
    expect(news('relationship').rows).toMatchObject([
      { changes: [{ field: 'relationship', before: 'reseller', after: 'advisor' }] },
    ])
  })

  test('one that a full list does not name is not in the list any more, and stays', async () => {
    const rows = [
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [fabrikam, 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller', ''],
    ]
    await importFile(loopback, accountId, customersFile(rows))
    await loopback.run('portfolio.looked', {})
    today = days[1]
    const { previewId } = await previewFile(loopback, accountId, customersFile(rows.slice(0, 1)))
    await loopback.run('import.declare', { previewId, isFullList: true })
    await loopback.run('import.apply', { previewId })
    expect(news('customer-absent')).toMatchObject({ total: 1, rows: [{ customerName: 'Fabrikam' }] })
    const customers = () => loopback.read('customer.list', { accountId, ...page }).rows
    expect(customers().map(({ absentSince }) => absentSince)).toEqual([null, '2026-10-05T04:00:00.000Z'])
    expect(loopback.read('customer.history', { customerId: idOf(fabrikam), ...page }).rows[0]).toMatchObject({
      event: 'absent',
      at: '2026-10-05T04:00:00.000Z',
    })
    today = days[2]
    await importFile(loopback, accountId, customersFile(rows))
    expect(customers().map(({ absentSince }) => absentSince)).toEqual([null, null])
    expect(news().counts['customer-absent']).toBe(0)
  })
})

test('freshness says how many of how many, and how old the rest is, for each account', async () => {
  const other = await makeAccount(loopback, { companyName: 'Other' })
  await importFile(loopback, accountId, reconciliationFile([line(), line(fabrikamLine)]))
  today = days[1]
  await importFile(loopback, accountId, reconciliationFile([line()]))
  expect(loopback.read('portfolio.summary', {})).toMatchObject({
    customers: 2,
    confirmedCustomers: 1,
    oldestConfirmedAt: '2026-09-05T04:00:00.000Z',
    newestImportAt: '2026-10-05T04:00:00.000Z',
    accounts: expect.arrayContaining([
      expect.objectContaining({
        accountId,
        customers: 2,
        confirmedCustomers: 1,
        newestFileName: 'recon.csv',
      }),
      expect.objectContaining({
        accountId: other,
        customers: 0,
        confirmedCustomers: 0,
        newestFileName: null,
      }),
    ]),
  })
})
