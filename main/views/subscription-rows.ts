import type { SubscriptionRow } from '#shared/contract/subscription.ts'
import type { OutcomeRow } from '#main/renewals/outcomes.ts'
import { asBoolean } from '#main/renewals/outcomes.ts'
import type { EvidenceRow } from './evidence.ts'
import { toEvidence } from './evidence.ts'

/** A subscription as the database answers it, with whose it is and where it came from. */
export type SubscriptionRecord = EvidenceRow &
  OutcomeRow & {
    readonly subscription_id: string
    readonly subscription_key: string
    readonly account_id: string
    readonly customer_id: string
    readonly customer_name: string
    readonly account_name: string
    readonly offer: string
    readonly nickname: string | null
    readonly quantity: number | null
    readonly status_raw: string | null
    readonly term_duration: string | null
    readonly billing_cycle: string | null
    readonly billing_cycle_raw: string | null
    readonly parent_subscription_id: string | null
    readonly suspension_reasons: string | null
    readonly start_date: string | null
    readonly partner_of_record: string | null
    readonly partner_of_record_state: SubscriptionRow['partnerOfRecordState']
    readonly reseller_of_record: string | null
    readonly seen_at: string
    readonly gone_at: string | null
  }

/** What is selected of the list source `subscriptions` for a {@link SubscriptionRecord}. */
export const subscriptionColumns = `s.*, c.id AS customer_id, c.name AS customer_name,
  a.company_name AS account_name, a.cloud, i.id AS import_id, i.shape AS import_shape, i.file_name AS import_file,
  i.imported_at AS import_at, COALESCE(seen.imported_at, i.imported_at) AS seen_at,
  gone.imported_at AS gone_at`

/** A row of the contract out of a row of the database. */
export function toSubscriptionRow(row: SubscriptionRecord): SubscriptionRow {
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
    termDuration: row.term_duration,
    billingCycle: row.billing_cycle === 'other' ? row.billing_cycle_raw : row.billing_cycle,
    autoRenew: asBoolean(row.auto_renew),
    isTrial: asBoolean(row.is_trial),
    addOnOf: row.parent_subscription_id,
    suspensionReasons: JSON.parse(row.suspension_reasons ?? '[]') as string[],
    startDate: row.start_date,
    endDate: row.end_date,
    endDateRaw: row.end_date_raw,
    partnerOfRecord: row.partner_of_record,
    partnerOfRecordState: row.partner_of_record_state,
    resellerName: row.reseller_of_record,
    absentSince: row.gone_at,
    evidence: toEvidence(row, row.seen_at),
  }
}
