import type { RenewalRow } from '#shared/contract/renewal.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween } from '#shared/domain/civil-date.ts'
import { defaultRuleDates, outcomeRules, ruleSources } from '#shared/domain/outcome-rules.ts'
import { bucketOf, priorityOf, renewalBuckets, stateOf } from '#shared/domain/renewal.ts'
import { createWorkingDays } from '#shared/domain/working-days.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
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
  { reader, preferences, calendar }: ApplicationFacts,
  { customerId, ...query }: ParsedParams<'renewal.list'>,
): ViewValue<'renewal.list'> {
  const now = calendar()
  const { total, rows } = readWindow<Marked>(
    reader,
    'renewals',
    columns,
    query,
    now,
    customerId === undefined ? null : ofCustomer(customerId),
  )
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
  { reader, today }: ApplicationFacts,
  { accountId }: ParsedParams<'renewal.summary'>,
): ViewValue<'renewal.summary'> {
  const day = today()
  const account = accountId === undefined ? '' : 'AND s.account_id = :accountId'
  const parameters = accountId === undefined ? {} : { accountId }
  const counted = reader.all<{ bucket: string; high: number; total: number }>(
    `SELECT ${renewalSql.bucket} AS bucket, SUM(${renewalSql.priority} = 'high') AS high, COUNT(*) AS total
    FROM subscription AS s WHERE 1 ${account} GROUP BY 1`,
    { ...parameters, today: day },
  )
  // Few subscriptions carry a mark: they are taken from the whole rather than looked for in it.
  const marked = reader.all<{ bucket: string; state: string; high: number; pinned: number; total: number }>(
    `SELECT ${renewalSql.bucket} AS bucket, ${renewalSql.state} AS state,
      SUM(${renewalSql.priority} = 'high') AS high, SUM(m.is_pinned) AS pinned, COUNT(*) AS total
    FROM renewal_mark AS m JOIN subscription AS s
      ON s.account_id = m.account_id AND s.subscription_key = m.renewal_key
    WHERE 1 ${account} GROUP BY 1, 2`,
    { ...parameters, today: day },
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
    months: monthsOf(
      reader.all<MonthRow>(
        `SELECT substr(s.end_date, 1, 7) AS month, s.auto_renew AS autoRenew, COUNT(*) AS renewals,
          COALESCE(SUM(s.quantity), 0) AS seats
        FROM subscription AS s WHERE s.end_date >= :from AND s.end_date < :to ${account} GROUP BY 1, 2`,
        { ...parameters, from: `${monthAfter(day, 0)}-01`, to: `${monthAfter(day, months)}-01` },
      ),
      day,
    ),
  }
}

type MonthRow = {
  readonly month: string
  readonly autoRenew: number | null
  readonly renewals: number
  readonly seats: number
}

function monthsOf(rows: readonly MonthRow[], today: CivilDate): ViewValue<'renewal.summary'>['months'] {
  return Array.from({ length: months }, (_, index) => {
    const month = monthAfter(today, index)
    const of = (autoRenew: number | null) => {
      const row = rows.find((each) => each.month === month && each.autoRenew === autoRenew)
      return { renewals: row?.renewals ?? 0, seats: row?.seats ?? 0 }
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
  { reader, preferences, today }: ApplicationFacts,
  { accountId, month }: ParsedParams<'renewal.month'>,
): ViewValue<'renewal.month'> {
  const first = `${month}-01`
  const next = `${monthAfter(first, 1)}-01`
  const rows = reader.all<{ date: string; renewals: number; seats: number; high: number }>(
    `SELECT s.end_date AS date, COUNT(*) AS renewals, COALESCE(SUM(s.quantity), 0) AS seats,
      SUM(${renewalSql.priority} = 'high') AS high
    FROM subscription AS s WHERE s.end_date >= :from AND s.end_date < :to
      ${accountId === undefined ? '' : 'AND s.account_id = :accountId'} GROUP BY 1`,
    { from: first, to: next, today: today(), ...(accountId === undefined ? {} : { accountId }) },
  )
  const { hasHolidays } = preferences.current()
  const { isWorked } = createWorkingDays(hasHolidays ? mainlandHolidays : null)
  return {
    today: today(),
    days: Array.from({ length: daysBetween(first, next) }, (_, index) => {
      const date = addDays(first, index)
      const row = rows.find((each) => each.date === date)
      return { ...(row ?? { date, renewals: 0, seats: 0, high: 0 }), isWorked: isWorked(date) }
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
