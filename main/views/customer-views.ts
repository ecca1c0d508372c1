import type { CustomerDetail, CustomerRow, customerSortColumns } from '#shared/contract/customer.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { fold } from '#main/store/search-key.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { EvidenceRow } from './evidence.ts'
import { toEvidence } from './evidence.ts'

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
  is_sample: number
}

/** What each sortable column sorts by; empty values stand last in either direction. */
const sortKeys: { readonly [Column in (typeof customerSortColumns)[number]]: readonly string[] } = {
  name: ['c.name_key'],
  domain: ['c.domain IS NULL', 'c.domain'],
  relationship: ['c.relationship', 'c.name_key'],
  subscriptionCount: ['c.subscription_count', 'c.name_key'],
  seatCount: ['c.seat_count', 'c.name_key'],
  nextEndDate: ['c.next_end_date IS NULL', 'c.next_end_date', 'c.name_key'],
}

/** A window of the customer list. */
export function projectCustomers(
  { reader }: ApplicationFacts,
  { accountId, search, sort, offset, limit }: ParsedParams<'customer.list'>,
): ViewValue<'customer.list'> {
  const query = fold(search ?? '')
  const conditions = [
    ...(accountId === undefined ? [] : ['c.account_id = :accountId']),
    ...(query === '' ? [] : ['instr(c.search_key, :query) > 0']),
  ]
  const parameters: Parameters = {
    ...(accountId === undefined ? {} : { accountId }),
    ...(query === '' ? {} : { query }),
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const total = reader.get<{ total: number }>(
    `SELECT COUNT(*) AS total FROM customer AS c ${where}`,
    parameters,
  )
  const rows = reader.all<Row>(
    `SELECT c.*, a.is_sample FROM customer AS c JOIN partner_account AS a ON a.id = c.account_id
    ${where} ORDER BY ${orderBy(sort)} LIMIT :limit OFFSET :offset`,
    { ...parameters, limit, offset },
  )
  return { total: total?.total ?? 0, rows: rows.map(toCustomerRow) }
}

function orderBy(sort: ParsedParams<'customer.list'>['sort']): string {
  const { column, direction } = sort ?? { column: 'name', direction: 'ascending' }
  const word = direction === 'descending' ? 'DESC' : 'ASC'
  return [
    ...sortKeys[column].map((key) => (key.endsWith('IS NULL') ? key : `${key} ${word}`)),
    `c.rid ${word}`,
  ].join(', ')
}

function toCustomerRow(row: Row): CustomerRow {
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
    isSample: row.is_sample === 1,
  }
}

type DetailRow = Row & {
  tags: string
  name_import: number | null
  domain_import: number | null
  tenant_import: number | null
  relationship_import: number | null
  tags_import: number | null
  seen_at: string | null
}

/** One customer with each fact's evidence; throws `CUSTOMER_NOT_FOUND`. */
export function projectCustomer(
  { reader }: ApplicationFacts,
  { customerId }: ParsedParams<'customer.detail'>,
): ViewValue<'customer.detail'> {
  const row = reader.get<DetailRow>(
    `SELECT c.*, a.is_sample, i.imported_at AS seen_at FROM customer AS c
    JOIN partner_account AS a ON a.id = c.account_id
    LEFT JOIN import AS i ON i.rid = c.seen_import WHERE c.id = :customerId`,
    { customerId },
  )
  if (row === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  const evidence = (rid: number | null) => evidenceOf(reader, rid, row.seen_at)
  return {
    ...toCustomerRow(row),
    facts: {
      name: { value: row.name, evidence: evidence(row.name_import) },
      domain: { value: row.domain, evidence: evidence(row.domain_import) },
      tenantId: { value: row.tenant_id, evidence: evidence(row.tenant_import) },
      relationship: { value: row.relationship_raw, evidence: evidence(row.relationship_import) },
      tags: { value: JSON.parse(row.tags) as string[], evidence: evidence(row.tags_import) },
    },
    notes: notesOf(reader, row.rid),
    requestCount:
      reader.get<{ count: number }>('SELECT COUNT(*) AS count FROM request WHERE customer_rid = :rid', {
        rid: row.rid,
      })?.count ?? 0,
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

function notesOf(reader: Reader, rid: number): CustomerDetail['notes'] {
  return reader.all<CustomerDetail['notes'][number]>(
    'SELECT id, text, created_at AS createdAt FROM customer_note WHERE customer_rid = :rid ORDER BY rid DESC',
    { rid },
  )
}
