import type { UndoableCommand } from '#shared/contract/home.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { requireAccount } from './account-commands.ts'

/** Keeps an account's library of links; no command here changes a link's bytes. */
export function createLinkCommands(store: Store): HandlersOf<'link'> {
  const change = (
    command: UndoableCommand,
    linkId: string,
    work: (writer: Writer, accountId: string) => void,
  ) => {
    const row = store.reader.get<{ account_id: string; company_name: string }>(
      `SELECT l.account_id, a.company_name FROM invitation_link AS l JOIN partner_account AS a ON a.id = l.account_id
      WHERE l.id = :linkId`,
      { linkId },
    )
    if (row === undefined) {
      throw new AppError('LINK_NOT_FOUND', 'no such link')
    }
    commitUndoable(
      store,
      { command, subject: row.company_name },
      [{ table: 'invitation_link', column: 'account_id', value: row.account_id }],
      (writer) => work(writer, row.account_id),
    )
    return { id: linkId }
  }
  return {
    'link.add': ({ accountId, link, purpose, label }) => {
      const name = requireAccount(store.reader, accountId)
      const problem = linkProblem(link)
      if (problem !== null) {
        throw new AppError('LINK_INVALID', `not an invitation link: ${problem}`, { problem })
      }
      const id = store.newId()
      commitUndoable(
        store,
        { command: 'link.add', subject: name },
        [{ table: 'invitation_link', column: 'id', value: id }],
        (writer) =>
          writer.run(
            `INSERT INTO invitation_link (id, account_id, link, added_at, purpose, label, is_default)
            VALUES (:id, :accountId, :link, :now, :purpose, :label, 0)`,
            { id, accountId, link, purpose, label: label.trim(), now: store.now().toISOString() },
          ),
      )
      return { id }
    },
    'link.update': ({ linkId, label, purpose }) =>
      change('link.update', linkId, (writer) =>
        writer.run(
          `UPDATE invitation_link SET label = COALESCE(:label, label), purpose = COALESCE(:purpose, purpose)
          WHERE id = :linkId`,
          { linkId, label: label?.trim() ?? null, purpose: purpose ?? null },
        ),
      ),
    'link.check': ({ linkId }) =>
      change('link.check', linkId, (writer) =>
        writer.run('UPDATE invitation_link SET checked_at = :now WHERE id = :linkId', {
          linkId,
          now: store.now().toISOString(),
        }),
      ),
    'link.use': ({ linkId }) =>
      change('link.use', linkId, (writer, accountId) => {
        writer.run(
          'UPDATE invitation_link SET is_default = 0 WHERE account_id = :accountId AND id <> :linkId',
          {
            accountId,
            linkId,
          },
        )
        writer.run('UPDATE invitation_link SET is_default = 1, retired_at = NULL WHERE id = :linkId', {
          linkId,
        })
      }),
    'link.retire': ({ linkId }) =>
      change('link.retire', linkId, (writer) =>
        writer.run('UPDATE invitation_link SET retired_at = :now WHERE id = :linkId AND retired_at IS NULL', {
          linkId,
          now: store.now().toISOString(),
        }),
      ),
  }
}
