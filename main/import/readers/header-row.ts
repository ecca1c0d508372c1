import { headerKey, knownHeaderKeys } from '#main/import/shapes/headers.ts'
import type { TableRow } from './table.ts'

/** How many rows that say something are looked at for the header: people put titles and dates above it. */
const lookedAt = 20

/** The header of a table, and what was read with it. */
export type HeaderFound = {
  readonly header: TableRow
  readonly rest: readonly TableRow[]
  /** Says that several of its cells are names of columns the program knows. */
  readonly isKnown: boolean
}

/**
 * Takes the header from the rows of a table: the one of the wanted number; else the first that names columns the program
 * knows, where the top row names none; else the first row that is as full as any, where the top row is but a title; else
 * the top row. `null` when there are no rows.
 */
export async function takeHeader(
  batches: AsyncIterator<readonly TableRow[]>,
  wanted: number | null,
): Promise<HeaderFound | null> {
  let rows: readonly TableRow[] = []
  while (rows.length < lookedAt) {
    const next = await batches.next()
    if (next.done === true) {
      break
    }
    rows = [...rows, ...next.value]
  }
  const at =
    wanted === null
      ? headerAt(rows.slice(0, lookedAt))
      : Math.max(
          rows.findIndex(({ row }) => row >= wanted),
          0,
        )
  const header = rows[at]
  return header === undefined
    ? null
    : { header, rest: rows.slice(at + 1), isKnown: knownNames(header) >= fewNames }
}

/** One known name may stand in any row; two do not by chance. */
const fewNames = 2

function headerAt(rows: readonly TableRow[]): number {
  const [top] = rows
  if (top === undefined || knownNames(top) >= fewNames) {
    return 0
  }
  const names = rows.map(knownNames)
  const most = Math.max(...names)
  if (most >= fewNames) {
    return names.indexOf(most)
  }
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  return filled[0] === 1 ? filled.indexOf(Math.max(...filled)) : 0
}

function knownNames({ cells }: TableRow): number {
  return new Set(cells.map(headerKey).filter((key) => knownHeaderKeys.has(key))).size
}
