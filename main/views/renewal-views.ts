import type { RenewalRow } from '#shared/contract/renewal.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween } from '#shared/domain/civil-date.ts'
import { defaultRuleDates, outcomeRules, ruleSources } from '#shared/domain/outcome-rules.ts'
import { bucketOf, priorityOf, renewalBuckets, stateOf } from '#shared/domain/renewal.ts'
import { createWorkingDays } from '#shared/domain/working-days.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { readOrdered } from '#main/lists/list-orders.ts'
import type { RenewalTotal } from '#main/lists/portfolio-totals.ts'
import { inAccount } from '#main/lists/portfolio-totals.ts'
import { readWindow } from '#main/lists/run-query.ts'
import { renewalSql } from '#main/lists/renewal-sql.ts'
import { mainlandHolidays } from '#main/renewals/mainland-holidays.ts'
import { createOutcomes } from '#main/renewals/outcomes.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { SubscriptionRecord } from './subscription-rows.ts'
import { subscriptionColumns, toSubscriptionRow } from './subscription-rows.ts'
import { ofCustomer } from './subscription-views.ts'

type Marked = SubscriptionRecord & {
  readonly is_pinned: number | null
  readonly snoozed_until: string | null
  readonly done_for_end: string | null
  readonly note: string | null
}

const columns = `${subscriptionColumns}, m.is_pinned, m.snoozed_until, m.done_for_end, m.note`

/** A window of the worklist; what ends first is first unless asked otherwise. */
export function projectRenewals(
  { reader, longReads, totals, preferences, calendar }: ApplicationFacts,
  { customerId, ...query }: ParsedParams<'renewal.list'>,
): ViewValue<'renewal.list'> {
  const now = calendar()
  const { total, rows } =
    customerId === undefined
      ? readOrdered<Marked>({ reader, longReads, totals }, 'renewals', columns, query, now)
      : readWindow<Marked>(reader, 'renewals', columns, query, now, ofCustomer(customerId))
  const outcomes = createOutcomes(reader, preferences, now.today)
  const each = outcomes.of(rows)
  return {
    total,
    rows: rows.flatMap((row, index) => {
      const outcome = each[index]
      return outcome === undefined ? [] : [toRenewal(row, outcome, outcomes.deadline(row), now.today)]
    }),
  }
}

function toRenewal(
  row: Marked,
  outcome: RenewalRow['outcome'],
  deadline: RenewalRow['deadline'],
  today: CivilDate,
): RenewalRow {
  const subscription = toSubscriptionRow(row)
  const mark = { doneForEnd: row.done_for_end, snoozedUntil: row.snoozed_until }
  return {
    ...subscription,
    key: row.subscription_key,
    bucket: bucketOf(subscription.endDate, today),
    priority: priorityOf(subscription, today),
    state: stateOf(mark, subscription.endDate, today),
    isPinned: row.is_pinned === 1,
    snoozedUntil: row.snoozed_until,
    note: row.note ?? '',
    outcome,
    deadline,
  }
}

const months = 18

/** What is open by bucket, and the ends of the coming months with their seats by auto-renew. */
export function projectRenewalSummary(
  { reader, totals, today }: ApplicationFacts,
  { accountId }: ParsedParams<'renewal.summary'>,
): ViewValue<'renewal.summary'> {
  const day = today()
  const all = inAccount(totals.renewals(), accountId)
  const counted = all.map((row) => ({
    bucket: bucketOf(row.endDate, day),
    high: highOf(row, day),
    total: row.subscriptions,
  }))
  // Few subscriptions carry a mark: they are taken from the whole rather than looked for in it.
  const marked = reader.all<{ bucket: string; state: string; high: number; pinned: number; total: number }>(
    `SELECT ${renewalSql.bucket} AS bucket, ${renewalSql.state} AS state,
      SUM(${renewalSql.priority} = 'high') AS high, SUM(m.is_pinned) AS pinned, COUNT(*) AS total
    FROM renewal_mark AS m
      JOIN subscription_record AS r ON r.account_id = m.account_id AND r.subscription_key = m.renewal_key
      JOIN subscription AS s ON s.rid = r.rid
    WHERE 1 ${accountId === undefined ? '' : 'AND m.account_id = :accountId'} GROUP BY 1, 2`,
    { ...(accountId === undefined ? {} : { accountId }), today: day },
  )
  const sum = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0)
  const away = marked.filter(({ state }) => state !== 'open')
  const totalOf = (rows: readonly { readonly bucket: string; readonly total: number }[], bucket: string) =>
    sum(rows.filter((row) => row.bucket === bucket).map(({ total }) => total))
  return {
    today: day,
    buckets: Object.fromEntries(
      renewalBuckets.map((bucket) => [bucket, totalOf(counted, bucket) - totalOf(away, bucket)]),
    ) as ViewValue<'renewal.summary'>['buckets'],
    high: sum(counted.map(({ high }) => high)) - sum(away.map(({ high }) => high)),
    pinned: sum(marked.filter(({ state }) => state === 'open').map(({ pinned }) => pinned)),
    snoozed: sum(marked.filter(({ state }) => state === 'snoozed').map(({ total }) => total)),
    done: sum(marked.filter(({ state }) => state === 'done').map(({ total }) => total)),
    months: monthsOf(all, day),
  }
}

