import type { ZipPart } from './zip.ts'
import { zip } from './zip.ts'

/** A cell: a text, a number, a number shown as a date, or XML as it stands. */
export type TestCell = string | number | { readonly date: number } | { readonly xml: string }

type TestSheet = {
  readonly name: string
  readonly rows?: readonly (readonly TestCell[])[]
  readonly state?: 'hidden' | 'veryHidden'
  /** The inside of `<worksheet>`, instead of rows. */
  readonly xml?: string
}

type WorkbookOptions = {
  readonly is1904?: boolean
  readonly extra?: readonly ZipPart[]
  readonly sharedStrings?: string
  /** Replaces parts by their name. */
  readonly replace?: { readonly [name: string]: string }
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The parts of a workbook as Excel lays them out. */
export function workbookParts(
  sheets: readonly TestSheet[],
  options: WorkbookOptions = {},
): readonly ZipPart[] {
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      bytes: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      bytes: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook ${main} ${relations}><workbookPr${
        options.is1904 === true ? ' date1904="1"' : ''
      }/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      bytes: `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    },
    ...(options.sharedStrings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', bytes: `<sst ${main}>${options.sharedStrings}</sst>` }]),
    ...sheets.map(({ rows = [], xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      bytes: `<worksheet ${main}>${xml ?? `<sheetData>${rows.map(rowXml).join('')}</sheetData>`}</worksheet>`,
    })),
    ...(options.extra ?? []),
  ]
  return parts.map((part) => ({ ...part, bytes: options.replace?.[part.name] ?? part.bytes }))
}

/** A workbook. */
export function workbook(sheets: readonly TestSheet[], options: WorkbookOptions = {}): Uint8Array {
  return zip(workbookParts(sheets, options))
}

/** The letters of a column, from 0. */
export function columnName(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function rowXml(cells: readonly TestCell[], index: number): string {
  const row = index + 1
  const inside = cells.map((cell, column) => {
    const at = `r="${columnName(column)}${row}"`
    if (typeof cell === 'string') {
      return cell === '' ? '' : `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    }
    if (typeof cell === 'number') {
      return `<c ${at}><v>${cell}</v></c>`
    }
    return 'date' in cell ? `<c ${at} s="${row % 2 === 0 ? 1 : 2}"><v>${cell.date}</v></c>` : cell.xml
  })
  return `<row r="${row}">${inside.join('')}</row>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
