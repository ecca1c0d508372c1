import type { importShapes } from '#shared/contract/import.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Counts } from '#main/import/staging/preview-facts.ts'
import { undoableImport } from '#main/import/undo-import.ts'
import { readWindow } from '#main/lists/run-query.ts'
import type { ApplicationFacts } from './application-views.ts'

type Row = {
  id: string
  account_id: string
  account_name: string
  file_name: string
  shape: (typeof importShapes)[number]
  encoding: string
  imported_at: string
  row_count: number
  counts: string
  rejected_count: number
  is_sample: number
}

/** The files imported so far, newest first unless asked otherwise. */
export function projectImports(
  { reader, calendar }: ApplicationFacts,
  query: ParsedParams<'import.list'>,
): ViewValue<'import.list'> {
  const undoable = undoableImport(reader)
  const select = 'i.*, a.is_sample, a.company_name AS account_name'
  const { total, rows } = readWindow<Row>(reader, 'imports', select, query, calendar())
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      accountName: row.account_name,
      fileName: row.file_name,
      shape: row.shape,
      encoding: row.encoding,
      importedAt: row.imported_at,
      rowCount: row.row_count,
      ...(JSON.parse(row.counts) as { readonly customers: Counts; readonly subscriptions: Counts }),
      rejectedCount: row.rejected_count,
      canUndo: row.id === undoable,
      isSample: row.is_sample === 1,
    })),
  }
}
