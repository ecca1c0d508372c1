import { importLimits } from './limits.ts'
import type { Rejection } from './portfolio-file.ts'
import { RowRejected } from './portfolio-file.ts'
import type { Table } from './read-table.ts'

/** Reads one cell of the current row by its column's position; `''` when the file has no such column. */
export type CellOf = (position: number | undefined) => string

/** How many rows are read before the event loop gets its turn. */
const rowsPerTurn = 2_000

/**
 * Runs every row of a table through `read`; a row that throws `RowRejected`, or is wider or narrower than the header,
 * is listed and the rest goes on.
 */
export async function readRows(
  table: Table,
  read: (cell: CellOf, row: number) => void,
): Promise<{
  readonly rowCount: number
  readonly rejected: readonly Rejection[]
  readonly rejectedCount: number
}> {
  const rejected: Rejection[] = []
  let rowCount = 0
  let rejectedCount = 0
  for await (const { row, cells } of table.rows) {
    rowCount += 1
    try {
      checkCells(cells, table.header)
      read((position) => (position === undefined ? '' : (cells[position] ?? '')), row)
    } catch (thrown) {
      if (!(thrown instanceof RowRejected)) {
        throw thrown
      }
      rejectedCount += 1
      if (rejected.length < importLimits.rejectedShown) {
        rejected.push({ row, reason: thrown.reason, column: thrown.column, value: thrown.value })
      }
    }
    if (rowCount % rowsPerTurn === 0) {
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }
  return { rowCount, rejected, rejectedCount }
}

function checkCells(cells: readonly string[], header: readonly string[]): void {
  // Empty cells at the end are what spreadsheets leave; a cell too few or a filled one too many has shifted.
  const isTooLong =
    cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== '')
  if (cells.length < header.length || isTooLong) {
    throw new RowRejected('COLUMN_COUNT', null, `${cells.length} / ${header.length}`)
  }
  const long = cells.findIndex((cell) => cell.length > importLimits.cellCharacters)
  if (long >= 0) {
    throw new RowRejected('CELL_TOO_LONG', header[long] ?? null)
  }
}
