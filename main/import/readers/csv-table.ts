import type { Delimiter, Encoding } from '#shared/domain/file-reading.ts'
import { delimiters } from '#shared/domain/file-reading.ts'
import { decodeLines } from '#main/import/decode.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { CsvRecord } from './csv-records.ts'
import { createCsvRecords } from './csv-records.ts'
import { takeHeader } from './header-row.ts'
import type { Table, TableRow } from './table.ts'
import { checkHeader, checkRow, resumed, saysSomething } from './table.ts'

/** How much of a text is looked at to find its delimiter. */
const startCharacters = 65_536

/**
 * Opens a delimited text as a table; the delimiter is the given one, that of Excel's `sep=` line, or the one
 * its first lines share. PowerShell's `#TYPE` line is no header.
 * @throws AppError with a `FILE_…` code, or `DecodingFailed`.
 */
export async function openCsvTable(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  wanted: { readonly delimiter: Delimiter | null; readonly headerRow: number | null },
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
  const delimiter = wanted.delimiter ?? stated(lead?.[1]) ?? guessDelimiter(body.slice(0, startCharacters))
  // Excel shows a `#TYPE` line as a row, and a `sep=` line not at all.
  const rows = rowsOf(recordsOf(body, texts, delimiter), lead?.[0].startsWith('#') === true ? 1 : 0)
  const found = await takeHeader(rows, wanted.headerRow)
  if (found === null) {
    throw new AppError('FILE_NO_ROWS', 'the file has no rows')
  }
  return {
    encoding,
    delimiter,
    sheet: null,
    sheets: [],
    dateSystem: null,
    header: checkHeader(found.header.cells),
    headerRow: found.header.row,
    rows: resumed(found.rest, rows),
  }
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
  records: AsyncIterable<readonly CsvRecord[]>,
  rowsAbove: number,
): AsyncGenerator<readonly TableRow[]> {
  let row = rowsAbove
  const numbered = (batch: readonly CsvRecord[]): readonly TableRow[] =>
    batch.flatMap(({ cells, isTorn }) => {
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
  for await (const batch of records) {
    yield numbered(batch)
  }
}

/** What a text is when it is no table. */
function otherKind(start: string): 'web-page' | 'binary' | null {
  if (/^\s*</.test(start)) {
    return 'web-page'
  }
  return start.includes('\0') ? 'binary' : null
}

/** How many lines are looked at for a delimiter: titles stand above some tables. */
const startLines = 20

/**
 * The delimiter that appears most often outside quotes in the first line whose delimiter the line below has too: a title
 * has none, or one the table does not share. Without such a pair, that of the first line.
 */
function guessDelimiter(start: string): Delimiter {
  const lines = start
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, startLines)
    .filter((line) => line.trim() !== '')
  const guesses = lines.map(mostFrequent)
  return guesses.find((guess, at) => guess !== null && lines[at + 1]?.includes(guess)) ?? guesses[0] ?? ','
}

function mostFrequent(line: string): Delimiter | null {
  const counts = delimiters.map((delimiter) => line.split(delimiter).length)
  const most = Math.max(...counts)
  return most > 1 ? (delimiters[counts.indexOf(most)] ?? null) : null
}

function stated(character: string | undefined): Delimiter | null {
  return delimiters.find((delimiter) => delimiter === character) ?? null
}
