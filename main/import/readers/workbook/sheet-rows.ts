import { importLimits } from '#main/import/limits.ts'
import type { RejectReason } from '#main/import/portfolio-file.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { TableRow } from '../table.ts'
import { dateOfSerial } from './serial.ts'
import type { XmlHandler } from './xml.ts'
import { damaged } from './zip.ts'

/** The most rows read of a sheet (security C41). */
export const sheetRows = 200_000

/** What the cells of a sheet refer to. */
export type CellMeaning = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly dateSystem: '1900' | '1904'
}

type Problem = { readonly column: number | null; readonly reason: RejectReason }

/** Collects the rows of a sheet from its XML; `take` gives those that are complete. */
export function createSheetRows(meaning: CellMeaning): {
  readonly handler: XmlHandler
  readonly take: () => readonly TableRow[]
} {
  let rows: TableRow[] = []
  let lastRow = 0
  let count = 0
  let cells: string[] = []
  let problems: Problem[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isValue = false
  let inPronunciation = false

  const handler: XmlHandler = {
    open: (name, attributes) => {
      switch (name) {
        case 'row': {
          const row = attributes['r'] === undefined ? lastRow + 1 : Number(attributes['r'])
          if (!Number.isInteger(row) || row <= lastRow || row > 1_048_576) {
            throw damaged('the rows of the sheet are out of order')
          }
          lastRow = row
          cells = []
          problems = []
          column = -1
          break
        }
        case 'c':
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r'], lastRow)
          type = attributes['t'] ?? 'n'
          style = Number(attributes['s'] ?? 0)
          value = ''
          break
        case 'rPh':
          inPronunciation = true
          break
        case 'v':
        case 't':
          isValue = !inPronunciation
      }
    },
    text: (text) => {
      if (isValue) {
        value += text
      }
    },
    close: (name) => {
      switch (name) {
        case 'v':
        case 't':
          isValue = false
          break
        case 'rPh':
          inPronunciation = false
          break
        case 'c': {
          const { text, reason } = readCell(type, value, meaning.dateStyles[style] === true, meaning)
          if (reason !== null) {
            problems.push({ column, reason })
          }
          if (text === '') {
            break
          }
          if (column >= importLimits.columns) {
            // Far out there is nothing honest; no row is made that wide for it.
            problems.push({ column: null, reason: 'COLUMN_COUNT' })
            break
          }
          while (cells.length <= column) {
            cells.push('')
          }
          cells[column] = text
          break
        }
        case 'row':
          if (cells.length > 0 || problems.length > 0) {
            count += 1
            if (count > sheetRows + 1) {
              throw new AppError('FILE_LIMIT', `more than ${sheetRows} rows`, {
                limit: sheetRows,
                of: 'rows',
              })
            }
            rows.push({ row: lastRow, cells, ...(problems.length > 0 ? { problems } : {}) })
          }
      }
    },
  }
  return {
    handler,
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
  }
}

/** The column of a cell's reference, from 0; the reference is never used to reserve memory (security C43). */
function columnOf(reference: string, row: number): number {
  const match = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(reference)
  const column = [...(match?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  if (match === null || column > 16_384 || Number(match[2]) !== row) {
    throw damaged('a cell has an impossible place')
  }
  return column - 1
}

type ReadCell = { readonly text: string; readonly reason: RejectReason | null }

function readCell(type: string, value: string, isDate: boolean, meaning: CellMeaning): ReadCell {
  const good = (text: string): ReadCell => ({ text, reason: null })
  switch (type) {
    case 's': {
      const text = /^\d{1,7}$/.test(value) ? meaning.strings[Number(value)] : undefined
      return text === undefined ? { text: value, reason: 'CELL_UNREADABLE' } : good(text)
    }
    case 'str':
    case 'inlineStr':
    case 'd':
      return good(value)
    case 'b':
      return good(value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value)
    case 'e':
      return { text: value, reason: 'CELL_UNREADABLE' }
    default:
      return value === '' ? good('') : readNumber(value, isDate, meaning.dateSystem)
  }
}

function readNumber(value: string, isDate: boolean, dateSystem: '1900' | '1904'): ReadCell {
  const number = Number(value)
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value) || !Number.isFinite(number)) {
    return { text: value, reason: 'CELL_UNREADABLE' }
  }
  if (isDate) {
    return { text: dateOfSerial(number, dateSystem) ?? value, reason: null }
  }
  // A workbook keeps fifteen digits; what has more has lost the rest before it came here.
  return Math.abs(number) >= 1e15
    ? { text: value, reason: 'ID_IMPRECISE' }
    : { text: String(number), reason: null }
}
