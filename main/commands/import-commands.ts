import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { commands } from '#shared/contract/contract.ts'
import type { Jobs } from '#main/jobs.ts'
import type { Imports } from '#main/import/imports.ts'
import { importLimits } from '#main/import/limits.ts'
import { readFile } from '#main/import/read-file.ts'
import { readRejected, readSummary } from '#main/import/staging/read-staged.ts'
import { stageFile } from '#main/import/stage-file.ts'
import type { Store } from '#main/store/store.ts'
import { toStaged } from '#main/views/import-views.ts'
import { requireAccount } from './account-commands.ts'

/** Reads files into previews, and applies or discards those. */
export function createImportCommands(
  store: Store,
  jobs: Jobs,
  imports: Imports,
  onStagedChange: () => void,
): HandlersOf<'import'> {
  const fileNameOf = (previewId: string) => readSummary(imports.pathOf(previewId)).facts.fileName
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
        const { previewId } = await stageFile(store, accountId, opened.name, file, job)
        await imports.compare(previewId)
        const path = imports.pathOf(previewId)
        const { rows } = readRejected(path, { offset: 0, limit: importLimits.rejectedShown })
        return { ...toStaged(readSummary(path)), rejected: [...rows] }
      })
    },
    'import.apply': async ({ previewId }) =>
      jobs.run({ command: 'import.apply', subject: fileNameOf(previewId) }, async (job) => ({
        importId: await imports.apply(previewId, job),
      })),
    'import.select': async ({ previewId, ...choice }) => {
      await imports.choose(previewId, choice)
      onStagedChange()
      return {}
    },
    'import.declare': async ({ previewId, isFullList }) => {
      const { accountId, shape } = await imports.declare(previewId, isFullList)
      store.commit((writer) =>
        writer.run(
          `INSERT INTO full_list_answer (account_id, shape, is_full_list) VALUES (:accountId, :shape, :isFullList)
          ON CONFLICT (account_id, shape) DO UPDATE SET is_full_list = excluded.is_full_list`,
          { accountId, shape, isFullList: Number(isFullList) },
        ),
      )
      return {}
    },
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