/** How many of subscriptions that are alike are urgent: all or none. */
function highOf({ status, autoRenew, endDate, subscriptions }: RenewalTotal, today: CivilDate): number {
  const facts = { status, endDate, autoRenew: autoRenew === null ? null : autoRenew === 1 }
  return priorityOf(facts, today) === 'high' ? subscriptions : 0
}

function monthsOf(rows: readonly RenewalTotal[], today: CivilDate): ViewValue<'renewal.summary'>['months'] {
  return Array.from({ length: months }, (_, index) => {
    const month = monthAfter(today, index)
    const ending = rows.filter(({ endDate }) => endDate?.startsWith(month) === true)
    const of = (wanted: number | null) => {
      const found = ending.filter(({ autoRenew }) => autoRenew === wanted)
      return {
        renewals: found.reduce((total, { subscriptions }) => total + subscriptions, 0),
        seats: found.reduce((total, { seats }) => total + seats, 0),
      }
    }
    return { month, renews: of(1), ends: of(0), unstated: of(null) }
  })
}

function monthAfter(date: CivilDate, count: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const at = year * 12 + month - 1 + count
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The days of a month with what ends on them, and whether they are worked. */
export function projectRenewalMonth(
  { totals, preferences, today }: ApplicationFacts,
  { accountId, month }: ParsedParams<'renewal.month'>,
): ViewValue<'renewal.month'> {
  const first = `${month}-01`
  const next = `${monthAfter(first, 1)}-01`
  const ending = inAccount(totals.renewals(), accountId).filter(
    ({ endDate }) => endDate?.startsWith(month) === true,
  )
  const { hasHolidays } = preferences.current()
  const { isWorked } = createWorkingDays(hasHolidays ? mainlandHolidays : null)
  return {
    today: today(),
    days: Array.from({ length: daysBetween(first, next) }, (_, index) => {
      const date = addDays(first, index)
      const rows = ending.filter(({ endDate }) => endDate === date)
      return {
        date,
        renewals: rows.reduce((total, { subscriptions }) => total + subscriptions, 0),
        seats: rows.reduce((total, { seats }) => total + seats, 0),
        high: rows.reduce((total, row) => total + highOf(row, today()), 0),
        isWorked: isWorked(date),
      }
    }),
    areHolidaysKnown: hasHolidays && mainlandHolidays.years.includes(Number(month.slice(0, 4))),
  }
}

/** The rules behind "if nobody acts", as the user has dated them. */
export function projectRenewalRules({ preferences }: ApplicationFacts): ViewValue<'renewal.rules'> {
  const dates = { ...defaultRuleDates, ...preferences.current() }
  const { years } = mainlandHolidays
  return {
    rules: outcomeRules.map(({ id, outcome, source, valid }) => ({
      id,
      outcome,
      ...ruleSources[source],
      from: valid !== undefined && 'from' in valid ? dates[valid.from] : null,
      until: valid !== undefined && 'until' in valid ? dates[valid.until] : null,
    })),
    holidayYears: { first: years[0] ?? 0, last: years.at(-1) ?? 0 },
  }
}
