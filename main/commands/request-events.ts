import type { UndoableCommand } from '#shared/contract/home.ts'
import type { RequestDetail } from '#shared/contract/request.ts'
import { expiresOn } from '#shared/domain/request-state.ts'
import type { RequestState } from '#shared/domain/request-state.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import type { Touched } from '#main/store/undo.ts'
import { readRequest } from './request-records.ts'
import type { RequestRecord } from './request-records.ts'

/** The way an invitation left the program, and the file it left in. */
export type Exported = {
  readonly format: string
  readonly fileName: string | null
  readonly sha256: string | null
}

/** Something that happened to a request, with the message as it was then. */
export type EventRecord = {
  readonly requestId: string
  readonly at: string
  readonly kind: RequestDetail['events'][number]['kind']
  readonly recipients: readonly string[]
  readonly message: InvitationMessage
  readonly toState?: RequestState
  readonly note?: string
  readonly evidence?: RequestDetail['events'][number]['evidence']
} & Partial<Exported>

/** Adds an event to a request's ledger. */
export function recordEvent(writer: Writer, event: EventRecord): void {
  writer.run(
    `INSERT INTO request_event
      (request_id, at, kind, format, file_name, sha256, recipients, subject, text, closing, to_state, note, evidence)
    VALUES (:requestId, :at, :kind, :format, :fileName, :sha256, :recipients, :subject, :text, :closing, :toState,
      :note, :evidence)`,
    {
      requestId: event.requestId,
      at: event.at,
      kind: event.kind,
      format: event.format ?? null,
      fileName: event.fileName ?? null,
      sha256: event.sha256 ?? null,
      recipients: JSON.stringify(event.recipients),
      subject: event.message.subject,
      text: event.message.text,
      closing: event.message.closing,
      toState: event.toState ?? null,
      note: event.note ?? null,
      evidence:
        event.evidence === undefined || event.evidence === null ? null : JSON.stringify(event.evidence),
    },
  )
}

/** Writes to the ledger that an invitation has left the program; a draft becomes handed over, nothing else moves. */
export function recordExport(store: Store, request: RequestRecord, exported: Exported): void {
  const now = store.now().toISOString()
  store.commit((writer) => {
    writer.run(
      `UPDATE request SET exported_at = :now, state_at = CASE state WHEN 'draft' THEN :now ELSE state_at END,
        state = CASE state WHEN 'draft' THEN 'exported' ELSE state END WHERE id = :requestId`,
      { requestId: request.id, now },
    )
    recordEvent(writer, {
      requestId: request.id,
      at: now,
      kind: 'exported',
      recipients: request.recipients,
      message: request.message,
      ...exported,
    })
  })
}

/** Changes requests and their ledgers in one step that can be taken back. */
export function commitToLedger(
  store: Store,
  command: UndoableCommand,
  requests: readonly RequestRecord[],
  work: (writer: Writer, now: string) => void,
): void {
  const [first] = requests
  const subject = requests.length === 1 ? (first?.customerName ?? '') : String(requests.length)
  const touched: Touched[] = requests.flatMap(({ id }) => [
    { table: 'request', column: 'id', value: id },
    { table: 'request_event', column: 'request_id', value: id },
  ])
  commitUndoable(store, { command, subject }, touched, (writer) => work(writer, store.now().toISOString()))
}

/** Pending granular requests that are past their documented 90 days have run out, whether or not anybody looked. */
export function expireGranular(store: Store): void {
  const today = civilDateOf(store.now())
  const gone = store.reader
    .all<{ id: string; state_at: string }>(
      `SELECT id, state_at FROM request WHERE kind = 'granular' AND state = 'approval-pending'`,
    )
    .filter(({ state_at }) => {
      const end = expiresOn('granular', 'approval-pending', civilDateOf(new Date(state_at)))
      return end !== null && end < today
    })
  if (gone.length === 0) {
    return
  }
  const now = store.now().toISOString()
  store.commit((writer) => {
    for (const { id } of gone) {
      const request = readRequest(writer, id)
      writer.run(`UPDATE request SET state = 'expired', state_at = :now, remind_on = NULL WHERE id = :id`, {
        id,
        now,
      })
      recordEvent(writer, {
        requestId: id,
        at: now,
        kind: 'moved',
        toState: 'expired',
        recipients: request.recipients,
        message: request.message,
        evidence: { source: 'rule', document: 'GDAP FAQ, 2023-10' },
      })
    }
  })
}
