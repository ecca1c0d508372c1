import type { CivilDate } from './civil-date.ts'
import { addDays } from './civil-date.ts'
import type { Cloud } from './cloud.ts'
import type { OutcomeKind, OutcomeRule, RuleDates, RuleSource } from './outcome-rules.ts'
import { outcomeRules } from './outcome-rules.ts'
import type { ProductKind } from './product-kind.ts'
import type { SubscriptionStatus } from './subscription-status.ts'

/** What the rules ask of a subscription; `null` where no source has said it. */
export type OutcomeFacts = {
  readonly cloud: Cloud
  readonly product: ProductKind
  readonly status: SubscriptionStatus
  readonly autoRenew: boolean | null
  readonly isTrial: boolean | null
  readonly endDate: CivilDate | null
  /** Says that a source stated the end, be it "none". */
  readonly isEndStated: boolean
  /** When it became suspended, as far as two imports can tell; `null` when it is not, or nobody saw it. */
  readonly suspension: Span | null
}

/** A day that lies between two others; `earliest` is `null` when nothing tells how early it may have been. */
export type Span = { readonly earliest: CivilDate | null; readonly latest: CivilDate }

/** Why nothing can be said. */
export const outcomeGaps = ['status', 'auto-renew', 'end', 'trial', 'rule'] as const
export type OutcomeGap = (typeof outcomeGaps)[number]

/** What happens to one subscription if nobody acts, with what says so. */
export type Outcome = {
  readonly kind: OutcomeKind
  /** Set when the kind is `unknown`. */
  readonly gap: OutcomeGap | null
  readonly rule: string | null
  readonly source: RuleSource | null
  readonly endDate: CivilDate | null
  /** Says that the term is over by the calendar, so that the facts are older than what they speak of. */
  readonly isPast: boolean
  /** When all data is deleted, where a document gives a period. */
  readonly deletion: Span | null
}

/** Looks the facts up in the table of rules; where no document says anything, the answer is `unknown` with the reason. */
export function whatIfNobodyActs(facts: OutcomeFacts, dates: RuleDates, today: CivilDate): Outcome {
  const { endDate } = facts
  const base = { endDate, isPast: endDate !== null && endDate < today }
  const gap = gapOf(facts)
  const rule = gap === null ? outcomeRules.find((each) => holds(each, facts, dates)) : undefined
  if (rule === undefined) {
    return { kind: 'unknown', gap: gap ?? 'rule', rule: null, source: null, deletion: null, ...base }
  }
  return {
    kind: rule.outcome,
    gap: null,
    rule: rule.id,
    source: rule.source,
    deletion: deletionOf(rule, facts),
    ...base,
  }
}

/** What a source would have to state before any rule could be asked. */
function gapOf({ status, autoRenew, isTrial, endDate, isEndStated }: OutcomeFacts): OutcomeGap | null {
  if (status === 'unknown' || status === 'other' || status === 'none') {
    return 'status'
  }
  if (status !== 'active') {
    return null
  }
  if (isTrial === true) {
    // No document at hand says what a trial turns into.
    return 'trial'
  }
  if (endDate === null) {
    return isEndStated ? null : 'end'
  }
  return autoRenew === null ? 'auto-renew' : null
}

function holds(rule: OutcomeRule, facts: OutcomeFacts, dates: RuleDates): boolean {
  const { endDate } = facts
  const isAmong = <T>(values: readonly T[] | undefined, value: T) =>
    values === undefined || values.includes(value)
  return (
    isAmong(rule.clouds, facts.cloud) &&
    isAmong(rule.products, facts.product) &&
    isAmong(rule.statuses, facts.status) &&
    (rule.autoRenew === undefined || rule.autoRenew === facts.autoRenew) &&
    (rule.hasEnd === undefined || rule.hasEnd === (endDate !== null)) &&
    isValid(rule, endDate, dates)
  )
}

function isValid({ valid }: OutcomeRule, endDate: CivilDate | null, dates: RuleDates): boolean {
  if (valid === undefined) {
    return true
  }
  const date = dates['from' in valid ? valid.from : valid.until]
  const hasBegun = date !== null && endDate !== null && endDate >= date
  return 'from' in valid ? hasBegun : !hasBegun
}

function deletionOf({ deletion }: OutcomeRule, { endDate, suspension }: OutcomeFacts): Span | null {
  if (deletion === undefined) {
    return null
  }
  if (deletion.after === 'end') {
    return endDate === null ? null : exactly(addDays(endDate, deletion.days))
  }
  return suspension === null
    ? null
    : {
        earliest: suspension.earliest === null ? null : addDays(suspension.earliest, deletion.days),
        latest: addDays(suspension.latest, deletion.days),
      }
}

function exactly(date: CivilDate): Span {
  return { earliest: date, latest: date }
}
