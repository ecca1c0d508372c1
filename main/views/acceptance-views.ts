import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'
import { findSuggestions } from './find-acceptances.ts'

/** The suggestions with all that is needed to judge them, the newest import's first. */
export function projectAcceptances(
  { reader, longReads }: ApplicationFacts,
  { accountId }: ParsedParams<'acceptance.list'>,
): ViewValue<'acceptance.list'> {
  const suggestions = findSuggestions(reader, longReads, accountId)
  const rows = reader.all<ShownRow>(
    `SELECT s.key AS position, COALESCE(kept.name, r.prospect_name, '') AS request_name, r.state,
      COALESCE(r.exported_at, r.created_at) AS asked_at, c.name AS customer_name, c.domain, i.id AS import_id,
      i.file_name, i.imported_at, a.company_name AS account_name, a.is_sample
    FROM json_each(:suggestions) AS s
    JOIN request AS r ON r.id = s.value ->> 'requestId'
    JOIN partner_account AS a ON a.id = r.account_id
    JOIN customer AS c ON c.id = s.value ->> 'customerId'
    JOIN import AS i ON i.rid = s.value ->> 'importRid'
    LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid
    ORDER BY i.imported_at DESC, s.key`,
    { suggestions: JSON.stringify(suggestions) },
  )
  return rows.flatMap((row) => {
    const suggestion = suggestions[row.position]
    return suggestion === undefined
      ? []
      : [
          {
            requestId: suggestion.requestId,
            requestName: row.request_name,
            state: row.state,
            askedAt: row.asked_at,
            customerId: suggestion.customerId,
            customerName: row.customer_name,
            domain: row.domain,
            reasons: [...suggestion.reasons],
            change: suggestion.change,
            importId: row.import_id,
            fileName: row.file_name,
            importedAt: row.imported_at,
            accountName: row.account_name,
            isSample: row.is_sample === 1,
          },
        ]
  })
}

type ShownRow = {
  position: number
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
  const own = [...new Set([customerRid, ...rows.map(({ rid }) => rid)])]
  // What a customer has taken in was its own before that.
  const takenIn = reader.all<{ rid: number }>(
    `SELECT rid FROM merged_customer WHERE merged_into IN (SELECT value FROM json_each(:own))`,
    { own: JSON.stringify(own) },
  )
  return [...new Set([...own, ...takenIn.map(({ rid }) => rid)])]
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
