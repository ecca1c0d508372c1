import { z } from 'zod'
import { clouds } from '#shared/domain/cloud.ts'
import { outcomeGaps } from '#shared/domain/outcome.ts'
import { outcomeKinds, ruleSources } from '#shared/domain/outcome-rules.ts'
import type { RuleSource } from '#shared/domain/outcome-rules.ts'
import { productKinds } from '#shared/domain/product-kind.ts'
import { subscriptionStatuses } from '#shared/domain/subscription-status.ts'
import { listQuery } from './list-query.ts'
import { asOf, civilDate, evidence, id, instant, page, text } from './primitives.ts'
import type { ViewSpec } from './spec.ts'

/** Whose PartnerID a subscription carries: never "us" when it is missing, `direct` only where somebody wrote so (domain 0.13, 8.7). */
export const partnerOfRecordStates = ['own', 'other', 'direct', 'removed', 'unknown'] as const

export const subscriptionRow = z.strictObject({
  /** The subscription id of the source (`SyndicationPartnerSubscriptionNumber` of a reconciliation file). */
  id: z.string(),
  accountId: id,
  customerId: id,
  customerName: z.string(),
  accountName: z.string(),
  offer: z.string(),
  /** The nickname, where it differs from the offer. */
  nickname: z.string().nullable(),
  quantity: z.int().nullable(),
  status: z.enum(subscriptionStatuses),
  statusRaw: z.string().nullable(),
  /** An ISO 8601 duration such as `P1Y`, or what the source wrote. */
  termDuration: z.string().nullable(),
  /** A word of the API such as `annual`, or what the source wrote. */
  billingCycle: z.string().nullable(),
  /** `null` where no source has said it; so for the next one. */
  autoRenew: z.boolean().nullable(),
  isTrial: z.boolean().nullable(),
  /** The id of the subscription this is an add-on of. */
  addOnOf: z.string().nullable(),
  suspensionReasons: z.array(z.string()),
  startDate: civilDate.nullable(),
  /** `null` when the subscription has no end date or the source did not state one; `endDateRaw` tells which. */
  endDate: civilDate.nullable(),
  endDateRaw: z.string().nullable(),
  /** The PartnerID of the reseller of record; `null` when removed or not stated. */
  partnerOfRecord: z.string().nullable(),
  partnerOfRecordState: z.enum(partnerOfRecordStates),
  /** The name of the reseller of record, where a source gives one. */
  resellerName: z.string().nullable(),
  /** When a full list first did not name it any more; `null` while one does, or no full list says. */
  absentSince: instant.nullable(),
  evidence,
})
export type SubscriptionRow = z.infer<typeof subscriptionRow>

const span = z.strictObject({ earliest: civilDate.nullable(), latest: civilDate })

/** What happens if nobody acts, with the document that says so (`whatIfNobodyActs`). */
export const outcome = z.strictObject({
  kind: z.enum(outcomeKinds),
  gap: z.enum(outcomeGaps).nullable(),
  rule: z.string().nullable(),
  source: z.enum(Object.keys(ruleSources) as [RuleSource]).nullable(),
  endDate: civilDate.nullable(),
  isPast: z.boolean(),
  deletion: span.nullable(),
})

/** The end of a term on two clocks (`deadlineOf`). */
export const deadline = z.strictObject({
  utc: z.string(),
  local: z.string(),
  zone: z.string(),
  lastSafeDay: civilDate,
  areHolidaysKnown: z.boolean(),
  isDayIncluded: z.boolean(),
})

const related = z.strictObject({ id: z.string(), offer: z.string(), quantity: z.int().nullable() })

export const subscriptionDetail = z.strictObject({
  ...subscriptionRow.shape,
  cloud: z.enum(clouds),
  product: z.enum(productKinds),
  offerId: z.string().nullable(),
  orderId: z.string().nullable(),
  billingId: z.string().nullable(),
  billingType: z.string().nullable(),
  unitType: z.string().nullable(),
  contractType: z.string().nullable(),
  publisher: z.string().nullable(),
  creationDate: z.string().nullable(),
  outcome,
  /** `null` without an end date. */
  deadline: deadline.nullable(),
  addOns: z.array(related),
  parent: related.nullable(),
})
export type SubscriptionDetail = z.infer<typeof subscriptionDetail>

/** The facts whose changes are told; the others are in the versions all the same. */
export const trackedFacts = [
  'quantity',
  'status',
  'endDate',
  'autoRenew',
  'partnerOfRecord',
  'termDuration',
  'offer',
] as const

const one = z.strictObject({ accountId: id, subscriptionId: text(400), ...asOf })

/** Subscriptions are a mirror to read: this noun has views and, on purpose, no command. */
export const subscriptionViews = {
  'subscription.list': {
    params: z.strictObject({
      accountId: id.optional(),
      customerId: id.optional(),
      /** A piece of the offer, the nickname, the customer's name or the subscription id. */
      search: text(200).optional(),
      ...listQuery('subscriptions'),
      ...page,
      ...asOf,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(subscriptionRow) }),
    errors: ['ACCOUNT_NOT_FOUND', 'CUSTOMER_NOT_FOUND'],
  },
  'subscription.detail': {
    params: one,
    value: subscriptionDetail,
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  },
  /** How a subscription's facts have changed from import to import, the newest change first. */
  'subscription.history': {
    params: one,
    value: z.strictObject({
      /** The seats each version had, the oldest first. */
      seats: z.array(z.strictObject({ at: instant, quantity: z.int().nullable() })),
      changes: z.array(
        z.strictObject({
          at: instant,
          importId: id,
          fileName: z.string(),
          fact: z.enum(trackedFacts),
          /** As the source has them; `null` where it said nothing. */
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
      firstSeen: z.strictObject({ at: instant, fileName: z.string() }),
    }),
    errors: ['SUBSCRIPTION_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
