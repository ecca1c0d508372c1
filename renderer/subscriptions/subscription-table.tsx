import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadOnlyBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow } from '#renderer/table/use-list-window.ts'
import { useWidth } from '#renderer/table/use-width.ts'
import { useSubscriptionColumns } from './subscription-columns.tsx'

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

/** A customer's subscriptions, to read: a mirror of the files, with nothing on it that could be edited. */
export function SubscriptionTable({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const isCompact = useWidth(root) < 640
  const columns = useSubscriptionColumns(isCompact)
  const list = useListWindow('subscription.list', { customerId, ...useAsOfParam() })

  return (
    <div ref={root} className={styles.root}>
      {list.error !== undefined ? (
        <Problem error={list.error} />
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
            key={isCompact ? 'compact' : 'wide'}
            label={t('subscriptions.list')}
            list={list}
            columns={columns}
            keyOf={(row) => row.id}
            rowHeight={isCompact ? 64 : 44}
            isReadOnly
          />
        </>
      )}
    </div>
  )
}
