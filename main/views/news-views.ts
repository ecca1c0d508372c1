import type { NewsRow } from '#shared/contract/portfolio.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { FactRow } from '#main/history/fact-changes.ts'
import { customerChanges, subscriptionChanges } from '#main/history/fact-changes.ts'
import type { NewsCategory } from '#main/history/news.ts'
import { newsBits } from '#main/history/news.ts'
import type { LongReader } from '#main/queries/long-reads.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import type { ListingKind } from '#main/store/listings.ts'
import type { ApplicationFacts } from './application-views.ts'

type News = ViewValue<'portfolio.changes'>
type Scope = {
  readonly reader: Reader
  readonly longReads: LongReader
  readonly listings: ApplicationFacts['listings']
  readonly accountId: string | undefined
  /** The newest import when the user last looked. */
  readonly since: number
}

/** The facts of which a change is news, by kind of news. */
const fieldsOf: { readonly [C in NewsCategory]?: readonly string[] } = {
  relationship: ['relationship'],
  'delegated-privileges': ['delegatedPrivileges'],
  seats: ['quantity'],
  status: ['status'],
  'auto-renew': ['autoRenew'],
  'end-date': ['endDate'],
  'partner-of-record': ['partnerOfRecord'],
}

const kindOf: { readonly [C in NewsCategory]: ListingKind } = {
  'customer-added': 'customer',
  'customer-absent': 'customer',
  relationship: 'customer',
  'delegated-privileges': 'customer',
  'subscription-added': 'subscription',
  'subscription-absent': 'subscription',
  seats: 'subscription',
  status: 'subscription',
  'auto-renew': 'subscription',
  'end-date': 'subscription',
  'partner-of-record': 'subscription',
}

/** What is new since the user last looked. */
export function projectChanges(
  { reader, longReads, listings }: ApplicationFacts,
  { accountId, category, offset, limit }: ParsedParams<'portfolio.changes'>,
): News {
  const looked = reader.get<{ head: number; at: string }>('SELECT head, at FROM portfolio_looked')
  const scope: Scope = { reader, longReads, listings, accountId, since: looked?.head ?? 0 }
  const counts = countNews(scope)
  const rows =
    category === undefined
      ? []
      : isAbsence(category)
        ? absentRows(scope, category, offset, limit)
        : newsRows(scope, category, offset, limit)
  return {
    since: looked?.at ?? null,
    counts,
    total: category === undefined ? 0 : counts[category],
    rows: [...rows],
  }
}

type Absence = Extract<NewsCategory, `${string}-absent`>

function isAbsence(category: NewsCategory): category is Absence {
  return category === 'customer-absent' || category === 'subscription-absent'
}

/** The condition of a version in the scope; one index has all that is news, and little else. */
function scopeOf({ accountId, since }: Scope): { readonly sql: string; readonly parameters: Parameters } {
  const accounts = accountId === undefined ? 'IN (SELECT id FROM partner_account)' : '= :accountId'
  return {
    sql: `n.account_id ${accounts} AND n.from_import > :since
      AND n.from_import <= (SELECT head FROM portfolio_head) AND n.changed > 0`,
    parameters: { since, ...(accountId === undefined ? {} : { accountId }) },
  }
}

function countNews(scope: Scope): News['counts'] {
  const { sql, parameters } = scopeOf(scope)
  const groups = { customer: new Map<number, number>(), subscription: new Map<number, number>() }
  for (const kind of ['customer', 'subscription'] as const) {
    const rows = scope.longReads.rows<{ changed: number; count: number }>({
      sql: `SELECT changed, COUNT(*) AS count FROM ${kind}_fact AS n WHERE ${sql} GROUP BY changed`,
      parameters,
    })
    rows.forEach(({ changed, count }) => groups[kind].set(changed, count))
  }
  const withBit = (category: keyof typeof newsBits) =>
    [...groups[kindOf[category]]]
      .filter(([changed]) => (changed & newsBits[category]) !== 0)
      .reduce((total, [, count]) => total + count, 0)
  return {
    'customer-added': withBit('customer-added'),
    'customer-absent': absentRids(scope, 'customer').length,
    relationship: withBit('relationship'),
    'delegated-privileges': withBit('delegated-privileges'),
    'subscription-added': withBit('subscription-added'),
    'subscription-absent': absentRids(scope, 'subscription').length,
    seats: withBit('seats'),
    status: withBit('status'),
    'auto-renew': withBit('auto-renew'),
    'end-date': withBit('end-date'),
    'partner-of-record': withBit('partner-of-record'),
  }
}

