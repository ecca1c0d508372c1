import type { rejectReasons } from '#shared/contract/import-staged.ts'
import type { relationships } from '#shared/contract/customer.ts'
import type { partnerOfRecordStates } from '#shared/contract/subscription.ts'
import type { subscriptionStatuses } from '#shared/domain/subscription-status.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'

export type Relationship = (typeof relationships)[number]

/** A customer as one file states it; `null` means that the file says nothing of it, so what is known stays. */
export type FileCustomer = {
  /** `tenant:` and the tenant id; without one `domain:` and the domain, else `name:` and the folded name. */
  readonly customerKey: string
  readonly tenantId: string | null
  readonly name: string
  readonly domain: string | null
  readonly relationship: Relationship | null
  readonly relationshipRaw: string | null
  readonly delegatedPrivileges: 'yes' | 'no' | null
  readonly delegatedPrivilegesRaw: string | null
  readonly tags: readonly string[] | null
  readonly country: string | null
}

/** A customer of which a file says no more than who it is. */
export const plainCustomer = {
  tenantId: null,
  domain: null,
  relationship: null,
  relationshipRaw: null,
  delegatedPrivileges: null,
  delegatedPrivilegesRaw: null,
  tags: null,
  country: null,
} as const satisfies Partial<FileCustomer>

/**
 * A subscription as one file states it, its charge lines already folded into one. What `null` means depends on the
 * file: of a column it states, that there is none; of another, that what is known stays.
 */
export type FileSubscription = {
  readonly subscriptionKey: string
  readonly customerKey: string
  readonly subscriptionId: string
  readonly billingId: string | null
  readonly orderId: string | null
  readonly offerId: string | null
  readonly durableOfferId: string | null
  readonly offer: string
  readonly nickname: string | null
  readonly quantity: number | null
  readonly unitType: string | null
  readonly status: (typeof subscriptionStatuses)[number] | null
  readonly statusRaw: string | null
  readonly startDate: CivilDate | null
  readonly endDate: CivilDate | null
  readonly endDateRaw: string | null
  readonly creationDate: CivilDate | null
  readonly commitmentEndDate: CivilDate | null
  /** ISO 8601, as the API has it: `P1Y`. */
  readonly termDuration: string | null
  readonly billingCycle: string | null
  readonly billingCycleRaw: string | null
  readonly billingType: string | null
  readonly autoRenew: boolean | null
  readonly isTrial: boolean | null
  readonly parentSubscriptionId: string | null
  readonly suspensionReasons: readonly string[] | null
  readonly contractType: string | null
  readonly productKind: string | null
  readonly publisher: string | null
  readonly partnerOfRecord: string | null
  readonly partnerOfRecordState: (typeof partnerOfRecordStates)[number] | null
  /** The name of the reseller of record, where a file has it. */
  readonly resellerOfRecord: string | null
}

/** A subscription of which a file says no more than which it is. */
export const plainSubscription = {
  billingId: null,
  orderId: null,
  offerId: null,
  durableOfferId: null,
  nickname: null,
  quantity: null,
  unitType: null,
  status: null,
  statusRaw: null,
  startDate: null,
  endDate: null,
  endDateRaw: null,
  creationDate: null,
  commitmentEndDate: null,
  termDuration: null,
  billingCycle: null,
  billingCycleRaw: null,
  billingType: null,
  autoRenew: null,
  isTrial: null,
  parentSubscriptionId: null,
  suspensionReasons: null,
  contractType: null,
  productKind: null,
  publisher: null,
  partnerOfRecord: null,
  partnerOfRecordState: null,
  resellerOfRecord: null,
} as const satisfies Partial<FileSubscription>

export type RejectReason = (typeof rejectReasons)[number]

/** A row that was not taken, and the cell that is to blame. */
export type Rejection = {
  readonly row: number
  readonly reason: RejectReason
  readonly column: string | null
  readonly value: string | null
}

/**
 * What a rejected row can still be told to be about; `null` where it does not say or cannot be read. A name is folded.
 * Where its cells may stand in other columns, it is about a record only if that one is known.
 */
export type Mention = {
  readonly customerKey: string | null
  readonly domain: string | null
  readonly name: string | null
  readonly subscriptionKey: string | null
  readonly isCertain: boolean
}

/** Thrown inside a row's reading to reject that row alone. */
export class RowRejected extends Error {
  readonly reason: RejectReason
  readonly column: string | null
  readonly value: string | null

  constructor(reason: RejectReason, column: string | null = null, value: string | null = null) {
    super(reason)
    this.reason = reason
    this.column = column === null ? null : shortened(column)
    this.value = value === null ? null : shortened(value)
  }
}

/** The first 120 characters of a cell, for a user to see what it holds. */
export function shortened(cell: string): string {
  return [...cell.slice(0, 240)].slice(0, 120).join('').toWellFormed()
}
