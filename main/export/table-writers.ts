import { stringify } from 'csv-stringify/sync'
import type { TableFormat } from '#shared/contract/export.ts'
import { toSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import type { TableCell } from './table-cells.ts'
import { plainText } from './table-cells.ts'
import type { TableShape, TableWriter } from './table-writer.ts'
import { createXlsxWriter } from './xlsx.ts'

/** A writer for each format. */
export const tableWriters: { readonly [F in TableFormat]: (table: TableShape) => TableWriter } = {
  csv: ({ columns }) => {
    // The mark at the start is what makes Excel read the file as UTF-8.
    const writer = createTextWriter('\uFEFF')
    const write = (rows: readonly (readonly string[])[]) =>
      writer.add(stringify(rows as string[][], { record_delimiter: '\r\n', quoted_string: false }))
    write([columns.map(({ title }) => toSpreadsheetText(title))])
    return {
      add: (rows) => write(rows.map((row) => row.map(csvText))),
      finish: writer.finish,
    }
  },
  tsv: ({ columns }) => {
    const writer = createTextWriter('\uFEFF')
    const write = (rows: readonly (readonly string[])[]) =>
      writer.add(rows.map((row) => `${row.map(tsvText).join('\t')}\r\n`).join(''))
    write([columns.map(({ title }) => toSpreadsheetText(title))])
    return { add: (rows) => write(rows.map((row) => row.map(csvText))), finish: writer.finish }
  },
  md: ({ columns }) => {
    const writer = createTextWriter('')
    const line = (row: readonly string[]) => `| ${row.map(markdownText).join(' | ')} |\n`
    writer.add(line(columns.map(({ title }) => title)))
    writer.add(`| ${columns.map(({ type }) => (type === 'number' ? '---:' : '---')).join(' | ')} |\n`)
    return {
      add: (rows) => writer.add(rows.map((row) => line(row.map(plainText))).join('')),
      finish: writer.finish,
    }
  },
  xlsx: createXlsxWriter,
}

/** Numbers are numbers there too; only words could begin a formula. */
function csvText(cell: TableCell): string {
  return cell?.kind === 'text' ? toSpreadsheetText(cell.text) : plainText(cell)
}

function tsvText(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ')
}

/** Nothing in a cell can end it, open a tag or start a link of its own. */
function markdownText(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/[\\|<>[\]`*_]/g, '\\$&')
}

function createTextWriter(start: string) {
  const pieces: Buffer[] = [Buffer.from(start, 'utf8')]
  return {
    add: (text: string) => {
      pieces.push(Buffer.from(text.toWellFormed(), 'utf8'))
    },
    finish: () => Buffer.concat(pieces),
  }
}
