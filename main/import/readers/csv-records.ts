import { importLimits } from '#main/import/limits.ts'
import { AppError } from '#main/ipc/app-error.ts'

/** One record of a delimited text; `isTorn` when a quoted cell goes on behind its closing quotation mark. */
export type CsvRecord = { readonly cells: readonly string[]; readonly isTorn: boolean }

/** Takes a text piece by piece and gives the records that are complete. */
export type CsvRecords = {
  /** @throws AppError `FILE_QUOTE_OPEN`, or `FILE_LIMIT` when a record is longer than any honest one. */
  readonly push: (piece: string) => readonly CsvRecord[]
  /** The last record, where no line end follows it. @throws AppError `FILE_QUOTE_OPEN`. */
  readonly end: () => readonly CsvRecord[]
}

/**
 * Splits delimited text into records as Excel does: a line ends with CR, LF or both; a cell is quoted when its first
 * character is a quotation mark, and two of them inside stand for one; elsewhere a quotation mark is an ordinary
 * character. Lines without quotation marks are split whole, which is what makes a large file fast (ADR 0010).
 */
export function createCsvRecords(delimiter: string): CsvRecords {
  let rest = ''
  let line = 1

  const read = (text: string, isLast: boolean): readonly CsvRecord[] => {
    const scanner = createScanner(text, delimiter, isLast)
    const records: CsvRecord[] = []
    let at = 0
    for (let next = scanner.next(); next !== null; next = scanner.next()) {
      if (next === 'open-quote') {
        throw openQuote(line)
      }
      if (scanner.position() - at > importLimits.recordCharacters) {
        throw recordTooLong(line)
      }
      records.push(next.record)
      line += next.lines
      at = scanner.position()
    }
    rest = text.slice(at)
    return records
  }

  return {
    push: (piece) => {
      const records = read(rest === '' ? piece : rest + piece, false)
      if (rest.length > importLimits.recordCharacters) {
        throw rest.includes('"') ? openQuote(line) : recordTooLong(line)
      }
      return records
    },
    end: () => read(rest, true),
  }
}

type Scanned = { readonly record: CsvRecord; readonly lines: number }
type Scanner = {
  /** The next record; `null` when what is left may not be all of it. */
  readonly next: () => Scanned | 'open-quote' | null
  readonly position: () => number
}

function createScanner(text: string, delimiter: string, isLast: boolean): Scanner {
  const quote = finder(text, '"')
  const lf = finder(text, '\n')
  const cr = finder(text, '\r')
  const nextDelimiter = finder(text, delimiter)
  let start = 0

  /** Where the line end at `at` is over; `null` while the other half of a CR LF may be missing. */
  const afterLineEnd = (at: number): number | null => {
    if (text.charCodeAt(at) === 10) {
      return at + 1
    }
    if (at + 1 === text.length) {
      return isLast ? at + 1 : null
    }
    return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }

  /** The quotation mark that closes the cell opened before `at`; `null` when there is none yet. */
  const closing = (from: number): number | null => {
    for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
      if (at + 1 === text.length && !isLast) {
        return null
      }
      if (text.charCodeAt(at + 1) !== 34) {
        return at
      }
    }
    return null
  }

  const plain = (end: number): Scanned | null => {
    const after = end === text.length ? end : afterLineEnd(end)
    if (after === null) {
      return null
    }
    const cells = text.slice(start, end).split(delimiter)
    start = after
    return { record: { cells, isTorn: false }, lines: 1 }
  }

  const quoted = (): Scanned | 'open-quote' | null => {
    const cells: string[] = []
    let isTorn = false
    let lines = 1
    let at = start
    for (;;) {
      let cell = ''
      const isQuoted = text.charCodeAt(at) === 34
      if (isQuoted) {
        const close = closing(at + 1)
        if (close === null) {
          return isLast ? 'open-quote' : null
        }
        cell = text.slice(at + 1, close).replaceAll('""', '"')
        lines += cell.match(/\r\n|\r|\n/g)?.length ?? 0
        at = close + 1
      }
      const end = Math.min(nextDelimiter(at), lf(at), cr(at), text.length)
      if (end === text.length && !isLast) {
        return null
      }
      isTorn ||= isQuoted && at < end
      cells.push(cell + text.slice(at, end))
      if (text.startsWith(delimiter, end)) {
        at = end + delimiter.length
        continue
      }
      const after = end === text.length ? end : afterLineEnd(end)
      if (after === null) {
        return null
      }
      start = after
      return { record: { cells, isTorn }, lines }
    }
  }

  return {
    position: () => start,
    next: () => {
      if (start >= text.length) {
        return null
      }
      const end = Math.min(lf(start), cr(start))
      if (quote(start) < end) {
        return quoted()
      }
      return end < Infinity ? plain(end) : isLast ? plain(text.length) : null
    },
  }
}

/** Finds the next place of a piece of text, never searching the same stretch twice; `Infinity` when there is none. */
function finder(text: string, wanted: string): (from: number) => number {
  let known = -1
  return (from) => {
    if (known < from) {
      const found = text.indexOf(wanted, from)
      known = found < 0 ? Infinity : found
    }
    return known
  }
}

function openQuote(line: number): AppError {
  return new AppError('FILE_QUOTE_OPEN', `a quotation mark opened near line ${line} is never closed`, {
    line,
  })
}

function recordTooLong(line: number): AppError {
  const limit = importLimits.recordCharacters
  return new AppError('FILE_LIMIT', `line ${line} has more than ${limit} characters`, {
    limit,
    of: 'characters',
    line,
  })
}
