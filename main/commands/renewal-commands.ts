import type { UndoableCommand } from '#shared/contract/home.ts'
import type { ParsedInput } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'

type Renewal = ParsedInput<'renewal.pin'>['renewals'][number]
type Found = Renewal & { readonly offer: string; readonly end_date: string | null; readonly id: string }
type Mark = {
  readonly is_pinned: number
  readonly snoozed_until: string | null
  readonly done_for_end: string | null
  readonly note: string
}

const unmarked: Mark = { is_pinned: 0, snoozed_until: null, done_for_end: null, note: '' }

/** The user's own marks on renewals: rows beside the mirror, none of which is ever written to. */
export function createRenewalCommands(store: Store): HandlersOf<'renewal'> {
  const mark = (
    command: UndoableCommand,
    renewals: readonly Renewal[],
    change: (found: Found, before: Mark) => Mark,
  ) => {
    const found = renewals.map((renewal) => find(store, renewal))
    commitUndoable(
      store,
      { command, subject: found[0]?.offer ?? '' },
      [{ table: 'renewal_mark', column: 'id', values: found.map(({ id }) => id) }],
      (writer) => {
        for (const each of found) {
          const before =
            writer.get<Mark>(
              'SELECT is_pinned, snoozed_until, done_for_end, note FROM renewal_mark WHERE id = :id',
              { id: each.id },
            ) ?? unmarked
          const after = change(each, before)
          if (JSON.stringify({ ...before }) !== JSON.stringify(after)) {
            writer.run(
              `INSERT INTO renewal_mark
                (id, account_id, renewal_key, is_pinned, snoozed_until, done_for_end, note, updated_at)
              VALUES (:id, :accountId, :key, :is_pinned, :snoozed_until, :done_for_end, :note, :now)
              ON CONFLICT (id) DO UPDATE SET is_pinned = excluded.is_pinned, snoozed_until = excluded.snoozed_until,
                done_for_end = excluded.done_for_end, note = excluded.note, updated_at = excluded.updated_at`,
              {
                id: each.id,
                accountId: each.accountId,
                key: each.key,
                ...after,
                now: store.now().toISOString(),
              },
            )
          }
        }
      },
    )
    return { renewals: found.length }
  }
  return {
    'renewal.pin': ({ renewals, isPinned }) =>
      mark('renewal.pin', renewals, (_, before) => ({ ...before, is_pinned: isPinned ? 1 : 0 })),
    'renewal.snooze': ({ renewals, until }) =>
      mark('renewal.snooze', renewals, (_, before) => ({ ...before, snoozed_until: until })),
    'renewal.done': ({ renewals, isDone }) =>
      mark('renewal.done', renewals, (found, before) => ({
        ...before,
        done_for_end: isDone ? (found.end_date ?? '') : null,
      })),
    'renewal.note': ({ renewals, text }) =>
      mark('renewal.note', renewals, (_, before) => ({ ...before, note: text.trim() })),
  }
}

/** The renewal with the id its mark has, or will have; throws `RENEWAL_NOT_FOUND`. */
function find(store: Store, { accountId, key }: Renewal): Found {
  const row = store.reader.get<{ offer: string; end_date: string | null; id: string | null }>(
    `SELECT s.offer, s.end_date, m.id FROM subscription AS s
      LEFT JOIN renewal_mark AS m ON m.account_id = s.account_id AND m.renewal_key = s.subscription_key
    WHERE s.account_id = :accountId AND s.subscription_key = :key`,
    { accountId, key },
  )
  if (row === undefined) {
    throw new AppError('RENEWAL_NOT_FOUND', 'no import lists this renewal now')
  }
  return { accountId, key, offer: row.offer, end_date: row.end_date, id: row.id ?? store.newId() }
}
