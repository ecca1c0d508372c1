import type { CustomerRow } from '#shared/contract/customer.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { readOrdered } from '#main/lists/list-orders.ts'
import { isOwnSort, readKeys } from '#main/lists/run-query.ts'
import { fromOf, privilegesSql, resellerSql } from '#main/lists/sources.ts'
import type { Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { EvidenceRow } from './evidence.ts'
import { toEvidence } from './evidence.ts'
import { ownTagsOf, ownWorkOf } from './own-views.ts'

type Row = {
  rid: number
  id: string
  account_id: string
  name: string
  domain: string | null
  tenant_id: string | null
  relationship: CustomerRow['relationship']
  relationship_raw: string | null
  subscription_count: number
  seat_count: number
  next_end_date: string | null
  tags: string
  request_count: number
  seen_at: string | null
  gone_at: string | null
  account_name: string
  is_sample: number
  alias: string | null
  owner: string | null
  reseller_relationship: CustomerRow['resellerRelationship']
  privileges: CustomerRow['delegatedPrivileges']
  delegated_privileges: CustomerRow['delegatedPrivileges'] | null
}

/** A window of the customer list. */
export function projectCustomers(
  { reader, longReads, totals, calendar, customerSearch }: ApplicationFacts,
  params: ParsedParams<'customer.list'>,
): ViewValue<'customer.list'> {
  const folded = fold(params.search ?? '')
  if (!('keys' in params) && isInNameOrder(params)) {
    if (folded !== '' || customerSearch.isReady()) {
      const rids = customerSearch.find(folded, params.accountId)
      const shown = [...rids.subarray(params.offset, params.offset + params.limit)]
      const rows = readKeys<Row>(reader, 'customers', customerColumns, shown)
      return { total: rids.length, rows: toCustomerRows(reader, rows) }
    }
    // The next window, wherever it is, finds the order ready; so does the first key of a search.
    customerSearch.prepare()
  }
  const { total, rows } = readOrdered<Row>(
    { reader, longReads, totals },
    'customers',
    customerColumns,
    params,
    calendar(),
  )
  return { total, rows: toCustomerRows(reader, rows) }
}

/** The search's own order; any other, and every filter, is the database's work. */
function isInNameOrder({ filter, sort }: ParsedParams<'customer.list'>): boolean {
  return isOwnSort('customers', sort) && (filter?.conditions.length ?? 0) === 0
}

const customerColumns = `c.*, a.is_sample, own.alias, own.owner, ${privilegesSql} AS privileges,
  ${resellerSql} AS reseller_relationship, a.company_name AS account_name, seen.imported_at AS seen_at,
  gone.imported_at AS gone_at, (SELECT COUNT(*) FROM request WHERE customer_rid = c.rid) AS request_count`

function toCustomerRows(reader: Reader, rows: readonly Row[]): CustomerRow[] {
  const tags = ownTagsOf(
    reader,
    rows.map(({ rid }) => rid),
  )
  return rows.map((row) => toCustomerRow(row, tags.get(row.rid) ?? []))
}

function toCustomerRow(row: Row, ownTags: CustomerRow['ownTags']): CustomerRow {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    domain: row.domain,
    tenantId: row.tenant_id,
    relationship: row.relationship,
    relationshipRaw: row.relationship_raw,
    subscriptionCount: row.subscription_count,
    seatCount: row.seat_count,
    nextEndDate: row.next_end_date,
    tags: JSON.parse(row.tags) as string[],
    alias: row.alias,
    owner: row.owner,
    ownTags,
    resellerRelationship: row.reseller_relationship,
    delegatedPrivileges: row.privileges,
    requestCount: row.request_count,
    confirmedAt: row.seen_at,
    absentSince: row.gone_at,
    accountName: row.account_name,
    isSample: row.is_sample === 1,
  }
}

type DetailRow = Row & {
  name_import: number | null
  domain_import: number | null
  tenant_import: number | null
  relationship_import: number | null
  delegated_privileges_import: number | null
  tags_import: number | null
}

/** One customer with each fact's evidence; throws `CUSTOMER_NOT_FOUND`. */
export function projectCustomer(
  { reader }: ApplicationFacts,
  { customerId }: ParsedParams<'customer.detail'>,
): ViewValue<'customer.detail'> {
  const row = reader.get<DetailRow>(
    `SELECT ${customerColumns} FROM ${fromOf('customers')} WHERE c.id = :customerId`,
    { customerId },
  )
  if (row === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  const evidence = (rid: number | null) => evidenceOf(reader, rid, row.seen_at)
  return {
    ...toCustomerRow(row, ownTagsOf(reader, [row.rid]).get(row.rid) ?? []),
    facts: {
      name: { value: row.name, evidence: evidence(row.name_import) },
      domain: { value: row.domain, evidence: evidence(row.domain_import) },
      tenantId: { value: row.tenant_id, evidence: evidence(row.tenant_import) },
      relationship: { value: row.relationship_raw, evidence: evidence(row.relationship_import) },
      delegatedPrivileges: {
        value: row.delegated_privileges ?? 'unknown',
        evidence: evidence(row.delegated_privileges_import),
      },
      tags: { value: JSON.parse(row.tags) as string[], evidence: evidence(row.tags_import) },
    },
    ...ownWorkOf(reader, row.rid),
    exportLanguage: exportLanguageOf(reader, row.rid),
  }
}

function evidenceOf(reader: Reader, rid: number | null, seenAt: string | null) {
  const row = reader.get<EvidenceRow>(
    `SELECT id AS import_id, shape AS import_shape, file_name AS import_file, imported_at AS import_at
    FROM import WHERE rid = :rid`,
    { rid },
  )
  return row === undefined ? null : toEvidence(row, seenAt ?? row.import_at)
}

/** What a customer is written to in is remembered by what was written last. */
function exportLanguageOf(reader: Reader, rid: number): Language | null {
  return (
    reader.get<{ language: Language }>(
      'SELECT language FROM request WHERE customer_rid = :rid ORDER BY rid DESC LIMIT 1',
      { rid },
    )?.language ?? null
  )
}
