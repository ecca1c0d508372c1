import { commands } from '#shared/contract/contract.ts'
import type { RenewalRow } from '#shared/contract/renewal.ts'
import type { DeepReadonly, ParsedInput, ViewValue } from '#shared/protocol.ts'
import { writeCalendar } from '#main/export/calendar.ts'
import { safeFileName } from '#main/export/file-name.ts'
import type { ExportFacts } from '#main/export/read-list.ts'
import { readList } from '#main/export/read-list.ts'
import { tableColumns } from '#main/export/table-cells.ts'
import type { TableWriter } from '#main/export/table-writer.ts'
import { tableWriters } from '#main/export/table-writers.ts'
import { textsIn } from '#main/export/texts.ts'
import { sheetRows } from '#main/export/xlsx.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { Store } from '#main/store/store.ts'

/** Writes lists to tables and ends of terms to calendars. */
export function createExportCommands(
  facts: ExportFacts,
  store: Store,
): HandlersOf<'list'> & HandlersOf<'calendar'> {
  const day = () => facts.now().toISOString().slice(0, 10)
  return {
    'list.export': async ({ list, format, columns: wanted, language, ...query }, context) => {
      const texts = textsIn(language ?? facts.language())
      const columns = tableColumns(list, wanted, texts)
      const sheetName = texts(`exports.lists.${list}`)
      return facts.jobs.run({ command: 'list.export', subject: sheetName }, async (job) => {
        let writer: TableWriter | null = null
        let rowCount = 0
        for await (const { total, rows } of readList(facts, job, list, query)) {
          rowCount = total
          if (writer === null) {
            if (format === 'xlsx' && total > sheetRows) {
              const limits = { rows: total, limit: sheetRows }
              throw new AppError('EXPORT_TOO_LONG', `a sheet has at most ${sheetRows} rows`, limits)
            }
            writer = tableWriters[format]({ columns, rowCount, sheetName })
          }
          writer.add(rows.map((row) => columns.map((column) => column.cell(row))))
        }
        const saved = await context.saveFile(
          { ...commands['list.export'].file, extensions: [format] },
          safeFileName(`${sheetName} ${day()}`, format),
          writer?.finish() ?? new Uint8Array(),
        )
        return {
          fileName: saved.fileName,
          fileHandle: saved.handle,
          rows: rowCount,
          columns: columns.length,
        }
      })
    },
    'calendar.export': async (input, context) => {
      const language = input.language ?? facts.language()
      const texts = textsIn(language)
      const name = texts('calendarFile.name')
      return facts.jobs.run({ command: 'calendar.export', subject: name }, async (job) => {
        const renewals = (await readRenewals(facts, job, input)).filter(({ endDate }) => endDate !== null)
        if (renewals.length === 0) {
          throw new AppError('EXPORT_EMPTY', 'no renewal of the list has an end date')
        }
        const numbered = renewals.map((row) => ({ row, sequence: nextSequence(store, row) }))
        const { alarms } = input
        const bytes = writeCalendar(numbered, { name, alarms, now: facts.now(), language, texts })
        const saved = await context.saveFile(
          commands['calendar.export'].file,
          safeFileName(`${name} ${day()}`, 'ics'),
          bytes,
        )
        // Remembered only now: a file that was never saved is in nobody's calendar.
        store.commit((writer) => {
          for (const { row, sequence } of numbered) {
            writer.run(
              `INSERT INTO calendar_event (account_id, renewal_key, sequence) VALUES (:accountId, :key, :sequence)
              ON CONFLICT DO UPDATE SET sequence = excluded.sequence`,
              { accountId: row.accountId, key: row.key, sequence },
            )
          }
        })
        return { fileName: saved.fileName, fileHandle: saved.handle, events: renewals.length }
      })
    },
  }
}

async function readRenewals(
  facts: ExportFacts,
  job: JobHandle,
  { customerId, accountId, search, filter }: ParsedInput<'calendar.export'>,
): Promise<readonly DeepReadonly<RenewalRow>[]> {
  const query = { accountId, search, filter }
  if (customerId !== undefined) {
    const params = { ...query, customerId, offset: 0, limit: 10_000 }
    return (facts.project('renewal.list', params) as ViewValue<'renewal.list'>).rows
  }
  const found: DeepReadonly<RenewalRow>[] = []
  for await (const { rows } of readList(facts, job, 'renewals', query)) {
    found.push(...rows)
  }
  return found
}

function nextSequence(store: Store, { accountId, key }: DeepReadonly<RenewalRow>): number {
  const before = store.reader.get<{ sequence: number }>(
    'SELECT sequence FROM calendar_event WHERE account_id = :accountId AND renewal_key = :key',
    { accountId, key },
  )
  return before === undefined ? 0 : before.sequence + 1
}
