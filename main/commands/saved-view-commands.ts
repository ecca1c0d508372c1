import type { UndoableCommand } from '#shared/contract/home.ts'
import { savedViewDefinition, savedViewFile } from '#shared/contract/saved-view.ts'
import { commands } from '#shared/contract/contract.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { safeFileName } from '#main/export/file-name.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Reader } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'

/** A view's file is a few hundred bytes; more is something else. */
const fileBytes = 1_000_000

type Row = { id: string; name: string; is_pinned: number; definition: string }

/** The user's named views of the lists: made, changed, passed on as files. */
export function createSavedViewCommands(store: Store): HandlersOf<'saved-view'> {
  const insert = (command: UndoableCommand, name: string, isPinned: boolean, definition: unknown): string => {
    const id = store.newId()
    commitUndoable(
      store,
      { command, subject: name },
      [{ table: 'saved_view', column: 'id', value: id }],
      (writer) =>
        writer.run(
          'INSERT INTO saved_view (id, name, is_pinned, definition, created_at) VALUES (:id, :name, :isPinned, :definition, :now)',
          {
            id,
            name,
            isPinned: isPinned ? 1 : 0,
            definition: JSON.stringify(definition),
            now: store.now().toISOString(),
          },
        ),
    )
    return id
  }
  return {
    'saved-view.create': ({ name, isPinned, definition }) => ({
      id: insert('saved-view.create', name.trim(), isPinned, definition),
    }),
    'saved-view.update': ({ savedViewId, name, isPinned, definition }) => {
      const row = read(store.reader, savedViewId)
      commitUndoable(
        store,
        { command: 'saved-view.update', subject: row.name },
        [{ table: 'saved_view', column: 'id', value: savedViewId }],
        (writer) =>
          writer.run(
            'UPDATE saved_view SET name = :name, is_pinned = :isPinned, definition = :definition WHERE id = :savedViewId',
            {
              savedViewId,
              name: name?.trim() ?? row.name,
              isPinned: (isPinned ?? row.is_pinned === 1) ? 1 : 0,
              definition: definition === undefined ? row.definition : JSON.stringify(definition),
            },
          ),
      )
      return { id: savedViewId }
    },
    'saved-view.remove': ({ savedViewId }) => {
      const { name } = read(store.reader, savedViewId)
      commitUndoable(
        store,
        { command: 'saved-view.remove', subject: name },
        [{ table: 'saved_view', column: 'id', value: savedViewId }],
        (writer) => writer.run('DELETE FROM saved_view WHERE id = :savedViewId', { savedViewId }),
      )
      return {}
    },
    'saved-view.export': async ({ savedViewId }, context) => {
      const row = read(store.reader, savedViewId)
      const file = {
        format: 'multi-partner-desk-view',
        version: 1,
        name: row.name,
        definition: savedViewDefinition.parse(JSON.parse(row.definition)),
      }
      const saved = await context.saveFile(
        commands['saved-view.export'].file,
        safeFileName(row.name, 'json'),
        Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8'),
      )
      return { fileName: saved.fileName, fileHandle: saved.handle }
    },
    'saved-view.import': async (_input, context) => {
      const opened = await context.openFile(commands['saved-view.import'].file)
      if (opened.size > fileBytes) {
        throw new AppError('FILE_TOO_LARGE', 'a view is a small file', {
          limitMegabytes: 1,
          megabytes: Math.ceil(opened.size / 1e6),
        })
      }
      const file = parseFile(Buffer.from(await opened.read()).toString('utf8'))
      return { id: insert('saved-view.import', file.name.trim(), false, file.definition) }
    },
  }
}

function read(reader: Reader, savedViewId: string): Row {
  const row = reader.get<Row>('SELECT * FROM saved_view WHERE id = :savedViewId', { savedViewId })
  if (row === undefined) {
    throw new AppError('SAVED_VIEW_NOT_FOUND', 'no such view')
  }
  return row
}

function parseFile(text: string) {
  try {
    return savedViewFile.parse(JSON.parse(text))
  } catch {
    throw new AppError('FILE_NOT_A_VIEW', 'not a view this program has written')
  }
}
