import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { RequestState } from '#shared/domain/request-state.ts'
import { canMove, isWaiting, needsReason, reminderAfter } from '#shared/domain/request-state.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Handlers } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'
import { commitToLedger, recordEvent } from './request-events.ts'
import { readRequest } from './request-records.ts'
import type { RequestRecord } from './request-records.ts'

/** Says what has happened to requests, and when to ask again. */
export function createLedgerCommands(store: Store): Pick<Handlers, 'request.move' | 'request.schedule'> {
  return {
    'request.move': ({ requestIds, to, note }) => {
      const words = note?.trim() ?? ''
      if (needsReason(to) && words === '') {
        throw new AppError('REASON_MISSING', `a request is not ${to} without a word on how that is known`)
      }
      const requests = readAll(store, requestIds)
      requests.forEach((request) => checkMove(request, to))
      const today = civilDateOf(store.now())
      commitToLedger(store, 'request.move', requests, (writer, now) => {
        for (const request of requests) {
          writer.run(
            `UPDATE request SET state = :to, state_at = :now, remind_on = :remindOn,
              sent_at = CASE WHEN :to IN ('sent', 'approval-pending') THEN :now ELSE sent_at END,
              reminder_count = reminder_count + (:to = 'reminded')
            WHERE id = :id`,
            { id: request.id, to, now, remindOn: reminderAfter(to, today) },
          )
          recordEvent(writer, {
            requestId: request.id,
            at: now,
            kind: 'moved',
            toState: to,
            recipients: request.recipients,
            message: request.message,
            ...(words === '' ? {} : { note: words }),
          })
        }
      })
      return { moved: requests.length }
    },
    'request.schedule': ({ requestIds, remindOn }) => {
      const requests = readAll(store, requestIds)
      const closed = requests.find(({ state }) => !isWaiting(state))
      if (closed !== undefined) {
        throw new AppError('REQUEST_CANNOT_MOVE', 'nothing is awaited of this request', {
          from: closed.state,
          customer: closed.customerName,
        })
      }
      commitToLedger(store, 'request.schedule', requests, (writer, now) => {
        for (const request of requests) {
          writer.run('UPDATE request SET remind_on = :remindOn WHERE id = :id', { id: request.id, remindOn })
          recordEvent(writer, {
            requestId: request.id,
            at: now,
            kind: 'scheduled',
            recipients: request.recipients,
            message: request.message,
            ...(remindOn === null ? {} : { note: remindOn }),
          })
        }
      })
      return { scheduled: requests.length }
    },
  }
}

function readAll(store: Store, requestIds: readonly string[]): readonly RequestRecord[] {
  return [...new Set(requestIds)].map((requestId) => readRequest(store.reader, requestId))
}

/** A request is handed over by handing it over, never by saying so. */
function checkMove(request: RequestRecord, to: RequestState): void {
  if (to === 'exported' || !canMove(request.kind, request.state, to)) {
    throw new AppError(
      'REQUEST_CANNOT_MOVE',
      `a ${request.kind} request that is ${request.state} cannot become ${to}`,
      {
        from: request.state,
        to,
        customer: request.customerName,
      },
    )
  }
}
