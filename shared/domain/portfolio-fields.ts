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
