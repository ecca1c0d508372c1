import type { AcceptanceSuggestion, AwaitedRequest, NewlyListed } from '#shared/domain/acceptance.ts'
import { suggestAcceptances } from '#shared/domain/acceptance.ts'
import type { Reader } from '#main/store/database.ts'

/** A suggestion with the import that listed the customer. */
export type Suggestion = AcceptanceSuggestion & { readonly importRid: number }

/** A request an answer is awaited for, and the moment it was made. */
export type AskedRequest = AwaitedRequest & { readonly askedAt: string }

/** A version of a customer in which an import lists it anew, or states more than was known. */
export type ListedRow = {
  readonly customer_rid: number
  readonly id: string
  readonly account_id: string
  readonly tenant_id: string | null
  readonly domain: string | null
  readonly name_folded: string
  readonly change: NewlyListed['change']
  readonly import_rid: number
  readonly imported_at: string
}

type Listed = NewlyListed & { readonly importRid: number; readonly importedAt: string }

/** The statement that reads such versions of the imports after `:since`, the oldest first; with a further condition. */
export const listedSince = (
  condition = '',
): string => `SELECT f.customer_rid, f.id, f.account_id, f.tenant_id, f.domain,
    f.name_folded, i.rid AS import_rid, i.imported_at,
    CASE WHEN before.rid IS NULL THEN 'listed'
      WHEN f.relationship = 'reseller' AND before.relationship IS NOT 'reseller' THEN 'relationship'
      ELSE 'privileges' END AS change
  FROM import AS i
  JOIN customer_fact AS f ON f.account_id = i.account_id AND f.from_import = i.rid
  LEFT JOIN customer_fact AS before ON before.customer_rid = f.customer_rid AND before.to_import = f.from_import
  WHERE i.imported_at > :since AND i.rid <= (SELECT head FROM portfolio_head) AND f.merged_into IS NULL
    AND i.shape <> 'merge' ${condition}
    AND (before.rid IS NULL OR (f.relationship = 'reseller' AND before.relationship IS NOT 'reseller')
      OR (f.delegated_privileges = 'yes' AND before.delegated_privileges IS NOT 'yes'))
  ORDER BY i.rid`

/** Finds the customers that may have accepted requests, among those that {@link listedSince} the oldest of them has read. */
export function findAcceptances(
  reader: Pick<Reader, 'all'>,
  rows: readonly ListedRow[],
  requests: readonly AskedRequest[],
): readonly Suggestion[] {
  const asked = new Map(requests.map((request) => [request.id, request]))
  const found = new Map<string, Suggestion>()
  for (const { listed, ...suggestion } of suggestAcceptances(requests, toListed(reader, rows))) {
    const request = asked.get(suggestion.requestId)
    const key = `${suggestion.requestId} ${suggestion.customerId}`
    // What a list said before the customer was asked is no answer; of those after, the first one counts.
    if (request !== undefined && listed.importedAt > request.askedAt && !found.has(key)) {
      found.set(key, { ...suggestion, importRid: listed.importRid })
    }
  }
  return [...found.values()]
}

function* toListed(reader: Pick<Reader, 'all'>, rows: readonly ListedRow[]): Iterable<Listed> {
  const survivors = new Map(
    reader
      .all<{ rid: number; id: string }>(
        `SELECT m.rid, c.id FROM merged_customer AS m JOIN customer AS c ON c.rid = m.merged_into`,
      )
      .map(({ rid, id }) => [rid, id]),
  )
  for (const row of rows) {
    yield {
      // A customer that another has taken in since is that other.
      id: survivors.get(row.customer_rid) ?? row.id,
      accountId: row.account_id,
      tenantId: row.tenant_id,
      domain: row.domain,
      foldedName: row.name_folded,
      change: row.change,
      importRid: row.import_rid,
      importedAt: row.imported_at,
    }
  }
}
