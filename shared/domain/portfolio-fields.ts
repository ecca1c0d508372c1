/** The facts of a customer whose changes are told, in the order they are shown. */
export const customerFields = [
  'name',
  'tenantId',
  'domain',
  'relationship',
  'delegatedPrivileges',
  'tags',
  'country',
] as const

/** The facts of a subscription whose changes are told, in the order they are shown. */
export const subscriptionFields = [
  'customer',
  'offer',
  'nickname',
  'quantity',
  'unitType',
  'status',
  'suspensionReasons',
  'startDate',
  'endDate',
  'autoRenew',
  'isTrial',
  'termDuration',
  'commitmentEndDate',
  'billingCycle',
  'billingType',
  'partnerOfRecord',
  'resellerOfRecord',
  'creationDate',
  'productKind',
  'publisher',
  'contractType',
  'parentSubscriptionId',
  'billingId',
  'orderId',
  'offerId',
  'durableOfferId',
] as const

export type CustomerField = (typeof customerFields)[number]
export type SubscriptionField = (typeof subscriptionFields)[number]

/** The kinds of news that "since you last looked" counts, in the order they are shown. */
export const newsCategories = [
  'customer-added',
  'customer-absent',
  'relationship',
  'delegated-privileges',
  'subscription-added',
  'subscription-absent',
  'seats',
  'status',
  'auto-renew',
  'end-date',
  'partner-of-record',
] as const
