import type { Delimiter, Encoding } from '#shared/domain/file-reading.ts'
import { delimiters } from '#shared/domain/file-reading.ts'
import { decodeLines } from '#main/import/decode.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { CsvRecord } from './csv-records.ts'
import { createCsvRecords } from './csv-records.ts'
import type { Table, TableRow } from './table.ts'
import { checkHeader, checkRow, saysSomething } from './table.ts'

/** How much of a text is looked at to find its delimiter. */
const startCharacters = 65_536

/**
 * Opens a delimited text as a table; the delimiter is the given one, that of Excel's `sep=` line, or the most frequent
 * one of the first line. PowerShell's `#TYPE` line is no header.
 * @throws AppError with a `FILE_…` code, or `DecodingFailed`.
 */
export async function openCsvTable(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  wanted: Delimiter | null,
): Promise<Table> {
  const texts = decodeLines(chunks, encoding)
  let start = ''
  for (let next = await texts.next(); next.done !== true; next = await texts.next()) {
    start += next.value
    if (start.trim() !== '') {
      break
    }
  }
  const kind = otherKind(start.slice(0, startCharacters))
  if (kind !== null) {
    throw new AppError('FILE_NOT_A_TABLE', `${kind}, not a table`, { kind, line: 1 })
  }
  const lead = /^(?:sep=(.)|#TYPE [^\r\n]*)(?:\r\n|\r|\n)/i.exec(start)
  const body = start.slice(lead?.[0].length ?? 0)
  const delimiter = wanted ?? stated(lead?.[1]) ?? guessDelimiter(body.slice(0, startCharacters))
  const records = recordsOf(body, texts, delimiter)
  const top = await readHeader(records)
  return {
    encoding,
    delimiter,
    sheet: null,
    sheets: [],
    dateSystem: null,
    header: checkHeader(top.header),
    // Excel shows a `#TYPE` line as a row, and a `sep=` line not at all.
    rows: rowsOf(top.rest, records, top.row + (lead?.[0].startsWith('#') === true ? 1 : 0)),
  }
}

/** The first record that says anything, and what came with it. */
async function readHeader(records: AsyncIterator<readonly CsvRecord[]>): Promise<{
  readonly header: readonly string[]
  readonly row: number
  readonly rest: readonly CsvRecord[]
}> {
  let row = 0
  for (let next = await records.next(); next.done !== true; next = await records.next()) {
    const at = next.value.findIndex(({ cells }) => saysSomething(cells))
    const header = next.value[at]
    if (header !== undefined) {
      return { header: header.cells, row: row + at + 1, rest: next.value.slice(at + 1) }
    }
    row += next.value.length
  }
  throw new AppError('FILE_NO_ROWS', 'the file has no rows')
}

async function* recordsOf(
  first: string,
  rest: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly CsvRecord[]> {
  const parser = createCsvRecords(delimiter)
  const give = (records: readonly CsvRecord[]) => (records.length === 0 ? [] : [records])
  yield* give(parser.push(first))
  for await (const text of rest) {
    yield* give(parser.push(text))
  }
  yield* give(parser.end())
}

async function* rowsOf(
  first: readonly CsvRecord[],
  rest: AsyncIterable<readonly CsvRecord[]>,
  headerRow: number,
): AsyncGenerator<readonly TableRow[]> {
  let row = headerRow
  const numbered = (records: readonly CsvRecord[]): readonly TableRow[] =>
    records.flatMap(({ cells, isTorn }) => {
      row = checkRow(row + 1)
      return saysSomething(cells)
        ? [
            {
              row,
              cells,
              ...(isTorn ? { problems: [{ column: null, reason: 'QUOTE_STRAY' as const }] } : {}),
            },
          ]
        : []
    })
  yield numbered(first)
  for await (const records of rest) {
    yield numbered(records)
  }
}

/** What a text is when it is no table. */
function otherKind(start: string): 'web-page' | 'binary' | null {
  if (/^\s*</.test(start)) {
    return 'web-page'
  }
  return start.includes('\0') ? 'binary' : null
}

/** The delimiter that appears most often outside quotes in the first line that is not blank. */
function guessDelimiter(start: string): Delimiter {
  const line = (start.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => line.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

function stated(character: string | undefined): Delimiter | null {
  return delimiters.find((delimiter) => delimiter === character) ?? null
}
