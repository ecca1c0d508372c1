import type { Delimiter, Encoding } from '#shared/domain/file-reading.ts'
import { importLimits } from '#main/import/limits.ts'
import type { RejectReason } from '#main/import/portfolio-file.ts'
import { AppError } from '#main/ipc/app-error.ts'

/** One data row; `row` counts as a spreadsheet does. */
export type TableRow = {
  readonly row: number
  readonly cells: readonly string[]
  /** What is wrong with a cell, or with the row where the cell is `null`. */
  readonly problems?: readonly { readonly column: number | null; readonly reason: RejectReason }[]
}

/** How a table lay in its file; members are `null` where its kind of file has no such thing. */
export type TableFacts = {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  /** The sheet that is read, and the visible ones it was chosen from. */
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** The row the header stands in, as a spreadsheet counts. */
  readonly headerRow: number | null
  /** How a bare number in a date column counts its days; text files say nothing of it. */
  readonly dateSystem: '1900' | '1904' | null
}

/** A file seen as a table: its header, and its rows in batches to be read once. */
export type Table = TableFacts & {
  readonly header: readonly string[]
  readonly rows: AsyncIterable<readonly TableRow[]>
}

/** Checks the header. @throws AppError `FILE_LIMIT`. */
export function checkHeader(header: readonly string[]): readonly string[] {
  const limit = importLimits.columns
  if (header.length > limit) {
    throw new AppError('FILE_LIMIT', `more than ${limit} columns`, { limit, of: 'columns' })
  }
  return header
}

/** Checks the number of a row, the header being row 1. @throws AppError `FILE_LIMIT`. */
export function checkRow(row: number): number {
  const limit = importLimits.rows
  if (row > limit + 1) {
    throw new AppError('FILE_LIMIT', `more than ${limit} rows`, { limit, of: 'rows' })
  }
  return row
}

/** Says whether a row says anything; a blank line is no row, but it counts. */
export function saysSomething(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '' && cell.trim() !== '')
}

/** The rows that were read with the header, and those after them. */
export async function* resumed(
  first: readonly TableRow[],
  rest: AsyncIterable<readonly TableRow[]>,
): AsyncGenerator<readonly TableRow[]> {
  yield first
  yield* rest
}
