import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow } from '#renderer/table/use-list-window.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useRequestColumns } from './request-columns.tsx'

type CustomerRequestsProps = { readonly customerId: string; readonly onOpen: (requestId: string) => void }

/** The requests made to one customer. */
export function CustomerRequests({ customerId, onOpen }: CustomerRequestsProps) {
  const { t } = useTranslation()
  const columns = useRequestColumns(true)
  const list = useListWindow('request.list', { customerId })
  const { selectedId, selectedIndex } = useUi((state) => state.requests)
  const { selectRequest } = useUiActions()
  return list.total === 0 ? (
    <EmptyState icon={<MailRegular />} title={t('requests.emptyCustomer')} />
  ) : (
    <DataTable
      label={t('requests.list')}
      list={list}
      columns={columns}
      keyOf={(row) => row.id}
      selectedKey={selectedId}
      selectedIndex={selectedIndex}
      onSelect={(index, row) => selectRequest(index, row?.id ?? null)}
      onOpen={(row) => onOpen(row.id)}
    />
  )
}
