import { toSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import type { ViewParams } from '#shared/protocol.ts'
import type { Client } from '#renderer/state/client.ts'
import type { RowRange } from '#renderer/state/list-state.ts'
import { readOnce } from '#renderer/state/read-once.ts'
import { listViews } from '#renderer/table/use-list-window.ts'
import type { List } from '#renderer/table/use-list.ts'

/** The forms rows are copied in. */
export type CopyForm = 'tsv' | 'markdown'

/** Most rows that are put on the clipboard at once. */
export const mostCopied = 50_000
const windowSize = 1_000

/** A text as a cell of its own for the clipboard: one line that begins no formula; a negative number stays one. */
export function cellToCopy(text: string): string {
  const plain = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^-\d+([.,]\d+)*$/.test(plain) ? plain : toSpreadsheetText(plain)
}

/** A table of texts in the wanted form; nothing in a cell can break out of its cell, or begin a formula. */
export function tableText(form: CopyForm, rows: readonly (readonly string[])[]): string {
  if (form === 'tsv') {
    return rows.map((row) => row.map(cellToCopy).join('\t')).join('\r\n')
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const row = (cells: readonly string[]) =>
    line(cells.map((text) => cellToCopy(text).replaceAll('\\', '\\\\').replaceAll('|', '\\|')))
  const [head = [], ...body] = rows
  return [row(head), line(head.map(() => '---')), ...body.map(row)].join('\n')
}

/** Reads chosen rows window by window, in the list's order, and at most {@link mostCopied} of them. */
export async function readRanges<Row>(
  client: Client,
  list: Pick<List<Row>, 'name' | 'query'>,
  ranges: readonly RowRange[],
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [from, to] of ranges) {
    for (let offset = from; offset <= to && rows.length < mostCopied; offset += windowSize) {
      const limit = Math.min(windowSize, to - offset + 1, mostCopied - rows.length)
      const view = listViews[list.name]
      const answer = await readOnce(client, view, { ...list.query, offset, limit } as ViewParams<typeof view>)
      if (answer === null) {
        return rows
      }
      rows.push(...(answer.rows as readonly unknown[] as readonly Row[]))
    }
  }
  return rows
}

/** Puts a text on the clipboard the one way a page without permissions can: as the answer to a copy event. */
export function copyText(text: string): boolean {
  let isTaken = false
  const answer = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    isTaken = true
  }
  document.addEventListener('copy', answer, { once: true })
  try {
    // Deprecated, and still the only call that asks no permission: all of them are refused here.
    return document.execCommand('copy') && isTaken
  } finally {
    document.removeEventListener('copy', answer)
  }
}
