import { waitingStates } from '#shared/domain/request-state.ts'
import type { AskedRequest, ListedRow, Suggestion } from '#main/history/acceptances.ts'
import { findAcceptances, listedSince } from '#main/history/acceptances.ts'
import type { LongReader } from '#main/queries/long-reads.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'

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
 * @throws NotYet while a patient projection has to wait for the lists to be looked through.
 */
export function findSuggestions(
  reader: Reader,
  longReads: Pick<LongReader, 'acceptances'>,
  accountId?: string,
): readonly Suggestion[] {
  const awaited =
    accountId === undefined
      ? readAwaited(reader)
      : readAwaited(reader, 'AND r.account_id = :accountId', { accountId })
  const isRejected = rejections(reader)
  const byRequest = match(reader, longReads, awaited)
  return awaited.flatMap((row) => byRequest.get(keyOf(row)) ?? []).filter((each) => !isRejected(each))
}

/** The suggestion of one customer for one request, for which no list is looked through. */
export function findSuggestion(
  reader: Reader,
  requestId: string,
  customerId: string,
): Suggestion | undefined {
  const requests = readAwaited(reader, 'AND r.id = :requestId', { requestId }).map(toAsked)
  const rows = reader.all<ListedRow>(
    listedSince(`AND f.customer_rid IN (
      SELECT rid FROM customer WHERE id = :customerId UNION ALL
      SELECT m.rid FROM customer AS c JOIN merged_customer AS m ON m.merged_into = c.rid WHERE c.id = :customerId)`),
    { since: requests[0]?.askedAt ?? '', customerId },
  )
  const isRejected = rejections(reader)
  return findAcceptances(reader, rows, requests).find((each) => !isRejected(each))
}

function readAwaited(reader: Reader, condition = '', parameters: Parameters = {}): readonly AwaitedRow[] {
  return reader.all<AwaitedRow>(
    `SELECT r.id, r.account_id, c.id AS customer_id, r.prospect_name, r.prospect_email, r.prospect_tenant_id,
      r.recipients, r.created_at AS asked_at
    FROM request AS r LEFT JOIN customer_record AS c ON c.rid = r.customer_rid
    WHERE r.kind <> 'granular' AND r.state IN (${waiting}) ${condition} ORDER BY r.rid`,
    parameters,
  )
}

function rejections(reader: Reader): (suggestion: Suggestion) => boolean {
  const rejected = new Set(
    reader
      .all<{ key: string }>(
        `SELECT r.request_id || ' ' || c.id AS key FROM acceptance_rejection AS r
        JOIN customer_record AS c ON c.rid = r.customer_rid`,
      )
      .map(({ key }) => key),
  )
  return ({ requestId, customerId }) => rejected.has(`${requestId} ${customerId}`)
}

/** Looks through the lists for those requests that have not been looked for since the last import. */
function match(
  reader: Reader,
  longReads: Pick<LongReader, 'acceptances'>,
  awaited: readonly AwaitedRow[],
): Found['byRequest'] {
  // The number of an import that was undone is given again; its id is not.
  const head = reader.get<{ id: string }>(
    'SELECT i.id FROM import AS i JOIN portfolio_head AS h ON h.head = i.rid',
  )?.id
  const byRequest = newest !== null && newest.head === head ? newest.byRequest : new Map<string, never>()
  newest = { head, byRequest }
  const fresh = awaited.filter((row) => !byRequest.has(keyOf(row)))
  // Most requests are younger than the newest list: there is nothing to look through for them.
  const newestList =
    reader.get<{ at: string | null }>('SELECT MAX(imported_at) AS at FROM past_import')?.at ?? ''
  const asked = fresh.map(toAsked).filter(({ askedAt }) => askedAt < newestList)
  const found = asked.length === 0 ? [] : longReads.acceptances(asked)
  fresh.forEach((row) =>
    byRequest.set(
      keyOf(row),
      found.filter(({ requestId }) => requestId === row.id),
    ),
  )
  return byRequest
}

function keyOf(row: AwaitedRow): string {
  return JSON.stringify(row)
}

function toAsked(row: AwaitedRow): AskedRequest {
  const addresses = [...(JSON.parse(row.recipients) as string[]), row.prospect_email ?? '']
  return {
    id: row.id,
    accountId: row.account_id,
    customerId: row.customer_id,
    tenantId: row.prospect_tenant_id,
    domains: addresses.flatMap((address) => (address.includes('@') ? [address.split('@')[1] ?? ''] : [])),
    foldedName: fold(row.prospect_name ?? ''),
    askedAt: row.asked_at,
  }
}
