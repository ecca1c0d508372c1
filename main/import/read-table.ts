import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { AppError } from '#main/ipc/app-error.ts'
import { decode, detectEncoding } from './decode.ts'
import type { Encoding } from './decode.ts'
import { importLimits } from './limits.ts'

/** The delimiters the program recognises. */
export type Delimiter = ',' | ';' | '\t' | '|'

/** One data row; `row` counts as a spreadsheet does, the header being row 1. */
export type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** A text file seen as a table: its header, and its rows to be read once. */
export type Table = {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly header: readonly string[]
  readonly rows: AsyncIterable<TableRow>
}

/**
 * Opens a delimited text file.
 * @throws AppError with a `FILE_…` code when the file as a whole is no table of text within the limits.
 */
export async function openTable(bytes: Uint8Array, onProgress: (share: number) => void): Promise<Table> {
  refuseOtherKinds(bytes)
  const encoding = detectEncoding(bytes)
  const start = firstLines(bytes, encoding)
  refuseMarkup(start)
  const separator = /^sep=(.)\r?\n/.exec(start)
  const delimiter = separator === null ? guessDelimiter(start) : asDelimiter(separator[1] ?? ',')
  return readHeader({ bytes, encoding, delimiter, skipFirstLine: separator !== null, onProgress })
}

type Source = {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly skipFirstLine: boolean
  /** Told how much of the file has been read, from 0 to 1; what it throws ends the reading. */
  readonly onProgress: (share: number) => void
}

async function readHeader(source: Source): Promise<Table> {
  const records = readRecords(source)[Symbol.asyncIterator]()
  const first = await records.next()
  if (first.done === true) {
    throw new AppError('FILE_NO_ROWS', 'the file has no rows')
  }
  const header = first.value
  if (header.length > importLimits.columns) {
    throw new AppError('FILE_LIMIT', `more than ${importLimits.columns} columns`, {
      limit: importLimits.columns,
      of: 'columns',
    })
  }
  return { encoding: source.encoding, delimiter: source.delimiter, header, rows: rowsOf(records) }
}

async function* rowsOf(records: AsyncIterator<readonly string[]>): AsyncGenerator<TableRow> {
  let row = 1
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    row += 1
    if (row > importLimits.rows + 1) {
      throw new AppError('FILE_LIMIT', `more than ${importLimits.rows} rows`, {
        limit: importLimits.rows,
        of: 'rows',
      })
    }
    // A blank line is no row, but it counts, so that the numbers agree with the spreadsheet's.
    if (next.value.some((cell) => cell.trim() !== '')) {
      yield { row, cells: next.value }
    }
  }
}

async function* readRecords({
  bytes,
  encoding,
  delimiter,
  skipFirstLine,
  onProgress,
}: Source): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    from_line: skipFirstLine ? 2 : 1,
    relax_column_count: true,
    // A quote inside an unquoted cell is an ordinary character, as Excel has it; column counts catch any shift.
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: importLimits.recordCharacters,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  // Errors reach the loop below through the parser; the callback only keeps them from being thrown twice.
  pipeline(Readable.from(decode(bytes, encoding, onProgress)), parser, () => undefined)
  try {
    for await (const record of parser) {
      yield record as string[]
    }
  } catch (thrown) {
    throw toFileError(thrown)
  }
}

function toFileError(thrown: unknown): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  const line = thrown instanceof Error && 'lines' in thrown ? Number(thrown.lines) : 0
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new AppError('FILE_QUOTE_OPEN', `a quotation mark opened near line ${line} is never closed`, {
      line,
    })
  }
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return new AppError('FILE_NOT_A_TABLE', `not a table near line ${line}`, { line, kind: 'unreadable' })
  }
  return thrown
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new AppError('FILE_EMPTY', 'the file is empty')
  }
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  const kind = starts(0x50, 0x4b, 0x03, 0x04)
    ? 'xlsx'
    : starts(0xd0, 0xcf, 0x11, 0xe0)
      ? 'xls'
      : starts(0x25, 0x50, 0x44, 0x46)
        ? 'pdf'
        : starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)
          ? 'picture'
          : null
  if (kind !== null) {
    throw new AppError('FILE_NOT_A_TABLE', `a ${kind} file, not a CSV file`, { kind, line: 0 })
  }
}

function refuseMarkup(start: string): void {
  if (/^\s*</.test(start)) {
    throw new AppError('FILE_NOT_A_TABLE', 'a web page, not a CSV file', { kind: 'web-page', line: 1 })
  }
  if (/^\s*[[{]\s*["\n\r{]/.test(start)) {
    throw new AppError('FILE_NOT_A_TABLE', 'a JSON file, not a CSV file', { kind: 'json', line: 1 })
  }
  if (start.includes('\0')) {
    throw new AppError('FILE_NOT_A_TABLE', 'a binary file, not a CSV file', { kind: 'binary', line: 1 })
  }
  if (start.trim() === '') {
    throw new AppError('FILE_NO_ROWS', 'the file has no rows')
  }
}

function firstLines(bytes: Uint8Array, encoding: Encoding): string {
  const first = decode(bytes, encoding).next()
  return first.done === true ? '' : first.value.slice(0, 65_536)
}

/** The delimiter that appears most often outside quotes in the first line that is not blank. */
function guessDelimiter(start: string): Delimiter {
  const line = (start.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const candidates: readonly Delimiter[] = [',', '\t', ';', '|']
  const counts = candidates.map((delimiter) => line.split(delimiter).length)
  return candidates[counts.indexOf(Math.max(...counts))] ?? ','
}

function asDelimiter(character: string): Delimiter {
  return character === ';' || character === '\t' || character === '|' ? character : ','
}