/** What every row of news says of its record and of the import that brought it. */
const rowColumns = `c.id AS customerId, c.name AS customerName, c.account_id AS accountId, i.imported_at AS at,
  i.file_name AS fileName, i.shape AS source`

type Described = Pick<NewsRow, 'customerId' | 'customerName' | 'accountId' | 'at' | 'fileName' | 'source'>

function describe(category: NewsCategory, row: FactRow & Described, changes: NewsRow['changes']): NewsRow {
  const isSubscription = kindOf[category] === 'subscription'
  return {
    category,
    customerId: row.customerId,
    customerName: row.customerName,
    accountId: row.accountId,
    subscriptionId: isSubscription ? String(row['subscription_id']) : null,
    offer: isSubscription ? String(row['offer']) : null,
    changes,
    at: row.at,
    fileName: row.fileName,
    source: row.source,
  }
}

function newsRows(
  scope: Scope,
  category: keyof typeof newsBits,
  offset: number,
  limit: number,
): readonly NewsRow[] {
  const kind = kindOf[category]
  const { sql, parameters } = scopeOf(scope)
  const rows = scope.reader.all<FactRow & Described & { rid: number }>(
    `SELECT n.*, ${rowColumns} FROM (
      SELECT n.rid, n.from_import FROM ${kind}_fact AS n WHERE ${sql} AND n.changed & :bit
      ORDER BY n.from_import DESC, n.rid LIMIT :limit OFFSET :offset
    ) AS w
    JOIN ${kind}_fact AS n ON n.rid = w.rid
    JOIN import AS i ON i.rid = n.from_import
    JOIN customer_record AS r ON r.rid = n.customer_rid
    JOIN customer_fact AS c ON c.customer_rid = r.rid AND c.from_import <= n.from_import AND c.to_import > n.from_import
    ORDER BY w.from_import DESC, w.rid`,
    { ...parameters, bit: newsBits[category], limit, offset },
  )
  const fields = fieldsOf[category] ?? []
  return rows.map((row) => {
    const before = fields.length === 0 ? null : (versionBefore(scope.reader, kind, row) ?? null)
    const changes =
      before === null
        ? []
        : kind === 'customer'
          ? customerChanges(before, row)
          : subscriptionChanges(before, row)
    return describe(
      category,
      row,
      changes.filter(({ field }) => fields.includes(field)),
    )
  })
}

function versionBefore(reader: Reader, kind: ListingKind, row: FactRow): FactRow | undefined {
  const key = kind === 'customer' ? 'customer_rid' : 'subscription_rid'
  return reader.get<FactRow>(
    `SELECT * FROM ${kind}_fact WHERE ${key} = :key AND to_import = :from ORDER BY from_import DESC LIMIT 1`,
    { key: Number(row[key]), from: Number(row['from_import']) },
  )
}

/** The records that a full list did not name, since the user last looked. */
function absentRids({ reader, listings, accountId, since }: Scope, kind: ListingKind): readonly number[] {
  const rids = listings.absentAfter(kind, since)
  if (rids.length === 0) {
    return rids
  }
  const shown = reader.all<{ rid: number }>(
    `SELECT rid FROM ${kind} WHERE rid IN (SELECT value FROM json_each(:rids))
      ${accountId === undefined ? '' : 'AND account_id = :accountId'}`,
    { rids: JSON.stringify(rids), ...(accountId === undefined ? {} : { accountId }) },
  )
  const known = new Set(shown.map(({ rid }) => rid))
  return rids.filter((rid) => known.has(rid))
}

function absentRows(scope: Scope, category: Absence, offset: number, limit: number): readonly NewsRow[] {
  const kind = kindOf[category]
  const rids = absentRids(scope, kind).slice(offset, offset + limit)
  const rows = scope.reader.all<FactRow & Described & { rid: number }>(
    kind === 'customer'
      ? `SELECT c.rid, ${rowColumns} FROM customer AS c JOIN import AS i ON i.rid = c.absent_import
        WHERE c.rid IN (SELECT value FROM json_each(:rids))`
      : `SELECT s.rid, s.subscription_id, s.offer, ${rowColumns} FROM subscription AS s
        JOIN customer AS c ON c.rid = s.customer_rid JOIN import AS i ON i.rid = s.absent_import
        WHERE s.rid IN (SELECT value FROM json_each(:rids))`,
    { rids: JSON.stringify(rids) },
  )
  const byRid = new Map(rows.map((row) => [row.rid, row]))
  return rids.flatMap((rid) => {
    const row = byRid.get(rid)
    return row === undefined ? [] : [describe(category, row, [])]
  })
}
