import type { SubscriptionRow } from '#shared/contract/subscription.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { readOrdered } from '#main/lists/list-orders.ts'
import type { Scope } from '#main/lists/run-query.ts'
import { readWindow } from '#main/lists/run-query.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { EvidenceRow } from './evidence.ts'
import { toEvidence } from './evidence.ts'

type Row = EvidenceRow & {
  subscription_id: string
  account_id: string
  customer_id: string
  customer_name: string
  account_name: string
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
  gone_at: string | null
}

/** A window of the subscriptions of one customer, one account, or all; unless asked otherwise, what ends first is first. */
export function projectSubscriptions(
  { reader, orders, calendar }: ApplicationFacts,
  { customerId, ...query }: ParsedParams<'subscription.list'>,
): ViewValue<'subscription.list'> {
  const { total, rows } =
    customerId === undefined
      ? readOrdered<Row>({ reader, orders }, 'subscriptions', subscriptionColumns, query, calendar())
      : readWindow<Row>(reader, 'subscriptions', subscriptionColumns, query, calendar(), scopeOf(customerId))
  return { total, rows: rows.map(toSubscriptionRow) }
}

const subscriptionColumns = `s.*, c.id AS customer_id, c.name AS customer_name, a.company_name AS account_name,
  i.id AS import_id, i.shape AS import_shape, i.file_name AS import_file, i.imported_at AS import_at,
  COALESCE(seen.imported_at, i.imported_at) AS seen_at, gone.imported_at AS gone_at`

function scopeOf(customerId: string): Scope {
  return {
    sql: 's.customer_rid = (SELECT rid FROM customer WHERE id = :customerId)',
    parameters: { customerId },
  }
}

function toSubscriptionRow(row: Row): SubscriptionRow {
  return {
    id: row.subscription_id,
    accountId: row.account_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    accountName: row.account_name,
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
    absentSince: row.gone_at,
    evidence: toEvidence(row, row.seen_at),
  }
}
