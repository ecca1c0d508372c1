import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { commands } from '#shared/contract/contract.ts'
import type { Jobs } from '#main/jobs.ts'
import type { Imports } from '#main/import/imports.ts'
import { importLimits } from '#main/import/limits.ts'
import { readFile } from '#main/import/read-file.ts'
import { stageFile } from '#main/import/stage-file.ts'
import type { Store } from '#main/store/store.ts'
import { requireAccount } from './account-commands.ts'

/** Reads files into previews, and applies or discards those. */
export function createImportCommands(store: Store, jobs: Jobs, imports: Imports): HandlersOf<'import'> {
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
        const { customers, subscriptions } = await imports.compare(previewId)
        return {
          previewId,
          accountId,
          fileName: opened.name,
          shape: file.shape,
          encoding: file.encoding,
          delimiter: file.delimiter,
          rowCount: file.rowCount,
          customers,
          subscriptions,
          rejected: [...file.rejected],
          rejectedCount: file.rejectedCount,
          createdAt,
        }
      })
    },
    'import.apply': async ({ previewId }) =>
      jobs.run({ command: 'import.apply', subject: imports.preview(previewId).fileName }, async (job) => ({
        importId: await imports.apply(previewId, job),
      })),
    'import.undo': ({ importId }) => imports.undo(importId ?? null),
    'import.discard': ({ previewId }) => {
      imports.discard(previewId)
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
