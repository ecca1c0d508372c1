import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { MailAddRegular } from '@fluentui/react-icons/svg/mail-add'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { SplitView } from '#renderer/parts/split-view.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow } from '#renderer/table/use-list-window.ts'
import { useRequestColumns } from './request-columns.tsx'
import { RequestDetail } from './request-detail.tsx'

const useStyles = makeStyles({
  bar: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}` },
})

type RequestsScreenProps = {
  readonly isFullPage: boolean
  readonly onNew: () => void
  readonly onContinue: (draft: Partial<RequestDraft>) => void
  readonly onOpenCustomer: (customerId: string) => void
}

/** The ledger of requests: the only record of whom was asked, when, and with which link. */
export function RequestsScreen({ isFullPage, onNew, onContinue, onOpenCustomer }: RequestsScreenProps) {
  const { t } = useTranslation()
  const { selectedId, selectedIndex, isPaneOpen } = useUi((state) => state.requests)
  const width = useUi((state) => state.customers.detailWidth)
  const { go, selectRequest, closeRequestPane, updateCustomers, focus } = useUiActions()
  const columns = useRequestColumns(false)
  const list = useListWindow('request.list', useAccountParam())
  const { total, rowAt } = list

  const arrived = selectedId === null && selectedIndex >= 0 ? rowAt(selectedIndex)?.id : undefined
  useEffect(() => {
    if (arrived !== undefined) {
      selectRequest(selectedIndex, arrived)
    }
  }, [arrived, selectedIndex, selectRequest])

  const close = () => {
    go({ screen: 'requests', isFullPage: false })
    closeRequestPane()
    focus('list')
  }
  const detail =
    selectedId === null || !(isFullPage || isPaneOpen) ? null : (
      <RequestDetail
        key={selectedId}
        requestId={selectedId}
        isFullPage={isFullPage}
        onOpen={() => go({ screen: 'requests', isFullPage: true })}
        onBack={() => {
          go({ screen: 'requests', isFullPage: false })
          focus('list')
        }}
        onClose={close}
        onDiscarded={() => {
          selectRequest(-1, null)
          go({ screen: 'requests', isFullPage: false })
        }}
        onContinue={onContinue}
        onOpenCustomer={onOpenCustomer}
      />
    )
  if (isFullPage && detail !== null) {
    return detail
  }

  const create = (
    <Button appearance="primary" icon={<MailAddRegular />} onClick={onNew}>
      {t('requests.new')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('requests.title')}
        note={total === undefined || total === 0 ? '' : t('requests.count', { count: total })}
      >
        {total !== undefined && total > 0 && create}
      </PageHeader>
      <UnfinishedBar />
      {list.error !== undefined ? (
        <Problem error={list.error} />
      ) : total === 0 ? (
        <EmptyState
          icon={<MailRegular />}
          title={t('requests.empty')}
          hint={t('requests.emptyHint')}
          action={create}
        />
      ) : (
        <SplitView
          list={
            <DataTable
              label={t('requests.list')}
              list={list}
              columns={columns}
              keyOf={(row) => row.id}
              selectedKey={selectedId}
              selectedIndex={selectedIndex}
              onSelect={(index, row) => selectRequest(index, row?.id ?? null)}
              onOpen={(row) => {
                selectRequest(selectedIndex, row.id)
                go({ screen: 'requests', isFullPage: true })
              }}
              isMain
            />
          }
          detail={detail}
          detailLabel={t('requests.detail')}
          width={width}
          onWidth={(next) => updateCustomers({ detailWidth: next })}
        />
      )}
    </>
  )
}

/** Says that a request is half written, and leads back to it. */
function UnfinishedBar() {
  const { t } = useTranslation()
  const styles = useStyles()
  const draft = useUi((state) => state.draft)
  const { go } = useUiActions()
  if (draft?.isUnsaved !== true) {
    return null
  }
  const name = draft.kind === 'prospect' ? draft.prospectName.trim() : (draft.customer?.name ?? '')
  return (
    <div className={styles.bar}>
      <MessageBar intent="info">
        <MessageBarBody>
          {name === '' ? t('requests.unfinished') : t('requests.unfinishedFor', { name })}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => go({ screen: 'wizard' })}>{t('requests.continue')}</Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}
