import type { CustomerField, SubscriptionField } from '#shared/domain/portfolio-fields.ts'
import { customerFields, subscriptionFields } from '#shared/domain/portfolio-fields.ts'

/** A row of facts as the database has it. */
export type FactRow = { readonly [column: string]: unknown }

/** One fact before and after; `null` where nothing is stated. Enumerations are the contract's words, flags yes and no. */
export type FactChange<Field extends string> = {
  readonly field: Field
  readonly before: string | null
  readonly after: string | null
}

type Reading = (row: FactRow) => string | null

const text =
  (column: string): Reading =>
  (row) => {
    const value = row[column]
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
  }

/** A word the program knows, else the file's own. */
const word =
  (column: string): Reading =>
  (row) => {
    const value = text(column)(row)
    return value === null || value === 'other' ? (text(`${column}_raw`)(row) ?? value) : value
  }

const flag =
  (column: string): Reading =>
  (row) =>
    row[column] === null || row[column] === undefined ? null : row[column] === 1 ? 'yes' : 'no'

const list =
  (column: string): Reading =>
  (row) => {
    const value = text(column)(row)
    const items = value === null ? [] : (JSON.parse(value) as string[])
    return items.length === 0 ? null : items.join(', ')
  }

const customerReadings: { readonly [F in CustomerField]: Reading } = {
  name: text('name'),
  tenantId: text('tenant_id'),
  domain: text('domain'),
  relationship: word('relationship'),
  delegatedPrivileges: word('delegated_privileges'),
  tags: list('tags'),
  country: text('country'),
}

const subscriptionReadings: { readonly [F in SubscriptionField]: Reading } = {
  // Both rows carry the name of their customer, which is no fact of a subscription's own.
  customer: text('customer_name'),
  offer: text('offer'),
  nickname: text('nickname'),
  quantity: text('quantity'),
  unitType: text('unit_type'),
  status: word('status'),
  suspensionReasons: list('suspension_reasons'),
  startDate: text('start_date'),
  // A date so far away that it means none is kept in the file's words.
  endDate: (row) => text('end_date')(row) ?? (text('end_date_raw')(row) === null ? null : 'none'),
  autoRenew: flag('auto_renew'),
  isTrial: flag('is_trial'),
  termDuration: text('term_duration'),
  commitmentEndDate: text('commitment_end_date'),
  billingCycle: word('billing_cycle'),
  billingType: text('billing_type'),
  partnerOfRecord: (row) => text('partner_of_record')(row) ?? text('partner_of_record_state')(row),
  resellerOfRecord: text('reseller_of_record'),
  creationDate: text('creation_date'),
  productKind: text('product_kind'),
  publisher: text('publisher'),
  contractType: text('contract_type'),
  parentSubscriptionId: text('parent_subscription_id'),
  billingId: text('billing_id'),
  orderId: text('order_id'),
  offerId: text('offer_id'),
  durableOfferId: text('durable_offer_id'),
}

/** What differs between two versions of a customer; of a new one, all that is stated. */
export function customerChanges(before: FactRow | null, after: FactRow | null): FactChange<CustomerField>[] {
  return changesOf(customerFields, customerReadings, before, after)
}

/** What differs between two versions of a subscription; of a new one, all that is stated. */
export function subscriptionChanges(
  before: FactRow | null,
  after: FactRow | null,
): FactChange<SubscriptionField>[] {
  return changesOf(subscriptionFields, subscriptionReadings, before, after)
}

function changesOf<Field extends string>(
  fields: readonly Field[],
  readings: { readonly [F in Field]: Reading },
  before: FactRow | null,
  after: FactRow | null,
): FactChange<Field>[] {
  return fields.flatMap((field) => {
    const was = before === null ? null : readings[field](before)
    const is = after === null ? null : readings[field](after)
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}
