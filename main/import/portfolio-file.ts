import type { rejectReasons } from '#shared/contract/import.ts'
import type { relationships } from '#shared/contract/customer.ts'
import type { partnerOfRecordStates, subscriptionStatuses } from '#shared/contract/subscription.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'

export type Relationship = (typeof relationships)[number]

/** A customer as one file states it; `null` means that the file says nothing of it, so what is known stays. */
export type FileCustomer = {
  readonly customerKey: string
  readonly tenantId: string
  readonly name: string
  readonly domain: string | null
  readonly relationship: Relationship | null
  readonly relationshipRaw: string | null
  readonly tags: readonly string[] | null
}

/** A subscription as one file states it, its charge lines already folded into one. */
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
  readonly quantity: number
  readonly status: (typeof subscriptionStatuses)[number]
  readonly statusRaw: string | null
  readonly startDate: CivilDate | null
  readonly endDate: CivilDate | null
  readonly endDateRaw: string | null
  readonly partnerOfRecord: string | null
  readonly partnerOfRecordState: (typeof partnerOfRecordStates)[number]
}

export type RejectReason = (typeof rejectReasons)[number]

/** A row that was not taken, and the cell that is to blame. */
export type Rejection = {
  readonly row: number
  readonly reason: RejectReason
  readonly column: string | null
  readonly value: string | null
}

/** Everything one file says, before it meets the portfolio. */
export type PortfolioFile = {
  readonly customers: readonly FileCustomer[]
  readonly subscriptions: readonly FileSubscription[]
  readonly rowCount: number
  readonly rejected: readonly Rejection[]
  readonly rejectedCount: number
}

/** Thrown inside a row's reading to reject that row alone. */
export class RowRejected extends Error {
  readonly reason: RejectReason
  readonly column: string | null
  readonly value: string | null

  constructor(reason: RejectReason, column: string | null = null, value: string | null = null) {
    super(reason)
    this.reason = reason
    this.column = column
    this.value = value === null ? null : [...value].slice(0, 120).join('').toWellFormed()
  }
}
