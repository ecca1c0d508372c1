import type { CivilDate } from './civil-date.ts'
import { daysBetween } from './civil-date.ts'
import type { SubscriptionStatus } from './subscription-status.ts'

/** When a subscription's term ends, seen from today; `within-60` leaves out what `within-30` has, and so on. */
export const renewalBuckets = ['overdue', 'within-30', 'within-60', 'within-90', 'later', 'no-end'] as const
export type RenewalBucket = (typeof renewalBuckets)[number]

/** How urgent a renewal is. */
export const renewalPriorities = ['high', 'normal'] as const
export type RenewalPriority = (typeof renewalPriorities)[number]

/** What the user has said about this term's renewal; a snoozed one comes back by itself. */
export const renewalStates = ['open', 'snoozed', 'done'] as const
export type RenewalState = (typeof renewalStates)[number]

/** The last day of each bucket, in days from today. */
export const bucketDays = { 'within-30': 30, 'within-60': 60, 'within-90': 90 } as const

/** The bucket of an end date; the sentinel of the sources is no date here but `null`. */
export function bucketOf(endDate: CivilDate | null, today: CivilDate): RenewalBucket {
  if (endDate === null) {
    return 'no-end'
  }
  const days = daysBetween(today, endDate)
  if (days < 0) {
    return 'overdue'
  }
  return days <= bucketDays['within-30']
    ? 'within-30'
    : days <= bucketDays['within-60']
      ? 'within-60'
      : days <= bucketDays['within-90']
        ? 'within-90'
        : 'later'
}

/** High is what is suspended, and what ends within 30 days, or has ended, with auto-renew off and is not over yet. */
export function priorityOf(
  facts: {
    readonly status: SubscriptionStatus
    readonly autoRenew: boolean | null
    readonly endDate: CivilDate | null
  },
  today: CivilDate,
): RenewalPriority {
  const { status, autoRenew, endDate } = facts
  if (status === 'suspended') {
    return 'high'
  }
  const isOver = status === 'expired' || status === 'disabled' || status === 'deleted'
  const endsSoon = endDate !== null && daysBetween(today, endDate) <= bucketDays['within-30']
  return endsSoon && autoRenew === false && !isOver ? 'high' : 'normal'
}

/**
 * Where the user's own mark stands: done holds for the term it was said of, so a later end date opens it again; a
 * snooze holds until its day.
 */
export function stateOf(
  mark: { readonly doneForEnd: string | null; readonly snoozedUntil: CivilDate | null },
  endDate: CivilDate | null,
  today: CivilDate,
): RenewalState {
  if (mark.doneForEnd !== null && mark.doneForEnd === (endDate ?? '')) {
    return 'done'
  }
  return mark.snoozedUntil !== null && mark.snoozedUntil > today ? 'snoozed' : 'open'
}
