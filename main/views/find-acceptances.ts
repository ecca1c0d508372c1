import type { AcceptanceSuggestion, AwaitedRequest, NewlyListed } from '#shared/domain/acceptance.ts'
import { suggestAcceptances } from '#shared/domain/acceptance.ts'
import { waitingStates } from '#shared/domain/request-state.ts'
import type { Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'

/** A suggestion with the import that listed the customer. */
export type Suggestion = AcceptanceSuggestion & { readonly importRid: number }

type AwaitedRow = {
  id: string
  account_id: string
  customer_id: string | null
  prospect_name: string | null
  prospect_email: string | null
  prospect_tenant_id: string | null
  recipients: string
  asked_at: string
}

type ListedRow = {
  customer_rid: number
  id: string
  account_id: string
  tenant_id: string | null
  domain: string | null
  name_folded: string
  change: NewlyListed['change']
  import_rid: number
  imported_at: string
}

type Listed = NewlyListed & { readonly importRid: number; readonly importedAt: string }

const waiting = waitingStates.map((state) => `'${state}'`).join(', ')

/** What has been found for a request, as long as the portfolio is the same and nothing of the request has changed. */
type Found = {
  readonly head: string | undefined
  readonly byRequest: Map<string, readonly Suggestion[]>
}
/** One for all readers of the data: an import's id is its own wherever it is read. */
let newest: Found | null = null

/**
 * Customers that may have accepted a request: those the request's own account lists for the first time since it was
 * made, or states a relationship or privileges of that it did not state before.
 */
export function findSuggestions(reader: Reader, accountId?: string): readonly Suggestion[] {
  const scope = accountId === undefined ? '' : 'AND r.account_id = :accountId'
  const parameters = accountId === undefined ? {} : { accountId }
  const awaited = reader.all<AwaitedRow>(
    `SELECT r.id, r.account_id, c.id AS customer_id, r.prospect_name, r.prospect_email, r.prospect_tenant_id,
      r.recipients, r.created_at AS asked_at
    FROM request AS r LEFT JOIN customer_record AS c ON c.rid = r.customer_rid
    WHERE r.kind <> 'granular' AND r.state IN (${waiting}) ${scope} ORDER BY r.rid`,
    parameters,
  )
  const rejected = new Set(
    reader
      .all<{ key: string }>(
        `SELECT r.request_id || ' ' || c.id AS key FROM acceptance_rejection AS r
        JOIN customer_record AS c ON c.rid = r.customer_rid`,
      )
      .map(({ key }) => key),
  )
  const byRequest = match(reader, awaited)
  return awaited
    .flatMap((row) => byRequest.get(keyOf(row)) ?? [])
    .filter(({ requestId, customerId }) => !rejected.has(`${requestId} ${customerId}`))
}

/** Looks through the lists for those requests that have not been looked for since the last import. */
function match(reader: Reader, awaited: readonly AwaitedRow[]): Found['byRequest'] {
  // The number of an import that was undone is given again; its id is not.
  const head = reader.get<{ id: string }>(
    'SELECT i.id FROM import AS i JOIN portfolio_head AS h ON h.head = i.rid',
  )?.id
  const byRequest = newest !== null && newest.head === head ? newest.byRequest : new Map<string, never>()
  newest = { head, byRequest }
  const fresh = awaited.filter((row) => !byRequest.has(keyOf(row)))
  const [oldest] = fresh.map(({ asked_at }) => asked_at).toSorted((a, b) => a.localeCompare(b))
  if (oldest === undefined) {
    return byRequest
  }
  const rows = new Map(fresh.map((row) => [row.id, row]))
  const answers = new Map<string, Map<string, Suggestion>>()
  for (const { listed, ...suggestion } of suggestAcceptances(
    fresh.map(toAwaited),
    readListed(reader, oldest),
  )) {
    const row = rows.get(suggestion.requestId)
    // What a list said before the customer was asked is no answer; of those after, the first one counts.
    if (row !== undefined && listed.importedAt > row.asked_at) {
      const ofRequest = answers.get(row.id) ?? new Map<string, Suggestion>()
      answers.set(row.id, ofRequest)
      if (!ofRequest.has(suggestion.customerId)) {
        ofRequest.set(suggestion.customerId, { ...suggestion, importRid: listed.importRid })
      }
    }
  }
  fresh.forEach((row) => byRequest.set(keyOf(row), [...(answers.get(row.id)?.values() ?? [])]))
  return byRequest
}

function keyOf(row: AwaitedRow): string {
  return JSON.stringify(row)
}

/** Versions that imports since then have begun, where they list a customer anew or state more than was known. */
function* readListed(reader: Reader, since: string): Iterable<Listed> {
  const survivors = new Map(
    reader
      .all<{ rid: number; id: string }>(
        `SELECT m.rid, c.id FROM merged_customer AS m JOIN customer_record AS c ON c.rid = m.merged_into`,
      )
      .map(({ rid, id }) => [rid, id]),
  )
  const rows = reader.all<ListedRow>(
    `SELECT f.customer_rid, f.id, f.account_id, f.tenant_id, f.domain, f.name_folded, i.rid AS import_rid,
      i.imported_at,
      CASE WHEN before.rid IS NULL THEN 'listed'
        WHEN f.relationship = 'reseller' AND before.relationship IS NOT 'reseller' THEN 'relationship'
        ELSE 'privileges' END AS change
    FROM import AS i
    JOIN customer_fact AS f ON f.account_id = i.account_id AND f.from_import = i.rid
    LEFT JOIN customer_fact AS before ON before.customer_rid = f.customer_rid AND before.to_import = f.from_import
    WHERE i.imported_at > :since AND i.rid <= (SELECT head FROM portfolio_head) AND f.merged_into IS NULL
      AND i.shape <> 'merge'
      AND (before.rid IS NULL OR (f.relationship = 'reseller' AND before.relationship IS NOT 'reseller')
        OR (f.delegated_privileges = 'yes' AND before.delegated_privileges IS NOT 'yes'))
    ORDER BY i.rid`,
    { since },
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

function toAwaited(row: AwaitedRow): AwaitedRequest {
  const addresses = [...(JSON.parse(row.recipients) as string[]), row.prospect_email ?? '']
  return {
    id: row.id,
    accountId: row.account_id,
    customerId: row.customer_id,
    tenantId: row.prospect_tenant_id,
    domains: addresses.flatMap((address) => (address.includes('@') ? [address.split('@')[1] ?? ''] : [])),
    foldedName: fold(row.prospect_name ?? ''),
  }
}
