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
