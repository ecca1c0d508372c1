import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table'
import { useTranslation } from 'react-i18next'
import { ReadOnlyBadge } from '#renderer/parts/badges.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import { useList } from '#renderer/table/use-list.ts'
import { useAllSubscriptionColumns } from './all-subscription-columns.tsx'

const useStyles = makeStyles({
  reason: { display: 'flex', alignItems: 'center', minWidth: 0 },
})

type SubscriptionsScreenProps = {
  readonly onImport: () => void
  readonly onOpen: (row: { readonly accountId: string; readonly id: string }) => void
}

/** Every subscription of every customer, to read: nothing in its rows could be edited. */
export function SubscriptionsScreen({ onOpen, onImport }: SubscriptionsScreenProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const list = useList('subscriptions', useAllSubscriptionColumns())
  const { total, window: rows, isNarrowed } = list
  const isEmpty = total === 0 && !isNarrowed
  return (
    <>
      <PageHeader
        title={t('allSubscriptions.title')}
        note={total === undefined || isEmpty ? '' : t('allSubscriptions.count', { count: total })}
      >
        <span className={styles.reason}>
          <ReadOnlyBadge reason={t('subscriptions.readOnlyReason')} />
        </span>
      </PageHeader>
      {rows.error !== undefined ? (
        <ScreenProblem error={rows.error} />
      ) : isEmpty ? (
        <EmptyState
          icon={<DocumentTableRegular />}
          title={t('subscriptions.empty')}
          hint={t('subscriptions.emptyHint')}
          action={
            list.query.asOf === undefined ? (
              <Button appearance="primary" icon={<ArrowImportRegular />} onClick={onImport}>
                {t('customers.emptyAction')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <ListDesk
          label={t('allSubscriptions.list')}
          list={list}
          keyOf={(row) => `${row.accountId} ${row.id}`}
          onOpen={onOpen}
          isReadOnly
        />
      )}
    </>
  )
}
