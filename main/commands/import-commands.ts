import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { commands } from '#shared/contract/contract.ts'
import type { Jobs } from '#main/jobs.ts'
import type { Imports } from '#main/import/imports.ts'
import { importLimits } from '#main/import/limits.ts'
import type { PreviewInput } from '#main/import/preview.ts'
import { previewFile } from '#main/import/preview.ts'
import type { HeldFile } from '#main/import/sources.ts'
import { createSources, textFile } from '#main/import/sources.ts'
import { readSummary } from '#main/import/staging/read-staged.ts'
import type { StartReader } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { requireAccount } from './account-commands.ts'

type ImportParts = {
  readonly store: Store
  readonly jobs: Jobs
  readonly imports: Imports
  readonly startReader: StartReader
  /** Told when the choice within a preview has changed. */
  readonly onStagedChange: () => void
}

/** Reads files into previews, lets them be chosen from, and applies, discards or undoes them. */
export function createImportCommands({
  store,
  jobs,
  imports,
  startReader,
  onStagedChange,
}: ImportParts): HandlersOf<'import'> {
  const sources = createSources(store.newId)
  const read = async (sourceId: string, file: HeldFile, input: PreviewInput) => {
    if (file.size > importLimits.fileBytes) {
      throw new AppError('FILE_TOO_LARGE', `more than ${importLimits.fileBytes} bytes`, {
        limitMegabytes: importLimits.fileBytes / (1024 * 1024),
        megabytes: Math.ceil(file.size / (1024 * 1024)),
      })
    }
    return jobs.run({ command: 'import.preview', subject: file.name }, async (job) =>
      previewFile({ store, startReader, sourceId, file, input, job }),
    )
  }
  const fileNameOf = (previewId: string) => readSummary(imports.pathOf(previewId)).facts.fileName
  return {
    'import.preview': async ({ sourceId, ...input }, context) => {
      requireAccount(store.reader, input.accountId)
      if (sourceId !== undefined) {
        return read(sourceId, sources.find(sourceId), input)
      }
      const file = await context.openFile(commands['import.preview'].file)
      return read(sources.hold(file), file, input)
    },
    'import.choose': async (_input, context) => {
      const files = await context.openFiles(commands['import.choose'].file)
      return { files: files.map((file) => ({ sourceId: sources.hold(file), fileName: file.name })) }
    },
    'import.paste': async ({ name, text, ...input }) => {
      requireAccount(store.reader, input.accountId)
      const file = textFile(name, text)
      return read(sources.holdText(file), file, { ...input, encoding: 'utf-8' })
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
    'import.declare': async ({ previewId, isFullList, ignoresUnnamed }) => {
      const { accountId, shape } = await imports.declare(previewId, isFullList, ignoresUnnamed ?? false)
      store.commit((writer) =>
        writer.run(
          `INSERT INTO full_list_answer (account_id, shape, is_full_list) VALUES (:accountId, :shape, :isFullList)
          ON CONFLICT (account_id, shape) DO UPDATE SET is_full_list = excluded.is_full_list`,
          { accountId, shape, isFullList: Number(isFullList) },
        ),
      )
      return {}
    },
    'import.identify': async ({ previewId, keys, answer }) => {
      const { accountId } = readSummary(imports.pathOf(previewId)).facts
      await imports.identify(
        previewId,
        keys ?? null,
        answer.kind === 'customer'
          ? { kind: 'customer', rid: customerRidOf(store, accountId, answer.customerId) }
          : answer,
      )
      onStagedChange()
      return { open: readSummary(imports.pathOf(previewId)).identity.open }
    },
    'import.undo': ({ importId }) => imports.undo(importId ?? null),
    'import.discard': async ({ previewId }) => {
      await imports.discard(previewId)
      return {}
    },
  }
}

function customerRidOf(store: Store, accountId: string, customerId: string): number {
  const customer = store.reader.get<{ rid: number }>(
    'SELECT rid FROM customer WHERE id = :customerId AND account_id = :accountId',
    { customerId, accountId },
  )
  if (customer === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer of this account')
  }
  return customer.rid
}
