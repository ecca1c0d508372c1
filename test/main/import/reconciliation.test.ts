import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import {
  contoso,
  fabrikam,
  line,
  reconciliationColumns,
  reconciliationFile,
  reconciliationText,
  textFile,
} from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-22T09:00:00Z') })
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const subscriptions = () => loopback.read('subscription.list', { accountId, ...page }).rows

describe('a 21Vianet reconciliation file', () => {
  test('becomes one row per subscription, with the syndication number as its id and the latest charge line’s seats', async () => {
    const lines = [
      line({ ChargeStartDate: '10/1/2026 0:00', Quantity: '25' }),
      line({ ChargeStartDate: '11/1/2026 0:00', ChargeEndDate: '11/30/2026 0:00', Quantity: '31' }),
      line({ ChargeStartDate: '9/1/2026 0:00', Quantity: '7' }),
    ]
    await importFile(loopback, accountId, reconciliationFile(lines))
    expect(subscriptions()).toMatchObject([
      {
        id: 'b1b2c3d4-0000-4000-8000-00000000000a',
        offer: 'Office 365 企业版 E3',
        quantity: 31,
        startDate: '2026-02-01',
        endDate: '2027-01-31',
        partnerOfRecord: '4400001',
        partnerOfRecordState: 'own',
      },
    ])
  })

  test('compares charge dates as dates, not as text', async () => {
    const lines = [
      line({ ChargeStartDate: '9/15/2026 0:00', Quantity: '9' }),
      line({ ChargeStartDate: '10/15/2026 0:00', Quantity: '10' }),
    ]
    await importFile(loopback, accountId, reconciliationFile(lines))
    expect(subscriptions()[0]?.quantity).toBe(10)
  })

  test('has no status, so the status is unknown and never active', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    expect(subscriptions()[0]).toMatchObject({ status: 'unknown', statusRaw: null })
  })

  test('reads 2/1/2015 as the first of February, whatever the time zone', async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([line({ SubscriptionStartDate: '2/1/2015 0:00' })]),
    )
    expect(subscriptions()[0]?.startDate).toBe('2015-02-01')
  })

  test.each([
    ['-1', null, 'removed'],
    ['', null, 'unknown'],
    ['4521187', '4521187', 'other'],
    ['4400001', '4400001', 'own'],
  ])('reads a ResellerMPNID of %j', async (cell, partnerOfRecord, partnerOfRecordState) => {
    await importFile(loopback, accountId, reconciliationFile([line({ ResellerMPNID: cell })]))
    expect(subscriptions()[0]).toMatchObject({ partnerOfRecord, partnerOfRecordState })
  })

  test('takes the far-away date for no end date, and keeps what the file said', async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([line({ SubscriptionEndDate: '12/10/9999 0:00' })]),
    )
    expect(subscriptions()[0]).toMatchObject({ endDate: null, endDateRaw: '12/10/9999 0:00' })
    expect(loopback.read('customer.list', page).rows[0]?.nextEndDate).toBeNull()
  })

  test('stores no price: no amount of the file is found in the database', async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([line({ UnitPrice: '98765.4321', Amount: '98765.4321' })]),
    )
    const { readFileSync } = await import('node:fs')
    const { join } = await import('node:path')
    loopback.application.close()
    const stored = readFileSync(join(loopback.dataFolder, 'portfolio.db')).toString('latin1')
    expect(stored).not.toContain('98765.4321')
    expect(stored).toContain('hualian.partner.onmschina.cn')
    loopback = createLoopback()
  })

  test('lists a bad row with its number, reason, column and value, and takes the rest', async () => {
    const second = 'b1b2c3d4-0000-4000-8000-00000000000b'
    const lines = [
      line(),
      line({ SubscriptionEndDate: '13/40/2026 0:00' }),
      line({ CustomerID: 'not-a-guid' }),
      line({ SyndicationPartnerSubscriptionNumber: '' }),
      line({ Quantity: 'many' }),
      line({ SyndicationPartnerSubscriptionNumber: second }),
      line({ CustomerID: fabrikam, CustomerName: 'Fabrikam' }),
    ]
    const preview = await importFile(loopback, accountId, reconciliationFile(lines))
    expect(preview.rejected).toEqual([
      { row: 3, reason: 'DATE_INVALID', column: 'SubscriptionEndDate', value: '13/40/2026 0:00' },
      { row: 4, reason: 'CUSTOMER_ID_INVALID', column: 'CustomerID', value: 'not-a-guid' },
      {
        row: 5,
        reason: 'SUBSCRIPTION_ID_MISSING',
        column: 'SyndicationPartnerSubscriptionNumber',
        value: null,
      },
      { row: 6, reason: 'QUANTITY_INVALID', column: 'Quantity', value: 'many' },
      { row: 8, reason: 'SUBSCRIPTION_OF_TWO_CUSTOMERS', column: 'CustomerID', value: fabrikam },
    ])
    expect(preview).toMatchObject({
      rowCount: 7,
      rejectedCount: 5,
      subscriptions: { added: 2 },
      customers: { added: 1 },
    })
    expect(subscriptions().map(({ id }) => id)).toContain(second)
  })

  test('lists a row with too few or too many cells instead of shifting its columns', async () => {
    const good = reconciliationText([line()])
    const short =
      reconciliationText([line({ SyndicationPartnerSubscriptionNumber: 'short' })]).split('\r\n')[1] ?? ''
    const file = textFile('recon.csv', `${good}${short.replace(/,[^,]*$/, '')}\r\n${short},extra\r\n`)
    const preview = await importFile(loopback, accountId, file)
    expect(preview.rejected.map(({ row, reason, value }) => [row, reason, value])).toEqual([
      [3, 'COLUMN_COUNT', `${reconciliationColumns.length - 1} / ${reconciliationColumns.length}`],
      [4, 'COLUMN_COUNT', `${reconciliationColumns.length + 1} / ${reconciliationColumns.length}`],
    ])
  })

  test('changes nothing when imported again, and only what differs when a new one comes', async () => {
    const first = reconciliationFile([
      line(),
      line({ CustomerID: fabrikam, CustomerName: 'Fabrikam', SyndicationPartnerSubscriptionNumber: 's2' }),
    ])
    await importFile(loopback, accountId, first)
    const before = {
      customers: loopback.read('customer.list', page),
      subscriptions: subscriptions().map(withoutEvidence),
    }
    const again = await importFile(loopback, accountId, first)
    expect(again.customers).toEqual({ added: 0, changed: 0, unchanged: 2, absent: 0 })
    expect(again.subscriptions).toEqual({ added: 0, changed: 0, unchanged: 2, absent: 0 })
    expect({
      customers: loopback.read('customer.list', page),
      subscriptions: subscriptions().map(withoutEvidence),
    }).toEqual(before)

    const next = await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '40' })]))
    expect(next.customers).toEqual({ added: 0, changed: 0, unchanged: 1, absent: 1 })
    expect(next.subscriptions).toEqual({ added: 0, changed: 1, unchanged: 0, absent: 1 })
    expect(
      subscriptions()
        .map(({ quantity }) => quantity)
        .sort(),
    ).toEqual([25, 40])
    expect(
      loopback.read('customer.list', page).rows.find(({ tenantId }) => tenantId === contoso)?.seatCount,
    ).toBe(40)
  })

  test('shows nothing of a preview until it is applied, and a preview can be applied once', async () => {
    const preview = await previewFile(loopback, accountId, reconciliationFile([line()]))
    expect(preview.customers.added).toBe(1)
    expect(loopback.read('customer.list', page).total).toBe(0)
    await loopback.run('import.apply', { previewId: preview.previewId })
    expect(loopback.read('customer.list', page).total).toBe(1)
    await expect(loopback.run('import.apply', { previewId: preview.previewId })).rejects.toMatchObject({
      code: 'PREVIEW_NOT_FOUND',
    })
  })

  test('a discarded preview is gone', async () => {
    const { previewId } = await previewFile(loopback, accountId, reconciliationFile([line()]))
    await loopback.run('import.discard', { previewId })
    await expect(loopback.run('import.apply', { previewId })).rejects.toMatchObject({
      code: 'PREVIEW_NOT_FOUND',
    })
  })

  test('each fact carries its source and the time it was last confirmed', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const [customer] = loopback.read('customer.list', page).rows
    const detail = loopback.read('customer.detail', { customerId: customer?.id ?? '' })
    expect(detail.facts.name).toMatchObject({
      value: '上海华联贸易有限公司',
      evidence: {
        source: 'reconciliation-21vianet',
        fileName: 'recon.csv',
        importedAt: '2026-11-22T09:00:00.000Z',
      },
    })
    expect(detail.facts.relationship).toEqual({ value: null, evidence: null })
  })
})

function withoutEvidence<T extends { readonly evidence: unknown }>({ evidence: _, ...rest }: T) {
  return rest
}
