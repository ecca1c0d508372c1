import type { DuplicateSide } from '#shared/contract/portfolio.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'

/** Customers that may be one, side by side. */
export function projectDuplicates(
  { reader, longReads }: ApplicationFacts,
  { accountId, offset, limit }: ParsedParams<'customer.duplicates'>,
): ViewValue<'customer.duplicates'> {
  const inScope =
    accountId === undefined
      ? null
      : new Set(
          reader
            .all<{ rid: number }>('SELECT rid FROM customer WHERE account_id = :accountId', { accountId })
            .map(({ rid }) => rid),
        )
  const apart = keptApart(reader)
  const pairs = longReads
    .duplicates()
    .filter(
      (pair) =>
        !apart.has(pairKey(pair)) &&
        (inScope === null || inScope.has(pair.first) || inScope.has(pair.second)),
    )
  const shown = pairs.slice(offset, offset + limit)
  const rows = reader.all<DuplicateSide & { rid: number }>(
    `SELECT c.rid, c.id, c.name, c.domain, c.tenant_id AS tenantId, c.account_id AS accountId,
      a.company_name AS accountName, c.subscription_count AS subscriptionCount, c.seat_count AS seatCount
    FROM customer AS c JOIN partner_account AS a ON a.id = c.account_id
    WHERE c.rid IN (SELECT value FROM json_each(:rids))`,
    { rids: JSON.stringify(shown.flatMap(({ first, second }) => [first, second])) },
  )
  const sides = new Map(rows.map(({ rid, ...side }) => [rid, side]))
  return {
    total: pairs.length,
    rows: shown.flatMap(({ reason, first, second }) => {
      const [a, b] = [sides.get(first), sides.get(second)]
      return a === undefined || b === undefined
        ? []
        : [{ reason, first: a, second: b, canMerge: a.accountId === b.accountId }]
    }),
  }
}

/** How many pairs of one account may be one and were not said to be two. */
export function projectDuplicateCount(
  { reader, longReads }: ApplicationFacts,
  { accountId }: ParsedParams<'customer.duplicate-count'>,
): ViewValue<'customer.duplicate-count'> {
  const apart = keptApart(reader)
  const open = longReads.duplicates().filter((pair) => !apart.has(pairKey(pair)))
  // Each pair looks its two up, in this order: the other way round, every customer would be held against every pair.
  const row = reader.get<{ count: number }>(
    `SELECT COUNT(*) AS count FROM json_each(:pairs) AS p
    CROSS JOIN customer_record AS a ON a.rid = p.value ->> 'first'
    CROSS JOIN customer_record AS b ON b.rid = p.value ->> 'second'
    WHERE a.account_id = b.account_id ${accountId === undefined ? '' : 'AND a.account_id = :accountId'}`,
    { pairs: JSON.stringify(open), ...(accountId === undefined ? {} : { accountId }) },
  )
  return { count: row?.count ?? 0 }
}

/** The pairs the user has said are two customers. */
function keptApart(reader: Reader): ReadonlySet<string> {
  const rows = reader.all<{ first: number; second: number }>(
    'SELECT first_rid AS first, second_rid AS second FROM not_duplicate',
  )
  return new Set(rows.map(pairKey))
}

function pairKey({ first, second }: { readonly first: number; readonly second: number }): string {
  return `${Math.min(first, second)} ${Math.max(first, second)}`
}
