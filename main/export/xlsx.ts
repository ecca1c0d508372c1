import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { TableCell } from './table-cells.ts'
import type { TableShape, TableWriter } from './table-writer.ts'

/** The most rows and the longest text a sheet holds. */
export const sheetRows = 1_048_575
const sheetText = 32_767

/** Places in `styles.xml`, in its order. */
const styles = { plain: 0, header: 1, date: 2, instant: 3, number: 4 } as const

/**
 * Writes a table as an Excel workbook of one sheet: typed cells, a header that stays, filters, and no formula anywhere.
 * Rows are compressed as they come, so that a long list neither fills the memory nor keeps the program from answering.
 */
export function createXlsxWriter({ columns, rowCount, sheetName }: TableShape): TableWriter {
  const pieces: Uint8Array[] = []
  const zip = new Zip((failure, piece) => {
    if (failure !== null) {
      throw failure
    }
    pieces.push(piece)
  })
  const addFile = (path: string, content: string) => {
    const file = new ZipDeflate(path, { level: 6 })
    zip.add(file)
    file.push(strToU8(content), true)
  }
  const lastCell = `${columnName(columns.length - 1)}${rowCount + 1}`
  addFile('[Content_Types].xml', contentTypes)
  addFile('_rels/.rels', packageRelations)
  addFile('xl/workbook.xml', workbook(sheetName, `$A$1:$${columnName(columns.length - 1)}$${rowCount + 1}`))
  addFile('xl/_rels/workbook.xml.rels', workbookRelations)
  addFile('xl/styles.xml', styleSheet)

  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 4 })
  zip.add(sheet)
  const widths = columns.map(
    ({ type, title }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(widthOf[type], title.length * 2 + 3)}" customWidth="1"/>`,
  )
  sheet.push(
    strToU8(
      `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:${lastCell}"/><sheetViews><sheetView workbookViewId="0">` +
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
        `<cols>${widths.join('')}</cols><sheetData>`,
    ),
  )
  let row = 0
  const addRows = (rows: readonly (readonly TableCell[])[], style?: number) => {
    let xml = ''
    for (const cells of rows) {
      row += 1
      xml += `<row r="${row}">`
      cells.forEach((cell, index) => {
        xml += cellXml(`${columnName(index)}${row}`, cell, style)
      })
      xml += '</row>'
    }
    sheet.push(strToU8(xml))
  }
  addRows([columns.map(({ title }) => ({ kind: 'text', text: title }))], styles.header)
  return {
    add: (rows) => addRows(rows),
    finish: () => {
      sheet.push(strToU8(`</sheetData><autoFilter ref="A1:${lastCell}"/></worksheet>`), true)
      zip.end()
      return Buffer.concat(pieces)
    },
  }
}

const widthOf = { text: 24, number: 10, date: 13, instant: 21, choice: 16, tags: 20, person: 16 } as const

function cellXml(place: string, cell: TableCell, style?: number): string {
  if (cell === null) {
    return ''
  }
  switch (cell.kind) {
    case 'text':
      return `<c r="${place}" s="${style ?? styles.plain}" t="inlineStr"><is><t xml:space="preserve">${xmlText(
        cell.text.slice(0, sheetText),
      )}</t></is></c>`
    case 'number':
      return `<c r="${place}" s="${styles.number}"><v>${cell.number}</v></c>`
    case 'date':
      return `<c r="${place}" s="${styles.date}"><v>${serial(`${cell.date}T00:00:00Z`)}</v></c>`
    case 'instant':
      return `<c r="${place}" s="${styles.instant}"><v>${serial(cell.instant)}</v></c>`
  }
}

/** Days since the last day of 1899, as a spreadsheet counts them. */
function serial(instant: string): number {
  return Math.round(Date.parse(instant) / 1000) / 86_400 + 25_569
}

/** A, B, … Z, AA, … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** Text inside XML; controls that XML has no form for are written as the format's `_x0001_`, and so is what looks like one. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll(
      /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/g,
      (control) => `_x${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** A sheet's name takes 31 characters and none that addresses are made of. */
function sheetTitle(name: string): string {
  const cleaned = name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim()
  return cleaned === '' ? 'Sheet1' : cleaned
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`

const packageRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbookRelations =
  `${declaration}<Relationships xmlns="${packages}/relationships">` +
  `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`

/** The filter of a sheet is also a hidden name of the workbook: without it LibreOffice shows no arrows. */
function workbook(name: string, filtered: string): string {
  const title = sheetTitle(name)
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
    `<sheet name="${xmlText(title).replaceAll('"', '&quot;')}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${xmlText(title.replaceAll("'", "''"))}'!${filtered}</definedName>` +
    '</definedNames></workbook>'
  )
}

const styleSheet =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
