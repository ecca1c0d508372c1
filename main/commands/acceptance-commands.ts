import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import type { Suggestion } from '#main/history/acceptances.ts'
import { findSuggestion } from '#main/views/find-acceptances.ts'
import { recordEvent } from './request-events.ts'
import { readRequest } from './request-records.ts'

/** Confirms and rejects suggested acceptances; nothing is ever confirmed by itself. */
export function createAcceptanceCommands(store: Store): HandlersOf<'acceptance'> {
  return {
    'acceptance.confirm': ({ requestId, customerId }) => {
      const request = readRequest(store.reader, requestId)
      const { importRid } = requireSuggestion(store, requestId, customerId)
      const source = store.reader.get<{ id: string; file_name: string }>(
        'SELECT id, file_name FROM import WHERE rid = :importRid',
        { importRid },
      )
      const now = store.now().toISOString()
      commitUndoable(
        store,
        { command: 'acceptance.confirm', subject: request.customerName },
        [
          { table: 'request', column: 'id', value: requestId },
          { table: 'request_event', column: 'request_id', value: requestId },
        ],
        (writer) => {
          writer.run(
            `UPDATE request SET state = 'accepted', state_at = :now, remind_on = NULL, accepted_import = :importRid,
              customer_rid = (SELECT rid FROM customer_record WHERE id = :customerId) WHERE id = :requestId`,
            { requestId, customerId, importRid, now },
          )
          recordEvent(writer, {
            requestId,
            at: now,
            kind: 'moved',
            toState: 'accepted',
            recipients: request.recipients,
            message: request.message,
            evidence: {
              source: 'import',
              importId: source?.id ?? '',
              fileName: source?.file_name ?? '',
              customerId,
            },
          })
        },
      )
      return {}
    },
    'acceptance.reject': ({ requestId, customerId }) => {
      const request = readRequest(store.reader, requestId)
      requireSuggestion(store, requestId, customerId)
      commitUndoable(
        store,
        { command: 'acceptance.reject', subject: request.customerName },
        [{ table: 'acceptance_rejection', column: 'request_id', value: requestId }],
        (writer) =>
          writer.run(
            `INSERT INTO acceptance_rejection (id, request_id, customer_rid, rejected_at)
            SELECT :id, :requestId, rid, :now FROM customer_record WHERE id = :customerId`,
            { id: store.newId(), requestId, customerId, now: store.now().toISOString() },
          ),
      )
      return {}
    },
  }
}

function requireSuggestion(store: Store, requestId: string, customerId: string): Suggestion {
  const found = findSuggestion(store.reader, requestId, customerId)
  if (found === undefined) {
    throw new AppError('SUGGESTION_NOT_FOUND', 'no import since the request suggests this customer')
  }
  return found
}
