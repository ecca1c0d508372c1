import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { asOf, civilDate, evidence, id, instant, page, text } from './primitives.ts'
import type { ViewSpec } from './spec.ts'

/** The API's subscription statuses, `other` for a value we do not know, `unknown` where the source has none (domain 0.14). */
export const subscriptionStatuses = [
  'none',
  'active',
  'pending',
  'suspended',
  'expired',
  'disabled',
  'deleted',
  'other',
  'unknown',
] as const

/** One of {@link subscriptionStatuses}. */
export type SubscriptionStatus = (typeof subscriptionStatuses)[number]

/** Whose PartnerID a subscription carries: never "us" when it is missing (domain 0.13, 8.7). */
export const partnerOfRecordStates = ['own', 'other', 'removed', 'unknown'] as const

const subscriptionRow = z.strictObject({
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
  startDate: civilDate.nullable(),
  /** `null` when the subscription has no end date or the source did not state one; `endDateRaw` tells which. */
  endDate: civilDate.nullable(),
  endDateRaw: z.string().nullable(),
  /** The PartnerID of the reseller of record; `null` when removed or not stated. */
  partnerOfRecord: z.string().nullable(),
  partnerOfRecordState: z.enum(partnerOfRecordStates),
  /** When a full list first did not name it any more; `null` while one does, or no full list says. */
  absentSince: instant.nullable(),
  evidence,
})
export type SubscriptionRow = z.infer<typeof subscriptionRow>

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
} as const satisfies Record<string, ViewSpec>
