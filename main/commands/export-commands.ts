import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TableFormat } from '#shared/contract/export.ts'
import { commands } from '#shared/contract/contract.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { ViewName } from '#shared/protocol.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { tableColumns } from '#main/export/table-cells.ts'
import { tableWriters } from '#main/export/table-writers.ts'
import { textsIn } from '#main/export/texts.ts'
import { sheetRows } from '#main/export/xlsx.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Project } from '#main/ipc/view-hub.ts'
import type { ListQuery } from '#main/lists/run-query.ts'
import type { JobHandle, Jobs } from '#main/jobs.ts'

/** The view that shows each list: an export reads it too, so that a file says what the screen says. */
const viewOf = {
  customers: 'customer.list',
  subscriptions: 'subscription.list',
  renewals: 'renewal.list',
  requests: 'request.list',
  imports: 'import.list',
  links: 'link.list',
} as const satisfies { readonly [L in ListName]: ViewName }

/** Rows read before anything else may have its turn: some ten milliseconds' worth. */
const windowSize = 1_000

/** What an export needs of the program. */
export type ExportFacts = {
  readonly project: Project
  /** The keys of a list's rows, in its order. */
  readonly order: (list: ListName, query: ListQuery) => readonly number[]
  readonly jobs: Jobs
  readonly now: () => Date
  /** Grows with every change of what is kept. */
  readonly revision: () => number
  /** The language of the window, for whoever asks for none. */
  readonly language: () => Language
}

/** Writes lists to files. */
export function createExportCommands(facts: ExportFacts): HandlersOf<'list'> {
  return {
    'list.export': async ({ list, format, columns: wanted, language, ...query }, context) => {
      const texts = textsIn(language ?? facts.language())
      const columns = tableColumns(list, wanted, texts)
      const sheetName = texts(`exports.lists.${list}`)
      const today = facts.now().toISOString().slice(0, 10)
      return facts.jobs.run({ command: 'list.export', subject: sheetName }, async (job) => {
        const { bytes, rows } = await writeTable(facts, job, { list, query, format, columns, sheetName })
        const saved = await context.saveFile(
          { ...commands['list.export'].file, extensions: [format] },
          safeFileName(`${sheetName} ${today}`, format),
          bytes,
        )
        return { fileName: saved.fileName, fileHandle: saved.handle, rows, columns: columns.length }
      })
    },
  }
}

type Rows = { readonly rows: readonly { readonly [field: string]: unknown }[] }

type Table = {
  readonly list: ListName
  readonly query: ListQuery
  readonly format: TableFormat
  readonly columns: ReturnType<typeof tableColumns>
  readonly sheetName: string
}

async function writeTable(
  { project, order, revision }: ExportFacts,
  job: JobHandle,
  { list, query, format, columns, sheetName }: Table,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const before = revision()
  const keys = order(list, query)
  const total = keys.length
  if (format === 'xlsx' && total > sheetRows) {
    throw new AppError('EXPORT_TOO_LONG', `a sheet has at most ${sheetRows} rows`, {
      rows: total,
      limit: sheetRows,
    })
  }
  const writer = tableWriters[format]({ columns, rowCount: total, sheetName })
  for (let offset = 0; offset < total; offset += windowSize) {
    job.checkCancelled()
    if (revision() !== before) {
      // Half of a file from before a change and half from after it would be a list that never was.
      throw new AppError('EXPORT_CHANGED', 'the data changed while it was written')
    }
    const wanted = keys.slice(offset, offset + windowSize)
    const { rows } = project(viewOf[list], { keys: wanted }) as Rows
    writer.add(rows.map((row) => columns.map((column) => column.cell(row))))
    job.progress((offset + rows.length) / total)
    await nextTurn()
  }
  return { bytes: writer.finish(), rows: total }
}
