import type { UndoableCommand } from '#shared/contract/home.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { moveOwnWorkBack } from './merge.ts'

type LastImport = {
  readonly rid: number
  readonly id: string
  readonly fileName: string
  readonly before: number | null
}

/** The import that an undo would take back: the newest of all accounts. */
function lastImport(reader: Reader): LastImport | undefined {
  return reader.get<LastImport>(
    'SELECT rid, id, file_name AS fileName, head_before AS before FROM import ORDER BY rid DESC LIMIT 1',
  )
}

/** The id of the import that can be undone now; `null` when none can. */
export function undoableImport(reader: Reader): string | null {
  const last = lastImport(reader)
  return last === undefined || last.before === null ? null : last.id
}

/** An import or a merge, as a step that can be undone. */
export type DoneImport = { readonly id: string; readonly fileName: string; readonly command: UndoableCommand }

/**
 * The import that was the last change of all, after every step of the user's own work, so that Ctrl+Z means it. The
 * sample has its own way to go.
 */
export function importDoneLast(reader: Reader): DoneImport | null {
  return (
    reader.get<DoneImport>(
      `SELECT i.id, i.file_name AS fileName,
        CASE i.shape WHEN 'merge' THEN 'customer.merge' ELSE 'import.apply' END AS command
      FROM import AS i JOIN portfolio_head AS h ON h.head = i.rid JOIN partner_account AS a ON a.id = i.account_id
      WHERE i.head_before IS NOT NULL AND a.is_sample = 0
        AND i.rid > COALESCE((SELECT head FROM undo_step WHERE is_undone = 0 ORDER BY rid DESC LIMIT 1), -1)`,
    ) ?? null
  )
}

/**
 * Takes back the newest import in one small transaction: from then on nothing shows its versions, which are swept after.
 * @throws AppError `NOTHING_TO_UNDO`, `IMPORT_NOT_FOUND`, `IMPORT_NOT_LAST` (with the one to undo first) or
 * `IMPORT_BEFORE_HISTORY`.
 */
export function undoImport(store: Store, importId: string | null): { importId: string; fileName: string } {
  const last = lastImport(store.reader)
  if (last === undefined) {
    throw new AppError('NOTHING_TO_UNDO', 'there is no import')
  }
  if (importId !== null && importId !== last.id) {
    const known = store.reader.get('SELECT 1 FROM import WHERE id = :importId', { importId })
    throw known === undefined
      ? new AppError('IMPORT_NOT_FOUND', 'no such import')
      : new AppError('IMPORT_NOT_LAST', 'a later import must be undone first', { fileName: last.fileName })
  }
  if (last.before === null) {
    throw new AppError('IMPORT_BEFORE_HISTORY', 'what was known before this import was not kept')
  }
  const { rid, before } = last
  store.commitPortfolio((writer) => {
    moveOwnWorkBack(writer, rid)
    writer.run('UPDATE portfolio_head SET head = :before', { before })
    writer.run('DELETE FROM import WHERE rid = :rid', { rid })
    writer.run('UPDATE portfolio_looked SET head = :before WHERE head > :before', { before })
    // What the user has done since stays, and comes before whatever is imported next.
    writer.run('UPDATE undo_step SET head = :before WHERE head > :before', { before })
  })
  return { importId: last.id, fileName: last.fileName }
}
