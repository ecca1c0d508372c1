import { AppError } from '#main/ipc/app-error.ts'
import type { HeaderFound } from '../header-row.ts'
import { takeHeader } from '../header-row.ts'
import type { Table, TableRow } from '../table.ts'
import { checkHeader, resumed, saysSomething } from '../table.ts'
import { readDateStyles, readSharedStrings, readWorkbook } from './parts.ts'
import { createSheetRows } from './sheet-rows.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

/**
 * Opens a workbook's sheet as a table: the wanted one, else the first with columns the program knows, else the first the
 * user would see that has rows. Cells are the values Excel
 * last showed; formulas, macros, pictures and links are not read.
 * @throws AppError with a `FILE_…` code.
 */
export async function openWorkbookTable(
  bytes: Uint8Array,
  wanted: { readonly sheet: string | null; readonly headerRow: number | null },
): Promise<Table> {
  const archive = await openArchive(bytes)
  if (!archive.has('xl/workbook.xml')) {
    const kind = archive.has('xl/workbook.bin') ? 'xlsb' : archive.has('content.xml') ? 'ods' : 'zip'
    throw new AppError('FILE_NOT_A_TABLE', `a ${kind} file, not a workbook`, { kind, line: 0 })
  }
  const { sheets, dateSystem } = await readWorkbook(archive)
  if (sheets.length === 0) {
    throw new AppError('FILE_NO_ROWS', 'the workbook has no visible sheet with rows')
  }
  const meaning = {
    strings: await readSharedStrings(archive),
    dateStyles: await readDateStyles(archive),
    dateSystem,
  }
  const chosen = sheets.filter(({ name }) => name === wanted.sheet)
  let best:
    (HeaderFound & { readonly name: string; readonly rows: AsyncGenerator<readonly TableRow[]> }) | null =
    null
  // A cover sheet before the table is common; most workbooks have but one sheet.
  for (const { name, path } of (chosen.length > 0 ? chosen : sheets).slice(0, lookedThrough)) {
    const rows = sheetBatches(archive, path, meaning)
    const found = await takeHeader(rows, wanted.headerRow)
    if (found === null || (best !== null && !found.isKnown)) {
      await rows.return(undefined)
      continue
    }
    await best?.rows.return(undefined)
    best = { ...found, name, rows }
    if (found.isKnown) {
      break
    }
  }
  if (best === null) {
    throw new AppError('FILE_NO_ROWS', 'the sheet has no rows')
  }
  const header = checkHeader(best.header.cells)
  return {
    encoding: null,
    delimiter: null,
    sheet: best.name,
    sheets: sheets.map(({ name }) => name),
    headerRow: best.header.row,
    dateSystem,
    header,
    rows: padded(resumed(best.rest, best.rows), header.length),
  }
}

/** How many sheets are looked through for one the program knows. */
const lookedThrough = 12

async function* sheetBatches(
  archive: Archive,
  path: string,
  meaning: Parameters<typeof createSheetRows>[0],
): AsyncGenerator<readonly TableRow[]> {
  const { handler, take } = createSheetRows(meaning)
  const turns = readXml(archive.read(path), handler)
  while ((await turns.next()).done !== true) {
    yield take().filter(({ cells }) => saysSomething(cells))
  }
}

/** A sheet leaves out the empty cells at the end of a row; a text file cannot. */
async function* padded(
  batches: AsyncIterable<readonly TableRow[]>,
  width: number,
): AsyncGenerator<readonly TableRow[]> {
  for await (const rows of batches) {
    yield rows.map((row) => {
      const missing = width - row.cells.length
      return missing <= 0 ? row : { ...row, cells: [...row.cells, ...Array<string>(missing).fill('')] }
    })
  }
}
