import { Button } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { SplitView } from '#renderer/parts/split-view.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { ChosenCustomer } from '#renderer/state/request-draft.ts'
import type { CustomerSort } from '#renderer/state/ui-store.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow } from '#renderer/table/use-list-window.ts'
import { CustomerDetail } from './customer-detail.tsx'
import { useCustomerColumns } from './customer-columns.tsx'

type CustomersScreenProps = {
  readonly isFullPage: boolean
  readonly onImport: () => void
  readonly onRequest: (customer: ChosenCustomer) => void
  readonly renderSubscriptions: (customerId: string) => ReactNode
  readonly renderRequests: (customerId: string) => ReactNode
}

/** The customers: a searchable, sortable list with the chosen one beside it, or that one alone on the page. */
export function CustomersScreen(props: CustomersScreenProps) {
  const { t } = useTranslation()
  const { search, sort, selectedId, selectedIndex, isPaneOpen, detailWidth } = useUi(
    (state) => state.customers,
  )
  const { go, updateCustomers, focus } = useUiActions()
  const columns = useCustomerColumns()
  const wanted = search.trim()
  const list = useListWindow('customer.list', {
    ...useAccountParam(),
    ...(wanted === '' ? {} : { search: wanted }),
    sort,
  })
  const { total, rowAt } = list
  const shown = list.search

  // The selection can move to a row that is still on the way; it gets its customer when the row is there.
  const arrived = selectedId === null && selectedIndex >= 0 ? rowAt(selectedIndex)?.id : undefined
  useEffect(() => {
    if (arrived !== undefined) {
      updateCustomers({ selectedId: arrived })
    }
  }, [arrived, updateCustomers])

  const open = () => go({ screen: 'customers', isFullPage: true })
  const close = () => {
    go({ screen: 'customers', isFullPage: false })
    updateCustomers({ isPaneOpen: false })
    focus('list')
  }
  const detail = selectedId !== null && (props.isFullPage || isPaneOpen) && (
    <CustomerDetail
      key={selectedId}
      customerId={selectedId}
      isFullPage={props.isFullPage}
      onOpen={open}
      onBack={() => {
        go({ screen: 'customers', isFullPage: false })
        focus('list')
      }}
      onClose={close}
      onRequest={props.onRequest}
      renderSubscriptions={props.renderSubscriptions}
      renderRequests={props.renderRequests}
    />
  )
  if (props.isFullPage && detail !== false) {
    return detail
  }

  const note =
    total === undefined ? '' : t(shown === '' ? 'customers.count' : 'customers.found', { count: total })
  const isEmpty = total === 0 && shown === ''
  return (
    <>
      <PageHeader title={t('customers.title')} note={isEmpty ? '' : note}>
        {total !== undefined && !isEmpty && (
          <Button icon={<ArrowImportRegular />} onClick={props.onImport}>
            {t('customers.import')}
          </Button>
        )}
      </PageHeader>
      {list.error !== undefined ? (
        <Problem error={list.error} />
      ) : isEmpty ? (
        <EmptyState
          icon={<PeopleRegular />}
          title={t('customers.empty')}
          hint={t('customers.emptyHint')}
          action={
            <Button appearance="primary" icon={<ArrowImportRegular />} onClick={props.onImport}>
              {t('customers.emptyAction')}
            </Button>
          }
        />
      ) : total === 0 ? (
        <EmptyState
          icon={<SearchRegular />}
          title={t('customers.noMatch', { search: shown })}
          hint={t('customers.noMatchHint')}
          action={
            <Button
              onClick={() => {
                updateCustomers({ search: '', selectedId: null, selectedIndex: -1 })
                focus('search')
              }}
            >
              {t('customers.clearSearch')}
            </Button>
          }
        />
      ) : (
        <SplitView
          list={
            <DataTable
              label={t('customers.list')}
              list={list}
              columns={columns}
              keyOf={(row) => row.id}
              selectedKey={selectedId}
              selectedIndex={selectedIndex}
              onSelect={(index, row) =>
                updateCustomers({ selectedIndex: index, selectedId: row?.id ?? null, isPaneOpen: true })
              }
              onOpen={(row) => {
                updateCustomers({ selectedId: row.id, isPaneOpen: true })
                open()
              }}
              sort={sort}
              onSort={(next) => updateCustomers({ sort: next as CustomerSort, selectedIndex: -1 })}
              isMain
            />
          }
          detail={detail === false ? null : detail}
          detailLabel={t('customers.detail')}
          width={detailWidth}
          onWidth={(width) => updateCustomers({ detailWidth: width })}
        />
      )}
    </>
  )
}
