import type { DuplicateSide } from '#shared/contract/portfolio.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
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
  const pairs = longReads
    .duplicates()
    .filter(({ first, second }) => inScope === null || inScope.has(first) || inScope.has(second))
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
