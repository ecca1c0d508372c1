import { trackedFacts } from '#shared/contract/subscription.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { readOrdered } from '#main/lists/list-orders.ts'
import type { Scope } from '#main/lists/run-query.ts'
import { readWindow } from '#main/lists/run-query.ts'
import { fromOf } from '#main/lists/sources.ts'
import { createOutcomes } from '#main/renewals/outcomes.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { SubscriptionRecord } from './subscription-rows.ts'
import { subscriptionColumns, toSubscriptionRow } from './subscription-rows.ts'

/** A window of the subscriptions of one customer, one account, or all; unless asked otherwise, what ends first is first. */
export function projectSubscriptions(
  { reader, longReads, totals, calendar }: ApplicationFacts,
  { customerId, ...query }: ParsedParams<'subscription.list'>,
): ViewValue<'subscription.list'> {
  const { total, rows } =
    customerId === undefined
      ? readOrdered<SubscriptionRecord>(
          { reader, longReads, totals },
          'subscriptions',
          subscriptionColumns,
          query,
          calendar(),
        )
      : readWindow<SubscriptionRecord>(
          reader,
          'subscriptions',
          subscriptionColumns,
          query,
          calendar(),
          ofCustomer(customerId),
        )
  return { total, rows: rows.map(toSubscriptionRow) }
}

/** Limits a list of subscriptions to those of one customer. */
export function ofCustomer(customerId: string): Scope {
  return {
    sql: 's.customer_rid = (SELECT rid FROM customer WHERE id = :customerId)',
    parameters: { customerId },
  }
}

type Detail = SubscriptionRecord & {
  readonly order_id: string | null
  readonly billing_id: string | null
  readonly unit_type: string | null
  readonly contract_type: string | null
  readonly publisher: string | null
  readonly creation_date: string | null
}

/** Everything that is known of one subscription. */
export function projectSubscription(
  { reader, preferences, today }: ApplicationFacts,
  { accountId, subscriptionId }: ParsedParams<'subscription.detail'>,
): ViewValue<'subscription.detail'> {
  const row = reader.get<Detail>(
    `SELECT ${subscriptionColumns} FROM ${fromOf('subscriptions')}
    WHERE s.account_id = :accountId AND s.subscription_key = :key`,
    { accountId, key: keyOf(subscriptionId) },
  )
  if (row === undefined) {
    throw notFound()
  }
  const outcomes = createOutcomes(reader, preferences, today())
  const related = (condition: string, key: string | null) =>
    key === null
      ? []
      : reader.all<{ id: string; offer: string; quantity: number | null }>(
          `SELECT subscription_id AS id, offer, quantity FROM subscription
          WHERE account_id = :accountId AND ${condition} ORDER BY offer, rid`,
          { accountId, key: keyOf(key) },
        )
  const [outcome] = outcomes.of([row])
  if (outcome === undefined) {
    throw notFound()
  }
  return {
    ...toSubscriptionRow(row),
    cloud: row.cloud,
    product: outcomes.product(row),
    offerId: row.offer_id,
    orderId: row.order_id,
    billingId: row.billing_id,
    billingType: row.billing_type,
    unitType: row.unit_type,
    contractType: row.contract_type,
    publisher: row.publisher,
    creationDate: row.creation_date,
    outcome,
    deadline: outcomes.deadline(row),
    addOns: related('lower(parent_subscription_id) = :key', row.subscription_id),
    parent: related('subscription_key = :key', row.parent_subscription_id)[0] ?? null,
  }
}

type Version = {
  readonly at: string
  readonly import_id: string
  readonly file_name: string
  readonly quantity: number | null
  readonly status: string | null
  readonly status_raw: string | null
  readonly end_date: string | null
  readonly end_date_raw: string | null
  readonly auto_renew: number | null
  readonly partner_of_record: string | null
  readonly partner_of_record_state: string | null
  readonly term_duration: string | null
  readonly offer: string
}

/** How each tracked fact of a version is told. */
const told: { readonly [F in (typeof trackedFacts)[number]]: (version: Version) => string | null } = {
  quantity: ({ quantity }) => (quantity === null ? null : String(quantity)),
  status: ({ status, status_raw }) => status_raw ?? status,
  endDate: ({ end_date, end_date_raw }) => end_date ?? end_date_raw,
  autoRenew: ({ auto_renew }) => (auto_renew === null ? null : auto_renew === 1 ? 'yes' : 'no'),
  partnerOfRecord: ({ partner_of_record, partner_of_record_state }) =>
    partner_of_record ??
    (partner_of_record_state === 'removed' || partner_of_record_state === 'direct'
      ? partner_of_record_state
      : null),
  termDuration: ({ term_duration }) => term_duration,
  offer: ({ offer }) => offer,
}

/** The differences of a subscription's consecutive versions, with the import that brought each. */
export function projectSubscriptionHistory(
  { reader }: ApplicationFacts,
  { accountId, subscriptionId }: ParsedParams<'subscription.history'>,
): ViewValue<'subscription.history'> {
  const versions = versionsOf(reader, accountId, keyOf(subscriptionId))
  const [first] = versions
  if (first === undefined) {
    throw notFound()
  }
  const changes = versions.flatMap((version, index) => {
    const before = versions[index - 1]
    return before === undefined
      ? []
      : trackedFacts
          .map((fact) => ({ fact, from: told[fact](before), to: told[fact](version) }))
          .filter(({ from, to }) => from !== to)
          .map((change) => ({
            at: version.at,
            importId: version.import_id,
            fileName: version.file_name,
            ...change,
          }))
  })
  return {
    seats: versions.map(({ at, quantity }) => ({ at, quantity })),
    changes: changes.toReversed(),
    firstSeen: { at: first.at, fileName: first.file_name },
  }
}

function versionsOf(reader: Reader, accountId: string, key: string): readonly Version[] {
  return reader.all<Version>(
    `SELECT f.*, i.imported_at AS at, i.id AS import_id, i.file_name
    FROM subscription_record AS r
      JOIN subscription_fact AS f ON f.subscription_rid = r.rid
      JOIN import AS i ON i.rid = f.from_import
    WHERE r.account_id = :accountId AND r.subscription_key = :key
      AND f.from_import <= COALESCE((SELECT as_of FROM temp.reading), (SELECT head FROM portfolio_head))
    ORDER BY f.from_import`,
    { accountId, key },
  )
}

function keyOf(subscriptionId: string): string {
  return subscriptionId.toLowerCase()
}

function notFound(): AppError {
  return new AppError('SUBSCRIPTION_NOT_FOUND', 'no import lists this subscription now')
}
