import type { RequestDetail, RequestRow } from '#shared/contract/request.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { civilDateOf, daysBetween } from '#shared/domain/civil-date.ts'
import { expiresOn, requestStates, waitingStates } from '#shared/domain/request-state.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { readWindow } from '#main/lists/run-query.ts'
import { fromOf } from '#main/lists/sources.ts'
import type { ApplicationFacts } from './application-views.ts'

type Row = {
  id: string
  account_id: string
  account_name: string
  cloud: RequestRow['cloud']
  customer_id: string | null
  customer_name: string
  kind: RequestRow['kind']
  purpose: RequestRow['purpose']
  state: RequestRow['state']
  state_at: string
  sent_at: string | null
  reminder_count: number
  remind_on: string | null
  batch_id: string | null
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
  sent_by: string | null
}

const requestColumns = `r.*, a.company_name AS account_name, a.cloud, a.is_sample, l.link, c.id AS customer_id,
  COALESCE(c.name, kept.name, r.prospect_name, '') AS customer_name`

/** The ledger, newest first unless asked otherwise. */
export function projectRequests(
  { reader, today, calendar }: ApplicationFacts,
  { customerId, isDue, ...query }: ParsedParams<'request.list'>,
): ViewValue<'request.list'> {
  const conditions = [
    ...(customerId === undefined
      ? []
      : ['r.customer_rid = (SELECT rid FROM customer_record WHERE id = :customerId)']),
    ...(isDue === true ? [dueSql] : []),
  ]
  const scope =
    conditions.length === 0
      ? null
      : {
          sql: conditions.join(' AND '),
          parameters: {
            ...(customerId === undefined ? {} : { customerId }),
            ...(isDue === true ? { today: today() } : {}),
          },
        }
  const { total, rows } = readWindow<Row>(reader, 'requests', requestColumns, query, calendar(), scope)
  return { total, rows: rows.map((row) => toRequestRow(row, today())) }
}

/** The condition of a request that is not answered or closed: a draft, or one an answer is awaited for. */
export const openSql = `r.state IN (${['draft', ...waitingStates].map((state) => `'${state}'`).join(', ')})`

/** The condition of a request whose day to ask again has come; `:today` is the civil date. */
export const dueSql = 'r.remind_on <= :today'

/** How many requests stand in each state, and the newest of each; states without any are left out. */
export function projectBoard(
  { reader, today, calendar }: ApplicationFacts,
  { limit, ...query }: ParsedParams<'request.board'>,
): ViewValue<'request.board'> {
  return requestStates.flatMap((state) => {
    const scope = { sql: 'r.state = :state', parameters: { state } }
    const { total, rows } = readWindow<Row>(
      reader,
      'requests',
      requestColumns,
      { ...query, sort: { column: 'stateAt', direction: 'descending' }, offset: 0, limit },
      calendar(),
      scope,
    )
    return total === 0 ? [] : [{ state, total, rows: rows.map((row) => toRequestRow(row, today())) }]
  })
}

/** One request with its message and everything that happened to it; throws `REQUEST_NOT_FOUND`. */
export function projectRequest(
  { reader, today }: ApplicationFacts,
  { requestId }: ParsedParams<'request.detail'>,
): ViewValue<'request.detail'> {
  const row = reader.get<Row>(`SELECT ${requestColumns} FROM ${fromOf('requests')} WHERE r.id = :requestId`, {
    requestId,
  })
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
    to_state: RequestDetail['events'][number]['toState']
    note: string | null
    evidence: string | null
  }>(
    `SELECT at, kind, format, file_name, sha256, recipients, to_state, note, evidence FROM request_event
    WHERE request_id = :requestId ORDER BY rid`,
    { requestId },
  )
  return {
    ...toRequestRow(row, today()),
    text: row.text,
    closing: row.closing,
    sentBy: row.sent_by,
    events: events.map((event) => ({
      at: event.at,
      kind: event.kind,
      toState: event.to_state,
      note: event.note,
      evidence:
        event.evidence === null
          ? null
          : (JSON.parse(event.evidence) as RequestDetail['events'][number]['evidence']),
      format: event.format,
      fileName: event.file_name,
      sha256: event.sha256,
      recipients: JSON.parse(event.recipients) as string[],
    })),
  }
}

function toRequestRow(row: Row, today: CivilDate): RequestRow {
  const dayOf = (instant: string) => civilDateOf(new Date(instant))
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    cloud: row.cloud,
    customerId: row.customer_id,
    customerName: row.customer_name,
    kind: row.kind,
    purpose: row.purpose,
    state: row.state,
    stateAt: row.state_at,
    sentAt: row.sent_at,
    reminderCount: row.reminder_count,
    remindOn: row.remind_on,
    expiresOn: expiresOn(row.kind, row.state, dayOf(row.state_at)),
    ageDays: Math.max(0, daysBetween(dayOf(row.exported_at ?? row.created_at), today)),
    batchId: row.batch_id,
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
