import { isNoEndDate } from '#shared/domain/civil-date.ts'
import type { SubscriptionFact } from '#main/store/fact-columns.ts'
import { clean, parseDomain, parseQuantity, parseTenantId, parseUsDate } from './parse-cell.ts'
import type { FileCustomer, FileSubscription, PortfolioFile } from './portfolio-file.ts'
import { plainCustomer, plainSubscription, RowRejected } from './portfolio-file.ts'
import type { Table } from './read-table.ts'
import type { CellOf } from './row-reader.ts'
import { readRows } from './row-reader.ts'
import type { Columns } from './shapes.ts'

type ReconciliationColumns = Columns<'reconciliation-21vianet'>
type Line = {
  readonly customer: FileCustomer
  readonly subscription: FileSubscription
  readonly rank: string
}

/**
 * Reads a 21Vianet licence-based reconciliation file (domain 5): many charge lines belong to one subscription, whose
 * facts come from the latest of them (charge start, then charge end, then place in the file). The file has no status,
 * so the status stays unknown; prices are never read.
 */
export async function readReconciliation(
  table: Table,
  columns: ReconciliationColumns,
  ownPartnerId: string | null,
): Promise<PortfolioFile> {
  const customers = new Map<string, { readonly customer: FileCustomer; readonly rank: string }>()
  const subscriptions = new Map<string, Line>()
  const result = await readRows(table, (cell) => {
    const line = readLine(cell, columns, ownPartnerId)
    const { subscriptionKey, customerKey } = line.subscription
    const known = subscriptions.get(subscriptionKey)
    if (known !== undefined && known.subscription.customerKey !== customerKey) {
      throw new RowRejected('SUBSCRIPTION_OF_TWO_CUSTOMERS', 'CustomerID', line.customer.tenantId)
    }
    if (known === undefined || line.rank >= known.rank) {
      subscriptions.set(subscriptionKey, line)
    }
    const named = customers.get(customerKey)
    if (named === undefined || line.rank >= named.rank) {
      customers.set(customerKey, { customer: line.customer, rank: line.rank })
    }
  })
  return {
    ...result,
    customers: [...customers.values()].map(({ customer }) => customer),
    subscriptions: [...subscriptions.values()].map(({ subscription }) => subscription),
    stated: statedBy(columns),
  }
}

/** A fact is stated when the file has its column; the file has none for the status. */
function statedBy(columns: ReconciliationColumns): readonly SubscriptionFact[] {
  const has = (position: number | undefined, ...facts: SubscriptionFact[]) =>
    position === undefined ? [] : facts
  return [
    'subscription_id',
    'offer',
    'quantity',
    'start_date',
    'end_date',
    'end_date_raw',
    ...has(columns.billingId, 'billing_id'),
    ...has(columns.orderId, 'order_id'),
    ...has(columns.offerId, 'offer_id'),
    ...has(columns.durableOfferId, 'durable_offer_id'),
    ...has(columns.nickname, 'nickname'),
    ...has(columns.resellerPartnerId, 'partner_of_record', 'partner_of_record_state'),
  ]
}

function readLine(cell: CellOf, columns: ReconciliationColumns, ownPartnerId: string | null): Line {
  const textOf = (position: number | undefined) => clean(cell(position))
  const orNull = (position: number | undefined) => textOf(position) || null
  const tenantId = parseTenantId(cell(columns.customerId))
  if (tenantId === null) {
    throw new RowRejected('CUSTOMER_ID_INVALID', 'CustomerID', cell(columns.customerId))
  }
  const customerKey = `tenant:${tenantId}`
  const name = textOf(columns.customerName)
  if (name === '') {
    throw new RowRejected('CUSTOMER_NAME_MISSING', 'CustomerName')
  }
  const domain = parseDomain(cell(columns.domain))
  if (domain === null) {
    throw new RowRejected('DOMAIN_INVALID', 'DomainName', cell(columns.domain))
  }
  const subscriptionId = textOf(columns.subscriptionId)
  if (subscriptionId === '') {
    throw new RowRejected('SUBSCRIPTION_ID_MISSING', 'SyndicationPartnerSubscriptionNumber')
  }
  // A subscription without a nickname carries the offer's name in SubscriptionName (domain 1.1.7).
  const nickname = textOf(columns.nickname)
  const offer = textOf(columns.offer) || nickname
  if (offer === '') {
    throw new RowRejected('OFFER_MISSING', 'OfferName')
  }
  const quantity = parseQuantity(cell(columns.quantity))
  if (quantity === null) {
    throw new RowRejected('QUANTITY_INVALID', 'Quantity', cell(columns.quantity))
  }
  const date = (position: number | undefined, column: string) => {
    const text = textOf(position)
    const value = text === '' ? null : parseUsDate(text)
    if (text !== '' && value === null) {
      throw new RowRejected('DATE_INVALID', column, text)
    }
    return value
  }
  const endDate = date(columns.endDate, 'SubscriptionEndDate')
  const rank = [date(columns.chargeStart, 'ChargeStartDate'), date(columns.chargeEnd, 'ChargeEndDate')]
  return {
    rank: rank.map((value) => value ?? '0000-00-00').join(' '),
    customer: {
      ...plainCustomer,
      customerKey,
      tenantId,
      name,
      domain: domain || null,
    },
    subscription: {
      ...plainSubscription,
      subscriptionKey: subscriptionId.toLowerCase(),
      customerKey,
      subscriptionId,
      billingId: orNull(columns.billingId),
      orderId: orNull(columns.orderId),
      offerId: orNull(columns.offerId),
      durableOfferId: orNull(columns.durableOfferId),
      offer,
      nickname: nickname === '' || nickname === offer ? null : nickname,
      quantity,
      startDate: date(columns.startDate, 'SubscriptionStartDate'),
      endDate: endDate === null || isNoEndDate(endDate) ? null : endDate,
      endDateRaw: orNull(columns.endDate),
      ...partnerOfRecord(textOf(columns.resellerPartnerId), textOf(columns.partnerId), ownPartnerId),
    },
  }
}

/**
 * Reads the reseller of record: `-1` means that it was removed; the partner's own PartnerID is "own" (sold directly,
 * or by a reseller without a PartnerID); an empty cell is unknown, never "us" (domain 0.13, 1.1.7, 8.7).
 */
function partnerOfRecord(
  reseller: string,
  partner: string,
  own: string | null,
): Pick<FileSubscription, 'partnerOfRecord' | 'partnerOfRecordState'> {
  if (reseller === '-1') {
    return { partnerOfRecord: null, partnerOfRecordState: 'removed' }
  }
  if (reseller === '' || reseller === '0') {
    return { partnerOfRecord: null, partnerOfRecordState: 'unknown' }
  }
  const isOwn = reseller === own || reseller === partner
  return { partnerOfRecord: reseller, partnerOfRecordState: isOwn ? 'own' : 'other' }
}
