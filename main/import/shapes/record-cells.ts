import type { FileFact, Mapping } from '#shared/domain/file-reading.ts'
import { fromSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import { createMemo } from '../memo.ts'
import type { DateRules } from '../parse-cell.ts'
import { ambiguousDate, clean, isMangledId, parseBoolean, parseDate } from '../parse-cell.ts'
import { RowRejected } from '../portfolio-file.ts'
import type { Words } from './words.ts'
import { wordOf } from './words.ts'

/** The cells of one row by the fact they state; `''` where the file has no such column. */
export type Cells = {
  readonly text: (fact: FileFact) => string
  readonly id: (fact: FileFact) => string
  readonly date: (fact: FileFact) => string | null
  readonly boolean: (fact: FileFact) => boolean | null
  readonly word: <Value extends string>(fact: FileFact, words: Words<Value>) => Value | null
  readonly nameOf: (fact: FileFact) => string | null
}

/** How single cells of a file are read. */
export type CellRules = {
  readonly header: readonly string[]
  readonly mapping: Mapping
  readonly dates: DateRules
  /** Says that the file is text, in which a text that could begin a formula has an apostrophe before it. */
  readonly isText: boolean
  /** Counts a value of an enumeration that is not known and is kept as it is. */
  readonly onUnknown: (fact: FileFact, value: string) => void
}

/**
 * Makes the reader of single cells: cleaned of what files leave in them, and without the apostrophe by which an export
 * keeps spreadsheets from calculating them, so that what this program wrote is read as it was.
 * @throws RowRejected out of the reader, for a cell that cannot be what its column states.
 */
export function createCells({
  mapping,
  header,
  dates,
  isText,
  onUnknown,
}: CellRules): (cells: readonly string[]) => Cells {
  let row: readonly string[] = []
  const cleanOf = createMemo((cell) => ({ text: clean(isText ? fromSpreadsheetText(cell) : cell) }))
  const dateOf = createMemo((cell) => ({ date: parseDate(cell, dates) }))
  const nameOf = (fact: FileFact) => header[mapping[fact] ?? -1] ?? null
  // What a cell says is mostly what the row above says.
  const above: { cell: string; text: string }[] = header.map(() => ({ cell: '', text: '' }))
  const read = (fact: FileFact, cell: string): string => {
    if (cell.length > 32_767) {
      throw new RowRejected('CELL_TOO_LONG', nameOf(fact))
    }
    const cleaned = isPlain(cell) ? cell : cleanOf(cell).text
    if (cleaned === null) {
      throw new RowRejected('TEXT_DAMAGED', nameOf(fact), cell)
    }
    return cleaned
  }
  const text = (fact: FileFact): string => {
    const column = mapping[fact]
    const cell = column === undefined ? '' : (row[column] ?? '')
    if (column === undefined || cell === '') {
      return ''
    }
    const last = above[column]
    if (last === undefined) {
      return read(fact, cell)
    }
    if (last.cell !== cell) {
      last.text = read(fact, cell)
      last.cell = cell
    }
    return last.text
  }
  const wordsOf = new Map<FileFact, (cell: string) => { readonly word: string | null }>()
  const reader: Cells = {
    text,
    nameOf,
    id: (fact) => {
      const cell = text(fact)
      if (isMangledId(cell)) {
        throw new RowRejected('ID_IMPRECISE', nameOf(fact), cell)
      }
      return cell
    },
    date: (fact) => {
      const cell = text(fact)
      const value = cell === '' ? null : dateOf(cell).date
      if (cell !== '' && (value === null || value === ambiguousDate)) {
        throw new RowRejected(value === null ? 'DATE_INVALID' : 'DATE_AMBIGUOUS', nameOf(fact), cell)
      }
      return value
    },
    boolean: (fact) => {
      const cell = text(fact)
      const value = cell === '' ? null : parseBoolean(cell)
      if (cell !== '' && value === null) {
        throw new RowRejected('BOOLEAN_INVALID', nameOf(fact), cell)
      }
      return value
    },
    word: <Value extends string>(fact: FileFact, words: Words<Value>): Value | null => {
      const cell = text(fact)
      if (cell === '') {
        return null
      }
      const look = wordsOf.get(fact) ?? createMemo((text) => ({ word: wordOf(words, text) }))
      wordsOf.set(fact, look)
      const value = look(cell).word
      if (value === null) {
        onUnknown(fact, cell)
      }
      return value as Value | null
    },
  }
  return (cells) => {
    row = cells
    return reader
  }
}

/** Says whether a cell needs no cleaning; most do not, and this is asked for each of many millions. */
function isPlain(cell: string): boolean {
  const last = cell.length - 1
  const first = cell.charCodeAt(0)
  // A space or an apostrophe at its beginning, a space at its end.
  if (first === 32 || first === 39 || cell.charCodeAt(last) === 32) {
    return false
  }
  for (let at = 0; at <= last; at += 1) {
    const code = cell.charCodeAt(at)
    if (code < 32 || code > 126) {
      return false
    }
  }
  return true
}
