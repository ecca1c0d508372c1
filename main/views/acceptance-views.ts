import type { AcceptanceSuggestion, AwaitedRequest, NewlyListed } from '#shared/domain/acceptance.ts'
import { suggestAcceptances } from '#shared/domain/acceptance.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { waitingStates } from '#shared/domain/request-state.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import type { ApplicationFacts } from './application-views.ts'

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
  id: string
  account_id: string
  tenant_id: string | null
  domain: string | null
  name_folded: string
  change: NewlyListed['change']
  import_rid: number
  imported_at: string
}

const waiting = waitingStates.map((state) => `'${state}'`).join(', ')

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
  const [oldest] = awaited.map(({ asked_at }) => asked_at).toSorted((a, b) => a.localeCompare(b))
  if (oldest === undefined) {
    return []
  }
  const rejected = new Set(
    reader
      .all<{ key: string }>(`SELECT request_id || ' ' || customer_id AS key FROM acceptance_rejection`)
      .map(({ key }) => key),
  )
  const listed = readListed(reader, oldest)
  return suggestAcceptances(awaited.map(toAwaited), listed.map(toListed)).flatMap((suggestion) => {
    const request = awaited.find(({ id }) => id === suggestion.requestId)
    const source = listed.find(
      ({ id, change }) => id === suggestion.customerId && change === suggestion.change,
    )
    // What a list said before the customer was asked is no answer.
    const isAnswer = request !== undefined && source !== undefined && source.imported_at > request.asked_at
    return isAnswer && !rejected.has(`${suggestion.requestId} ${suggestion.customerId}`)
      ? [{ ...suggestion, importRid: source.import_rid }]
      : []
  })
}

