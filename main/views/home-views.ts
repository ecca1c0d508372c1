import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, daysBetween } from '#shared/domain/civil-date.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { openSql } from './request-views.ts'
import type { ApplicationFacts } from './application-views.ts'

type Attention = ViewValue<'home.attention'>

/** A monthly file that is older than this has been missed once. */
const staleAfterDays = 35
const shownRows = 8

/** What needs attention today: open requests by age, what ends soon, sources grown stale, and a year of ends. */
export function projectAttention(
  { reader, today }: ApplicationFacts,
  { accountId }: ParsedParams<'home.attention'>,
): Attention {
  const scope: Scope = { reader, today: today(), accountId }
  return {
    today: scope.today,
    openRequests: openRequests(scope),
    endingSoon: endingSoon(scope),
    staleSources: staleSources(scope),
    endsByMonth: endsByMonth(scope),
  }
}

type Scope = { readonly reader: Reader; readonly today: CivilDate; readonly accountId: string | undefined }

function inAccount(
  { accountId }: Scope,
  column: string,
): { readonly sql: string; readonly parameters: Parameters } {
  return accountId === undefined
    ? { sql: '', parameters: {} }
    : { sql: `AND ${column} = :accountId`, parameters: { accountId } }
}

function openRequests(scope: Scope): Attention['openRequests'] {
  const { sql, parameters } = inAccount(scope, 'r.account_id')
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
  const { sql, parameters } = inAccount(scope, 's.account_id')
  const { today } = scope
  const limits = { d30: addDays(today, 30), d60: addDays(today, 60), d90: addDays(today, 90) }
  const counts = scope.reader.get<{ overdue: number; within30: number; within60: number; within90: number }>(
    `SELECT COALESCE(SUM(s.end_date < :today), 0) AS overdue,
      COALESCE(SUM(s.end_date BETWEEN :today AND :d30), 0) AS within30,
      COALESCE(SUM(s.end_date BETWEEN :today AND :d60), 0) AS within60,
      COALESCE(SUM(s.end_date BETWEEN :today AND :d90), 0) AS within90
    FROM subscription AS s WHERE s.end_date <= :d90 ${sql}`,
    { ...parameters, ...limits, today },
  )
  const rows = scope.reader.all<Omit<Attention['endingSoon']['next'][number], 'daysLeft'>>(
    `SELECT s.subscription_id AS id, c.id AS customerId, c.name AS customerName, s.offer, s.quantity,
      s.end_date AS endDate
    FROM subscription AS s JOIN customer AS c ON c.rid = s.customer_rid
    WHERE (s.end_date IS NULL) = 0 AND s.end_date >= :today ${sql}
    ORDER BY s.end_date, s.offer, s.rid LIMIT ${shownRows}`,
    { ...parameters, today },
  )
  return {
    ...(counts ?? { overdue: 0, within30: 0, within60: 0, within90: 0 }),
    next: rows.map((row) => ({ ...row, daysLeft: daysBetween(today, row.endDate) })),
  }
}

function staleSources(scope: Scope): Attention['staleSources'] {
  const { sql, parameters } = inAccount(scope, 'i.account_id')
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

function endsByMonth(scope: Scope): Attention['endsByMonth'] {
  const { sql, parameters } = inAccount(scope, 's.account_id')
  const months = Array.from({ length: 12 }, (_, index) => monthAfter(scope.today, index))
  const rows = scope.reader.all<Attention['endsByMonth'][number]>(
    `SELECT substr(s.end_date, 1, 7) AS month, COUNT(*) AS subscriptions, COALESCE(SUM(s.quantity), 0) AS seats
    FROM subscription AS s
    WHERE s.end_date >= :from AND s.end_date < :to ${sql} GROUP BY 1`,
    { ...parameters, from: `${months[0]}-01`, to: `${monthAfter(scope.today, 12)}-01` },
  )
  return months.map(
    (month) => rows.find((row) => row.month === month) ?? { month, subscriptions: 0, seats: 0 },
  )
}

function monthAfter(date: CivilDate, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function ageOf(instant: string, today: CivilDate): number {
  return Math.max(0, daysBetween(civilDateOf(new Date(instant)), today))
}
