/** The facts of a customer that a file may state; the same names in the staged file and in the portfolio. */
export const customerFacts = [
  'tenant_id',
  'name',
  'name_folded',
  'name_key',
  'search_key',
  'domain',
  'relationship',
  'relationship_raw',
  'delegated_privileges',
  'delegated_privileges_raw',
  'tags',
  'country',
] as const

/** The facts of a subscription that a file may state; the same names in the staged file and in the portfolio. */
export const subscriptionFacts = [
  'subscription_id',
  'billing_id',
  'order_id',
  'offer_id',
  'durable_offer_id',
  'offer',
  'nickname',
  'quantity',
  'unit_type',
  'status',
  'status_raw',
  'start_date',
  'end_date',
  'end_date_raw',
  'creation_date',
  'commitment_end_date',
  'term_duration',
  'billing_cycle',
  'billing_cycle_raw',
  'billing_type',
  'auto_renew',
  'is_trial',
  'parent_subscription_id',
  'suspension_reasons',
  'contract_type',
  'product_kind',
  'publisher',
  'partner_of_record',
  'partner_of_record_state',
  'reseller_of_record',
] as const
export type SubscriptionFact = (typeof subscriptionFacts)[number]

/** Which facts of its subscriptions a file speaks of. */
export type SpokenFacts = {
  /** What it has a column for: replaced, even by nothing. */
  readonly stated: readonly SubscriptionFact[]
  /** What it leaves out where there is nothing to say: replaced by something only. */
  readonly completed: readonly SubscriptionFact[]
}

/** The words that some facts were read from; where a file has none, it says nothing of the fact. */
const wordsOf: { readonly [F in SubscriptionFact]?: SubscriptionFact } = {
  end_date: 'end_date_raw',
  billing_cycle: 'billing_cycle_raw',
  partner_of_record: 'partner_of_record_state',
}

/** Whether a row of a file replaces a fact that is known. */
export function isReplaced(
  { stated, completed }: SpokenFacts,
  fact: SubscriptionFact,
  row: { readonly [column: string]: unknown },
): boolean {
  return stated.includes(fact) || (completed.includes(fact) && row[wordsOf[fact] ?? fact] !== null)
}

/** The same as SQL: a fact after the staged row `s`, where the version `f` had it before. */
export function nextFact({ stated, completed }: SpokenFacts, fact: SubscriptionFact): string {
  if (stated.includes(fact)) {
    return `s.${fact}`
  }
  return completed.includes(fact)
    ? `CASE WHEN s.${wordsOf[fact] ?? fact} IS NULL THEN f.${fact} ELSE s.${fact} END`
    : `f.${fact}`
}
