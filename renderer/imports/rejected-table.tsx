import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import type { ImportPreview } from '#renderer/state/ui-state.ts'
import type { Column } from '#renderer/table/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import type { ListWindow } from '#renderer/table/use-list-window.ts'

type Rejected = ImportPreview['rejected'][number]

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  value: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The rows of a file that are left out, each with its number and the reason. */
export function RejectedTable({ rows }: { readonly rows: readonly Rejected[] }) {
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
  const list = useMemo<ListWindow<Rejected>>(
    () => ({
      search: '',
      total: rows.length,
      rowAt: (index) => rows[index],
      indexOf: () => -1,
      showRange: () => undefined,
      error: undefined,
      listKey: '',
    }),
    [rows],
  )
  return (
    <div className={styles.root} style={{ height: Math.min(320, rows.length * 32 + 34) }}>
      <DataTable
        label={t('imports.rejected', { count: rows.length })}
        list={list}
        columns={columns}
        keyOf={(row) => `${row.row} ${row.column ?? ''}`}
        isReadOnly
      />
    </div>
  )
}
