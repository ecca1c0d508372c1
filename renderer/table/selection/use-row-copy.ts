import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import type { Column } from '#renderer/table/columns/column.ts'
import type { RowRange } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import { cellText } from './cell-text.ts'
import { cellToCopy, copyText, mostCopied, readRanges, tableText, type CopyForm } from './copy-rows.ts'
import { countOf } from '#renderer/table/rows/row-ranges.ts'
import { placesOf, type List } from '#renderer/table/use-list.ts'

/** Copies a cell, or the chosen rows with the shown columns and their headers. */
export type RowCopy<Row> = {
  readonly cell: (row: Row, column: Column<Row>) => void
  readonly rows: (form: CopyForm) => void
}

/** Copying out of a list; the corner says what was copied, and that other customers' rows were not. */
export function useRowCopy<Row>(list: List<Row>, cursorRow: number): RowCopy<Row> {
  const { t } = useTranslation()
  const { time } = useFormat()
  const client = useClient()
  const notify = useNotify()
  const { ranges } = list.state

  const refuse = () =>
    notify({ title: t('desk.safe.copyRefused'), body: t('desk.safe.copyRefusedHint'), intent: 'error' })
  const put = (text: string, title: string, body = '') =>
    notify(
      copyText(text)
        ? { title, ...(body === '' ? {} : { body, intent: 'info' }) }
        : {
            title: t('table.selection.notCopied'),
            body: t('table.selection.notCopiedHint'),
            intent: 'error',
          },
    )
  const copyRows = async (form: CopyForm, wanted: readonly RowRange[]) => {
    const columns = placesOf(list).flatMap(({ column }) => list.columns.filter(({ id }) => id === column))
    const read = await readRanges<Row>(client, list, wanted)
    const rows = read.filter((row) => !list.isHiddenRow(row))
    const left = read.length - rows.length
    if (rows.length === 0 && left > 0) {
      refuse()
      return
    }
    const text = tableText(form, [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((column) => cellText(column, row, time))),
    ])
    put(
      text,
      t('table.selection.copied', { count: rows.length }),
      [
        left > 0 ? t('desk.safe.copyLeft', { count: left }) : '',
        countOf(wanted) > mostCopied ? t('table.selection.most', { count: mostCopied }) : '',
      ]
        .filter(Boolean)
        .join(t('common.sentenceGap')),
    )
  }
  return {
    cell: (row, column) =>
      list.isHiddenRow(row)
        ? refuse()
        : put(cellToCopy(cellText(column, row, time)), t('table.selection.cellCopied')),
    rows: (form) => {
      const wanted: readonly RowRange[] =
        ranges.length > 0 ? ranges : cursorRow >= 0 ? [[cursorRow, cursorRow]] : []
      if (wanted.length > 0) {
        void copyRows(form, wanted)
      }
    },
  }
}
