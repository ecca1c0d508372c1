import type { FileFact, FileShape, Mapping } from '#shared/domain/file-reading.ts'
import type { SpokenFacts, SubscriptionFact } from '#main/store/fact-columns.ts'

/** What an answer of the interface always says; it leaves out what is empty, so that the rest may still be so. */
const answered: readonly SubscriptionFact[] = [
  'subscription_id',
  'offer',
  'quantity',
  'status',
  'status_raw',
  // Without reasons it is suspended no more.
  'suspension_reasons',
]

/** The facts of its subscriptions that a file speaks of. */
export function spokenFacts({
  mapping,
  shape,
}: {
  readonly mapping: Mapping
  readonly shape: FileShape
}): SpokenFacts {
  const facts = mappedFacts(mapping)
  return shape === 'api-json'
    ? { stated: answered, completed: facts.filter((fact) => !answered.includes(fact)) }
    : { stated: facts, completed: [] }
}

function mappedFacts(mapping: Mapping): readonly SubscriptionFact[] {
  const has = (fact: FileFact, ...stated: SubscriptionFact[]) => (mapping[fact] === undefined ? [] : stated)
  return mapping.subscriptionId === undefined
    ? []
    : [
        'subscription_id',
        ...has('offer', 'offer'),
        ...has('nickname', 'nickname'),
        ...has('quantity', 'quantity'),
        ...has('unitType', 'unit_type'),
        ...has('status', 'status', 'status_raw'),
        ...has('startDate', 'start_date'),
        ...has('endDate', 'end_date', 'end_date_raw'),
        ...has('creationDate', 'creation_date'),
        ...has('commitmentEndDate', 'commitment_end_date'),
        ...has('termDuration', 'term_duration'),
        ...has('billingCycle', 'billing_cycle', 'billing_cycle_raw'),
        ...has('billingType', 'billing_type'),
        ...has('autoRenew', 'auto_renew'),
        ...has('isTrial', 'is_trial'),
        ...has('resellerPartnerId', 'partner_of_record', 'partner_of_record_state'),
        ...has('resellerName', 'reseller_of_record'),
        ...has('billingId', 'billing_id'),
        ...has('orderId', 'order_id'),
        ...has('offerId', 'offer_id'),
        ...has('durableOfferId', 'durable_offer_id'),
        ...has('parentSubscriptionId', 'parent_subscription_id'),
        ...has('suspensionReasons', 'suspension_reasons'),
        ...has('contractType', 'contract_type'),
        ...has('productKind', 'product_kind'),
        ...has('publisher', 'publisher'),
      ]
}
