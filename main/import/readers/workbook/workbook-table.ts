import { AppError } from '#main/ipc/app-error.ts'
import type { Table, TableRow } from '../table.ts'
import { checkHeader, saysSomething } from '../table.ts'
import { readDateStyles, readSharedStrings, readWorkbook } from './parts.ts'
import { createSheetRows } from './sheet-rows.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

/**
 * Opens a workbook's sheet as a table: the wanted one, else the first the user would see. Cells are the values Excel
 * last showed; formulas, macros, pictures and links are not read.
 * @throws AppError with a `FILE_…` code.
 */
export async function openWorkbookTable(bytes: Uint8Array, wanted: string | null): Promise<Table> {
  const archive = await openArchive(bytes)
  if (!archive.has('xl/workbook.xml')) {
    const kind = archive.has('xl/workbook.bin') ? 'xlsb' : archive.has('content.xml') ? 'ods' : 'zip'
    throw new AppError('FILE_NOT_A_TABLE', `a ${kind} file, not a workbook`, { kind, line: 0 })
  }
  const { sheets, dateSystem } = await readWorkbook(archive)
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets[0]
  if (sheet === undefined) {
    throw new AppError('FILE_NO_ROWS', 'the workbook has no visible sheet with rows')
  }
  const meaning = {
    strings: await readSharedStrings(archive),
    dateStyles: await readDateStyles(archive),
    dateSystem,
  }
  const batches = sheetBatches(archive, sheet.path, meaning)
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    const [first, ...rest] = next.value
    if (first !== undefined) {
      return {
        encoding: null,
        delimiter: null,
        sheet: sheet.name,
        sheets: sheets.map(({ name }) => name),
        dateSystem,
        header: checkHeader(first.cells),
        rows: rowsOf(rest, batches, first.cells.length),
      }
    }
  }
  throw new AppError('FILE_NO_ROWS', 'the sheet has no rows')
}

async function* sheetBatches(
  archive: Archive,
  path: string,
  meaning: Parameters<typeof createSheetRows>[0],
): AsyncGenerator<readonly TableRow[]> {
  const { handler, take } = createSheetRows(meaning)
  const turns = readXml(archive.read(path), handler)
  while ((await turns.next()).done !== true) {
    yield take()
  }
}

async function* rowsOf(
  first: readonly TableRow[],
  rest: AsyncIterable<readonly TableRow[]>,
  width: number,
): AsyncGenerator<readonly TableRow[]> {
  const usable = (rows: readonly TableRow[]) =>
    rows
      .filter(({ cells }) => saysSomething(cells))
      .map((row) => ({ ...row, cells: padded(row.cells, width) }))
  yield usable(first)
  for await (const rows of rest) {
    yield usable(rows)
  }
}

/** A sheet leaves out the empty cells at the end of a row; a text file cannot. */
function padded(cells: readonly string[], width: number): readonly string[] {
  return cells.length >= width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')]
}
