import type { RequestDetail, RequestRow } from '#shared/contract/request.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { readWindow } from '#main/lists/run-query.ts'
import { listSources } from '#main/lists/sources.ts'
import type { ApplicationFacts } from './application-views.ts'

type Row = {
  id: string
  account_id: string
  account_name: string
  cloud: RequestRow['cloud']
  customer_id: string | null
  customer_name: string
  state: RequestRow['state']
  language: RequestRow['language']
  recipients: string
  subject: string
  text: string
  closing: string
  link: string
  link_id: string
  relationship_owner: RequestRow['relationshipOwner']
  created_at: string
  exported_at: string | null
  is_sample: number
}

const requestColumns = `r.*, a.company_name AS account_name, a.cloud, a.is_sample, l.link, c.id AS customer_id,
  COALESCE(c.name, kept.name, r.prospect_name, '') AS customer_name`

/** The ledger, newest first unless asked otherwise. */
export function projectRequests(
  { reader, calendar }: ApplicationFacts,
  { customerId, ...query }: ParsedParams<'request.list'>,
): ViewValue<'request.list'> {
  const scope =
    customerId === undefined
      ? null
      : {
          sql: 'r.customer_rid = (SELECT rid FROM customer_record WHERE id = :customerId)',
          parameters: { customerId },
        }
  const { total, rows } = readWindow<Row>(reader, 'requests', requestColumns, query, calendar(), scope)
  return { total, rows: rows.map(toRequestRow) }
}

/** One request with its message and everything that happened to it; throws `REQUEST_NOT_FOUND`. */
export function projectRequest(
  { reader }: ApplicationFacts,
  { requestId }: ParsedParams<'request.detail'>,
): ViewValue<'request.detail'> {
  const row = reader.get<Row>(
    `SELECT ${requestColumns} FROM ${listSources.requests.from} WHERE r.id = :requestId`,
    { requestId },
  )
  if (row === undefined) {
    throw new AppError('REQUEST_NOT_FOUND', 'no such request')
  }
  const events = reader.all<{
    at: string
    kind: RequestDetail['events'][number]['kind']
    format: RequestDetail['events'][number]['format']
    file_name: string | null
    sha256: string | null
    recipients: string
  }>(
    `SELECT at, kind, format, file_name, sha256, recipients FROM request_event
    WHERE request_id = :requestId ORDER BY rid`,
    { requestId },
  )
  return {
    ...toRequestRow(row),
    text: row.text,
    closing: row.closing,
    events: events.map((event) => ({
      at: event.at,
      kind: event.kind,
      format: event.format,
      fileName: event.file_name,
      sha256: event.sha256,
      recipients: JSON.parse(event.recipients) as string[],
    })),
  }
}

function toRequestRow(row: Row): RequestRow {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    cloud: row.cloud,
    customerId: row.customer_id,
    customerName: row.customer_name,
    state: row.state,
    language: row.language,
    recipients: JSON.parse(row.recipients) as string[],
    subject: row.subject,
    link: row.link,
    linkId: row.link_id,
    relationshipOwner: row.relationship_owner,
    createdAt: row.created_at,
    exportedAt: row.exported_at,
    isSample: row.is_sample === 1,
  }
}
