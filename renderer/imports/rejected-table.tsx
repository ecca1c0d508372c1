import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useListWindow } from '#renderer/table/use-list-window.ts'

type Rejected = ListRow<'import.rejected'>

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  hint: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
  value: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The rows of a file that are left out, each with its number and the reason. */
export function RejectedTable({ previewId }: { readonly previewId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const columns = useMemo<readonly Column<Rejected>[]>(
    () => [
      {
        id: 'row',
        header: t('imports.rejectedColumns.row'),
        minWidth: 80,
        grow: 0,
        priority: 0,
        align: 'end',
        cell: ({ row }) => format.number(row),
      },
      {
        id: 'reason',
        header: t('imports.rejectedColumns.reason'),
        minWidth: 220,
        grow: 2,
        priority: 0,
        tooltip: ({ reason }) => t(`rejectReasons.${reason}`),
        cell: ({ reason }) => t(`rejectReasons.${reason}`),
      },
      {
        id: 'column',
        header: t('imports.rejectedColumns.column'),
        minWidth: 140,
        grow: 1,
        priority: 0,
        tooltip: ({ column }) => column ?? undefined,
        cell: ({ column }) => column ?? <span className={styles.quiet}>–</span>,
      },
      {
        id: 'value',
        header: t('imports.rejectedColumns.value'),
        minWidth: 140,
        grow: 2,
        priority: 0,
        tooltip: ({ value }) => value ?? undefined,
        cell: ({ value }) =>
          value === null || value === '' ? (
            <span className={styles.quiet}>–</span>
          ) : (
            <span className={styles.value}>{value}</span>
          ),
      },
    ],
    [t, styles, format],
  )
  const list = useListWindow('import.rejected', { previewId })
  return (
    <div className={styles.root}>
      <Text className={styles.hint}>{t('imports.rejectedHint')}</Text>
      <DataTable
        label={t('imports.rejected', { count: list.total ?? 0 })}
        list={list}
        columns={columns}
        keyOf={(row) => `${row.row} ${row.column ?? ''}`}
        isReadOnly
      />
    </div>
  )
}
