import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { commands } from '#shared/contract/contract.ts'
import type { Jobs } from '#main/jobs.ts'
import { applyPreview } from '#main/import/apply.ts'
import { importLimits } from '#main/import/limits.ts'
import { readFile } from '#main/import/read-file.ts'
import { countChanges, stageFile } from '#main/import/stage.ts'
import type { Store } from '#main/store/store.ts'
import { requireAccount } from './account-commands.ts'

/** Reads files into previews, and applies or discards those. */
export function createImportCommands(store: Store, jobs: Jobs): HandlersOf<'import'> {
  return {
    'import.preview': async ({ accountId }, context) => {
      requireAccount(store.reader, accountId)
      const opened = await context.openFile(commands['import.preview'].file)
      if (opened.size > importLimits.fileBytes) {
        throw new AppError('FILE_TOO_LARGE', `more than ${importLimits.fileBytes} bytes`, {
          limitMegabytes: importLimits.fileBytes / (1024 * 1024),
          megabytes: Math.ceil(opened.size / (1024 * 1024)),
        })
      }
      return jobs.run({ command: 'import.preview', subject: opened.name }, async (job) => {
        const file = await readFile(await opened.read(), partnerIdOf(store, accountId), job)
        requireAccount(store.reader, accountId)
        const { previewId, createdAt } = await stageFile(store, accountId, opened.name, file, job)
        return {
          previewId,
          accountId,
          fileName: opened.name,
          shape: file.shape,
          encoding: file.encoding,
          delimiter: file.delimiter,
          rowCount: file.rowCount,
          ...countChanges(store.reader, previewId),
          rejected: [...file.rejected],
          rejectedCount: file.rejectedCount,
          createdAt,
        }
      })
    },
    'import.apply': ({ previewId }) => ({ importId: applyPreview(store, previewId) }),
    'import.discard': ({ previewId }) => {
      const known = store.reader.get('SELECT 1 FROM import_preview WHERE id = :previewId', { previewId })
      if (known === undefined) {
        throw new AppError('PREVIEW_NOT_FOUND', 'the preview was applied or discarded before')
      }
      store.stage((writer) => writer.run('DELETE FROM import_preview WHERE id = :previewId', { previewId }))
      return {}
    },
  }
}

function partnerIdOf(store: Store, accountId: string): string | null {
  return (
    store.reader.get<{ partner_id: string | null }>(
      'SELECT partner_id FROM partner_account WHERE id = :accountId',
      {
        accountId,
      },
    )?.partner_id ?? null
  )
}
