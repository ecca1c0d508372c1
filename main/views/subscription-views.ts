import type { SubscriptionRow } from '#shared/contract/subscription.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Parameters } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { EvidenceRow } from './evidence.ts'
import { toEvidence } from './evidence.ts'

type Row = EvidenceRow & {
  subscription_id: string
  account_id: string
  customer_id: string
  customer_name: string
  offer: string
  nickname: string | null
  quantity: number | null
  status: SubscriptionRow['status']
  status_raw: string | null
  start_date: string | null
  end_date: string | null
  end_date_raw: string | null
  partner_of_record: string | null
  partner_of_record_state: SubscriptionRow['partnerOfRecordState']
  seen_at: string
}

/** A window of the subscriptions of one customer, one account, or all: what ends first stands first. */
export function projectSubscriptions(
  { reader }: ApplicationFacts,
  { accountId, customerId, offset, limit }: ParsedParams<'subscription.list'>,
): ViewValue<'subscription.list'> {
  const conditions = [
    ...(accountId === undefined ? [] : ['s.account_id = :accountId']),
    ...(customerId === undefined
      ? []
      : ['s.customer_rid = (SELECT rid FROM customer WHERE id = :customerId)']),
  ]
  const parameters: Parameters = {
    ...(accountId === undefined ? {} : { accountId }),
    ...(customerId === undefined ? {} : { customerId }),
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const total = reader.get<{ total: number }>(
    `SELECT COUNT(*) AS total FROM subscription AS s ${where}`,
    parameters,
  )
  const rows = reader.all<Row>(
    `SELECT s.*, c.id AS customer_id, c.name AS customer_name,
      i.id AS import_id, i.shape AS import_shape, i.file_name AS import_file, i.imported_at AS import_at,
      seen.imported_at AS seen_at
    FROM subscription AS s
    JOIN customer AS c ON c.rid = s.customer_rid
    JOIN import AS i ON i.rid = s.fact_import
    JOIN import AS seen ON seen.rid = s.seen_import
    ${where} ORDER BY s.end_date IS NULL, s.end_date, s.offer, s.rid LIMIT :limit OFFSET :offset`,
    { ...parameters, limit, offset },
  )
  return { total: total?.total ?? 0, rows: rows.map(toSubscriptionRow) }
}

function toSubscriptionRow(row: Row): SubscriptionRow {
  return {
    id: row.subscription_id,
    accountId: row.account_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    offer: row.offer,
    nickname: row.nickname,
    quantity: row.quantity,
    status: row.status,
    statusRaw: row.status_raw,
    startDate: row.start_date,
    endDate: row.end_date,
    endDateRaw: row.end_date_raw,
    partnerOfRecord: row.partner_of_record,
    partnerOfRecordState: row.partner_of_record_state,
    evidence: toEvidence(row, row.seen_at),
  }
}