/** Versions that imports since then have begun, where they list a customer anew or state more than was known. */
function readListed(reader: Reader, since: string): readonly ListedRow[] {
  return reader.all<ListedRow>(
    `SELECT f.id, f.account_id, f.tenant_id, f.domain, f.name_folded, i.rid AS import_rid, i.imported_at,
      CASE WHEN before.rid IS NULL THEN 'listed'
        WHEN f.relationship = 'reseller' AND before.relationship IS NOT 'reseller' THEN 'relationship'
        ELSE 'privileges' END AS change
    FROM import AS i
    JOIN customer_fact AS f ON f.account_id = i.account_id AND f.from_import = i.rid
    LEFT JOIN customer_fact AS before ON before.customer_rid = f.customer_rid AND before.to_import = f.from_import
    WHERE i.imported_at > :since AND i.rid <= (SELECT head FROM portfolio_head) AND f.merged_into IS NULL
      AND (before.rid IS NULL OR (f.relationship = 'reseller' AND before.relationship IS NOT 'reseller')
        OR (f.delegated_privileges = 'yes' AND before.delegated_privileges IS NOT 'yes'))
    ORDER BY i.rid`,
    { since },
  )
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

function toListed(row: ListedRow): NewlyListed {
  return {
    id: row.id,
    accountId: row.account_id,
    tenantId: row.tenant_id,
    domain: row.domain,
    foldedName: row.name_folded,
    change: row.change,
  }
}

/** The suggestions with all that is needed to judge them, the newest import's first. */
export function projectAcceptances(
  { reader }: ApplicationFacts,
  { accountId }: ParsedParams<'acceptance.list'>,
): ViewValue<'acceptance.list'> {
  return findSuggestions(reader, accountId)
    .flatMap(({ requestId, customerId, importRid, reasons, change }) => {
      const row = reader.get<{
        request_name: string
        state: ViewValue<'acceptance.list'>[number]['state']
        asked_at: string
        customer_name: string
        domain: string | null
        import_id: string
        file_name: string
        imported_at: string
        account_name: string
        is_sample: number
      }>(
        `SELECT COALESCE(kept.name, r.prospect_name, '') AS request_name, r.state,
          COALESCE(r.exported_at, r.created_at) AS asked_at, c.name AS customer_name, c.domain, i.id AS import_id,
          i.file_name, i.imported_at, a.company_name AS account_name, a.is_sample
        FROM request AS r
        JOIN partner_account AS a ON a.id = r.account_id
        JOIN customer AS c ON c.id = :customerId
        JOIN import AS i ON i.rid = :importRid
        LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid
        WHERE r.id = :requestId`,
        { requestId, customerId, importRid },
      )
      return row === undefined
        ? []
        : [
            {
              requestId,
              requestName: row.request_name,
              state: row.state,
              askedAt: row.asked_at,
              customerId,
              customerName: row.customer_name,
              domain: row.domain,
              reasons: [...reasons],
              change,
              importId: row.import_id,
              fileName: row.file_name,
              importedAt: row.imported_at,
              accountName: row.account_name,
              isSample: row.is_sample === 1,
            },
          ]
    })
    .toSorted((a, b) => b.importedAt.localeCompare(a.importedAt))
}

type Comparison = NonNullable<ViewValue<'acceptance.comparison'>>
type Field = Comparison['changes'][number]['field']

/** What the promise covers: what is bought, for how long, on which terms, and whose it is. */
const fields: { readonly [F in Field]: string } = {
  offer: 'offer',
  quantity: 'quantity',
  status: 'status_raw',
  startDate: 'start_date',
  endDate: 'end_date',
  billingCycle: 'billing_cycle_raw',
  termDuration: 'term_duration',
  partnerOfRecord: 'partner_of_record',
  resellerOfRecord: 'reseller_of_record',
}

type Version = {
  subscription_rid: number
  subscription_id: string
  offer: string
  file_name: string
  imported_at: string
} & { readonly [column: string]: string | number | null }

/** Compares the customer's subscriptions before the request and after its acceptance; throws `REQUEST_NOT_FOUND`. */
export function projectComparison(
  { reader }: ApplicationFacts,
  { requestId }: ParsedParams<'acceptance.comparison'>,
): ViewValue<'acceptance.comparison'> {
  const request = reader.get<{
    customer_rid: number | null
    accepted_import: number | null
    created_at: string
  }>('SELECT customer_rid, accepted_import, created_at FROM request WHERE id = :requestId', { requestId })
  if (request === undefined) {
    throw new AppError('REQUEST_NOT_FOUND', 'no such request')
  }
  const { customer_rid: customerRid, accepted_import: acceptedImport } = request
  const after = readImport(reader, 'rid = :rid', { rid: acceptedImport })
  const customer = reader.get<{ id: string; name: string }>(
    'SELECT id, name FROM customer_record WHERE rid = :customerRid',
    { customerRid },
  )
  if (after === undefined || customer === undefined || customerRid === null) {
    return null
  }
  const before = readImport(reader, 'imported_at <= :at ORDER BY rid DESC LIMIT 1', {
    at: request.created_at,
  })
  const rids = sameTenant(reader, customerRid)
  const then = before === undefined ? [] : readVersions(reader, rids, before.rid)
  const now = readVersions(reader, rids, after.rid)
  const earlier = new Map(then.map((version) => [version.subscription_rid, version]))
  const changes = now.flatMap((version) => {
    const old = earlier.get(version.subscription_rid)
    return old === undefined ? [] : differences(old, version)
  })
  return {
    customerId: customer.id,
    customerName: customer.name,
    before: before === undefined ? null : { fileName: before.file_name, importedAt: before.imported_at },
    after: { fileName: after.file_name, importedAt: after.imported_at },
    beforeCount: then.length,
    afterCount: now.length,
    added: now.filter(({ subscription_rid }) => !earlier.has(subscription_rid)).length,
    changes,
  }
}

function differences(old: Version, version: Version): Comparison['changes'] {
  return (Object.keys(fields) as Field[]).flatMap((field) => {
    const column = fields[field]
    const [before = null, after = null] = [old[column], version[column]]
    return before === after
      ? []
      : [
          {
            subscriptionId: version.subscription_id,
            offer: version.offer,
            field,
            before,
            after,
            fileName: version.file_name,
            importedOn: civilDateOf(new Date(version.imported_at)),
          },
        ]
  })
}

/** The same company in other portfolios of ours: its tenant tells. */
function sameTenant(reader: Reader, customerRid: number): readonly number[] {
  const rows = reader.all<{ rid: number }>(
    `SELECT DISTINCT other.customer_rid AS rid FROM customer_fact AS own
    JOIN customer_fact AS other ON other.tenant_id = own.tenant_id
    WHERE own.customer_rid = :customerRid AND own.tenant_id IS NOT NULL`,
    { customerRid },
  )
  return [...new Set([customerRid, ...rows.map(({ rid }) => rid)])]
}

function readVersions(reader: Reader, rids: readonly number[], head: number): readonly Version[] {
  return reader.all<Version>(
    `SELECT s.subscription_rid, s.subscription_id, ${Object.values(fields)
      .map((column) => `s.${column}`)
      .join(', ')}, i.file_name, i.imported_at
    FROM subscription_fact AS s JOIN import AS i ON i.rid = s.from_import
    WHERE s.customer_rid IN (SELECT value FROM json_each(:rids)) AND s.from_import <= :head AND s.to_import > :head
    ORDER BY s.offer, s.subscription_rid`,
    { rids: JSON.stringify(rids), head },
  )
}

type ImportRow = { rid: number; file_name: string; imported_at: string }

function readImport(
  reader: Reader,
  condition: string,
  parameters: { readonly [name: string]: string | number | null },
): ImportRow | undefined {
  return reader.get<ImportRow>(
    `SELECT rid, file_name, imported_at FROM import WHERE ${condition}`,
    parameters,
  )
}
