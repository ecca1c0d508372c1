import type { DiffRow, importShapes } from '#shared/contract/import.ts'
import type { StagedImport } from '#shared/contract/import-staged.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { lists } from '#main/import/staging/compare.ts'
import type { Counts } from '#main/import/staging/preview-facts.ts'
import type { StagedSummary } from '#main/import/staging/read-staged.ts'
import { readQuestions } from '#main/import/staging/read-questions.ts'
import { readDiff, readRejected, readSummary } from '#main/import/staging/read-staged.ts'
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
  left_out_count: number
  is_sample: number
}

/** The files imported so far, newest first unless asked otherwise. */
export function projectImports(
  { reader, calendar }: ApplicationFacts,
  query: ParsedParams<'import.list'>,
): ViewValue<'import.list'> {
  const undoable = undoableImport(reader)
  const select = `i.*, a.is_sample, a.company_name AS account_name,
    (SELECT COUNT(*) FROM customer_identity AS c WHERE c.import_rid = i.rid AND c.customer_rid IS NULL) AS left_out_count`
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
      leftOutCount: row.left_out_count,
      canUndo: row.id === undoable,
      isSample: row.is_sample === 1,
    })),
  }
}

/** What a preview is and would do; throws `PREVIEW_NOT_FOUND`. */
export function projectStaged(
  { staged }: ApplicationFacts,
  { previewId }: ParsedParams<'import.staged'>,
): ViewValue<'import.staged'> {
  return toStaged(readSummary(staged.pathOf(previewId)))
}

/** A preview as the contract has it. */
export function toStaged({
  facts,
  comparison,
  deselected,
  identity,
  unknownValues,
}: StagedSummary): StagedImport {
  const { stated: _stated, completed: _completed, sha256: _sha256, givenKey: _givenKey, ...shown } = facts
  const { customers, subscriptions } = comparison ?? { customers: noCounts, subscriptions: noCounts }
  return {
    ...shown,
    shape: facts.shape as StagedImport['shape'],
    encoding: facts.encoding as StagedImport['encoding'],
    delimiter: facts.delimiter as StagedImport['delimiter'],
    customers,
    subscriptions,
    deselected,
    unnamedCount: comparison?.unnamed ?? 0,
    identity,
    listKind: lists(subscriptions) ? 'subscriptions' : 'customers',
    unknownValues: [...unknownValues],
  }
}

const noCounts: Counts = { added: 0, changed: 0, unchanged: 0, absent: 0 }

/** A window of what a preview would change; throws `PREVIEW_NOT_FOUND`. */
export function projectDiff(
  { staged }: ApplicationFacts,
  { previewId, ...query }: ParsedParams<'import.diff'>,
): ViewValue<'import.diff'> {
  const { total, rows } = readDiff(staged.pathOf(previewId), staged.portfolioPath, query)
  return { total, rows: rows as DiffRow[] }
}

/** A window of the rows of a preview that may mean known customers; throws `PREVIEW_NOT_FOUND`. */
export function projectQuestions(
  { staged }: ApplicationFacts,
  { previewId, ...query }: ParsedParams<'import.questions'>,
): ViewValue<'import.questions'> {
  const { total, rows } = readQuestions(staged.pathOf(previewId), staged.portfolioPath, query)
  return { total, rows: [...rows] }
}

/** A window of the rows of a previewed file that are not taken; throws `PREVIEW_NOT_FOUND`. */
export function projectRejected(
  { staged }: ApplicationFacts,
  { previewId, ...window }: ParsedParams<'import.rejected'>,
): ViewValue<'import.rejected'> {
  const { total, rows } = readRejected(staged.pathOf(previewId), window)
  return { total, rows: [...rows] }
}
