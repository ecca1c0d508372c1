import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list'
import { BoardRegular } from '@fluentui/react-icons/svg/board'
import { MailAddRegular } from '@fluentui/react-icons/svg/mail-add'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { SplitView } from '#renderer/parts/split-view.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import { useRowAt } from '#renderer/table/use-list-window.ts'
import { useList } from '#renderer/table/use-list.ts'
import { Acceptances } from './acceptances.tsx'
import { BatchActions } from './batch-actions.tsx'
import { RequestBoard } from './request-board.tsx'
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
  const { selectedId, selectedIndex, isPaneOpen, isBoard } = useUi((state) => state.requests)
  const width = useUi((state) => state.customers.detailWidth)
  const { go, selectRequest, closeRequestPane, updateCustomers, focus, showBoard, openRequest } =
    useUiActions()
  const list = useList('requests', useRequestColumns(false))
  const { total, window: rows } = list
  const isEmpty = total === 0 && !list.isNarrowed

  const arrived = useRowAt(rows, selectedId === null ? selectedIndex : -1)?.id
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
        note={total === undefined || isEmpty ? '' : t('requests.count', { count: total })}
      >
        {total !== undefined && !isEmpty && (
          <>
            <LayoutSwitch isBoard={isBoard} onChange={showBoard} />
            {create}
          </>
        )}
      </PageHeader>
      <UnfinishedBar />
      <Acceptances />
      {rows.error !== undefined ? (
        <ScreenProblem error={rows.error} />
      ) : isEmpty ? (
        <EmptyState
          icon={<MailRegular />}
          title={t('requests.empty')}
          hint={t('requests.emptyHint')}
          action={create}
        />
      ) : isBoard ? (
        <RequestBoard search={list.search} onOpen={openRequest} />
      ) : (
        <ListDesk
          label={t('requests.list')}
          list={list}
          keyOf={(row) => row.id}
          cursor={{ index: selectedIndex, key: selectedId }}
          onSelect={(index, row) => selectRequest(index, row?.id ?? null)}
          renderActions={() => <BatchActions list={list} />}
          onOpen={(row) => {
            selectRequest(selectedIndex, row.id)
            go({ screen: 'requests', isFullPage: true })
          }}
        >
          {(table) => (
            <SplitView
              list={table}
              detail={detail}
              detailLabel={t('requests.detail')}
              width={width}
              onWidth={(next) => updateCustomers({ detailWidth: next })}
            />
          )}
        </ListDesk>
      )}
    </>
  )
}

/** Chooses between the ledger's two forms. */
function LayoutSwitch({ isBoard, onChange }: LayoutSwitchProps) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t('ledger.layout')}>
      <ToggleButton
        appearance="subtle"
        checked={!isBoard}
        icon={<AppsListRegular />}
        onClick={() => onChange(false)}
      >
        {t('ledger.asList')}
      </ToggleButton>
      <ToggleButton
        appearance="subtle"
        checked={isBoard}
        icon={<BoardRegular />}
        onClick={() => onChange(true)}
      >
        {t('ledger.asBoard')}
      </ToggleButton>
    </div>
  )
}

type LayoutSwitchProps = { readonly isBoard: boolean; readonly onChange: (isBoard: boolean) => void }

/** Says that a request is half written, and leads back to it. */
function UnfinishedBar() {
  const { t } = useTranslation()
  const styles = useStyles()
  const draft = useUi((state) => state.draft)
  const isHidden = useIsHidden()
  const { go } = useUiActions()
  if (draft?.isUnsaved !== true) {
    return null
  }
  const name = isHidden(draft.customer?.id ?? null)
    ? ''
    : draft.kind === 'prospect'
      ? draft.prospectName.trim()
      : (draft.customer?.name ?? '')
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
