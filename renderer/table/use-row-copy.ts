import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import type { RowRange } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import { cellText, copyText, mostCopied, readRanges, tableText, type CopyForm } from './copy-rows.ts'
import { countOf } from './row-ranges.ts'
import { placesOf, type List } from './use-list.ts'

/** Copies a text, or the chosen rows with the shown columns and their headers. */
export type RowCopy = { readonly text: (text: string) => void; readonly rows: (form: CopyForm) => void }

/** Copying out of a list; the corner says what was copied. */
export function useRowCopy<Row>(list: List<Row>, cursorRow: number): RowCopy {
  const { t } = useTranslation()
  const { time } = useFormat()
  const client = useClient()
  const notify = useNotify()
  const { ranges } = list.state

  const put = (text: string, title: string, body?: string) =>
    notify(
      copyText(text)
        ? { title, ...(body === undefined ? {} : { body, intent: 'info' }) }
        : {
            title: t('table.selection.notCopied'),
            body: t('table.selection.notCopiedHint'),
            intent: 'error',
          },
    )
  const copyRows = async (form: CopyForm, wanted: readonly RowRange[]) => {
    const columns = placesOf(list).flatMap(({ column }) => list.columns.filter(({ id }) => id === column))
    const rows = await readRanges<Row>(client, list, wanted)
    const text = tableText(form, [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((column) => cellText(column, row, time))),
    ])
    put(
      text,
      t('table.selection.copied', { count: rows.length }),
      countOf(wanted) > mostCopied ? t('table.selection.most', { count: mostCopied }) : undefined,
    )
  }
  return {
    text: (text) => put(text, t('table.selection.cellCopied')),
    rows: (form) => {
      const wanted: readonly RowRange[] =
        ranges.length > 0 ? ranges : cursorRow >= 0 ? [[cursorRow, cursorRow]] : []
      if (wanted.length > 0) {
        void copyRows(form, wanted)
      }
    },
  }
}
