import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween } from '#shared/domain/civil-date.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { EndTotal } from '#main/lists/portfolio-totals.ts'
import { inAccount } from '#main/lists/portfolio-totals.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { openSql } from './request-views.ts'
import type { ApplicationFacts } from './application-views.ts'

type Attention = ViewValue<'home.attention'>

/** A monthly file that is older than this has been missed once. */
const staleAfterDays = 35
const shownRows = 8

/** What needs attention today: open requests by age, what ends soon, sources grown stale, and a year of ends. */
export function projectAttention(
  { reader, totals, today }: ApplicationFacts,
  { accountId }: ParsedParams<'home.attention'>,
): Attention {
  const ends = inAccount(totals.ends(), accountId)
  const scope: Scope = { reader, ends, today: today(), accountId }
  return {
    today: scope.today,
    openRequests: openRequests(scope),
    endingSoon: endingSoon(scope),
    staleSources: staleSources(scope),
    endsByMonth: endsByMonth(scope),
  }
}

type Scope = {
  readonly reader: Reader
  /** The account's subscriptions by the day they end. */
  readonly ends: readonly EndTotal[]
  readonly today: CivilDate
  readonly accountId: string | undefined
}

function ofAccount(
  { accountId }: Scope,
  column: string,
): { readonly sql: string; readonly parameters: Parameters } {
  return accountId === undefined
    ? { sql: '', parameters: {} }
    : { sql: `AND ${column} = :accountId`, parameters: { accountId } }
}

function openRequests(scope: Scope): Attention['openRequests'] {
  const { sql, parameters } = ofAccount(scope, 'r.account_id')
  const total = scope.reader.get<{ total: number }>(
    `SELECT COUNT(*) AS total FROM request AS r WHERE ${openSql} ${sql}`,
    parameters,
  )
  const rows = scope.reader.all<Omit<Attention['openRequests']['oldest'][number], 'ageDays'>>(
    `SELECT r.id, c.id AS customerId, COALESCE(c.name, kept.name, r.prospect_name, '') AS customerName, r.state,
      COALESCE(r.exported_at, r.created_at) AS since
    FROM request AS r LEFT JOIN customer AS c ON c.rid = r.customer_rid
      LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid
    WHERE ${openSql} ${sql} ORDER BY since, r.rid LIMIT ${shownRows}`,
    parameters,
  )
  return {
    total: total?.total ?? 0,
    oldest: rows.map((row) => ({ ...row, ageDays: ageOf(row.since, scope.today) })),
  }
}

function endingSoon(scope: Scope): Attention['endingSoon'] {
  const { sql, parameters } = ofAccount(scope, 's.account_id')
  const { ends, today } = scope
  const count = (isMeant: (endDate: string) => boolean): number =>
    ends.reduce((sum, { endDate, subscriptions }) => sum + (isMeant(endDate) ? subscriptions : 0), 0)
  const within = (days: number): number => {
    const last = addDays(today, days)
    return count((endDate) => endDate >= today && endDate <= last)
  }
  const rows = scope.reader.all<Omit<Attention['endingSoon']['next'][number], 'daysLeft'>>(
    `SELECT s.subscription_id AS id, c.id AS customerId, c.name AS customerName, s.offer, s.quantity,
      s.end_date AS endDate
    FROM subscription AS s JOIN customer AS c ON c.rid = s.customer_rid
    WHERE (s.end_date IS NULL) = 0 AND s.end_date >= :today ${sql}
    ORDER BY s.end_date, s.offer, s.rid LIMIT ${shownRows}`,
    { ...parameters, today },
  )
  return {
    overdue: count((endDate) => endDate < today),
    within30: within(30),
    within60: within(60),
    within90: within(90),
    next: rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.endDate) })),
  }
}

function staleSources(scope: Scope): Attention['staleSources'] {
  const { sql, parameters } = ofAccount(scope, 'i.account_id')
  return scope.reader
    .all<Omit<Attention['staleSources'][number], 'ageDays'>>(
      `SELECT i.account_id AS accountId, a.company_name AS accountName, i.shape, MAX(i.imported_at) AS importedAt
      FROM past_import AS i JOIN partner_account AS a ON a.id = i.account_id
      WHERE 1 ${sql} GROUP BY i.account_id, i.shape ORDER BY importedAt`,
      parameters,
    )
    .map((row) => ({ ...row, ageDays: ageOf(row.importedAt, scope.today) }))
    .filter(({ ageDays }) => ageDays > staleAfterDays)
}

function endsByMonth({ ends, today }: Scope): Attention['endsByMonth'] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = monthAfter(today, index)
    const found = ends.filter(({ endDate }) => endDate.startsWith(month))
    return {
      month,
      subscriptions: found.reduce((sum, { subscriptions }) => sum + subscriptions, 0),
      seats: found.reduce((sum, { seats }) => sum + seats, 0),
    }
  })
}

function monthAfter(date: CivilDate, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function ageOf(instant: string, today: CivilDate): number {
  return Math.max(0, daysBetween(civilDateOf(new Date(instant)), today))
}
