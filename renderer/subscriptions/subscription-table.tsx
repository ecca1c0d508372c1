import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadOnlyBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import type { ColumnPlace } from '#renderer/state/list-state.ts'
import { useListState } from '#renderer/state/list-state.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow } from '#renderer/table/use-list-window.ts'
import { useWidth } from '#renderer/table/columns/use-width.ts'
import { useAllSubscriptionColumns } from './all-subscription-columns.tsx'
import { useNarrowColumns } from './narrow-columns.tsx'

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground3,
  },
})

type SubscriptionTableProps = {
  readonly customerId: string
  readonly onOpen: (row: { readonly accountId: string; readonly id: string }) => void
}

/**
 * A customer's subscriptions, to read: a mirror of the files, with nothing on it that could be edited. Its columns are
 * those of the list of all subscriptions, as the user has chosen and ordered them there.
 */
export function SubscriptionTable({ customerId, onOpen }: SubscriptionTableProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useWidth(root) < 640
  const narrow = useNarrowColumns()
  const wide = useAllSubscriptionColumns()
  const { columns: places } = useListState('subscriptions')
  const chosen = useMemo(() => chosenColumns(wide, places), [wide, places])
  const [cursor, setCursor] = useState(-1)
  const list = useListWindow('subscription.list', { customerId, ...useAsOfParam() })

  return (
    <div ref={root} className={styles.root}>
      {list.error !== undefined ? (
        <Problem error={list.error} canRetry />
      ) : list.total === 0 ? (
        <EmptyState
          icon={<DocumentTableRegular />}
          title={t('subscriptions.empty')}
          hint={t('subscriptions.emptyHint')}
        />
      ) : (
        <>
          <div className={styles.note}>
            <ReadOnlyBadge reason={t('subscriptions.readOnlyReason')} />
            <Text size={200}>{t('subscriptions.readOnlyReason')}</Text>
          </div>
          <DataTable
            // Rows of another height are another table.
            key={isNarrow ? 'narrow' : 'wide'}
            label={t('subscriptions.list')}
            list={list}
            columns={isNarrow ? narrow : chosen}
            keyOf={(row) => row.id}
            selectedIndex={cursor}
            onSelect={setCursor}
            onOpen={onOpen}
            {...(isNarrow ? { rowHeight: 64 } : {})}
            isReadOnly
          />
        </>
      )}
    </div>
  )
}

/** The columns of the list of all subscriptions, but for the customer, who is the same in every row. */
function chosenColumns<Row>(
  columns: readonly Column<Row>[],
  places: readonly ColumnPlace[] | null,
): readonly Column<Row>[] {
  const placed =
    places === null
      ? columns
      : places.flatMap(({ column }) =>
          columns.filter(({ id }) => id === column).map((each) => ({ ...each, isExtra: false })),
        )
  return placed.filter(({ id }) => id !== 'customerName')
}
