import { Button } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { MergeRegular } from '@fluentui/react-icons/svg/merge'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { PersonQuestionMarkRegular } from '@fluentui/react-icons/svg/person-question-mark'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { TagRegular } from '@fluentui/react-icons/svg/tag'
import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { SplitView } from '#renderer/parts/split-view.tsx'
import { useAsOf } from '#renderer/state/as-of.ts'
import { useClient, useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import type { ChosenCustomer } from '#renderer/state/request-draft.ts'
import { useAfterPaint } from '#renderer/state/use-after-paint.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useWantedFocus } from '#renderer/state/use-wanted-focus.ts'
import { readRanges } from '#renderer/table/selection/copy-rows.ts'
import { countOf } from '#renderer/table/rows/row-ranges.ts'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import { useRowAt, type RowOf } from '#renderer/table/use-list-window.ts'
import { useList, type List } from '#renderer/table/use-list.ts'
import { CustomerDetail } from './customer-detail.tsx'
import { useCustomerColumns } from './customer-columns.tsx'

const DuplicatesLink = lazy(async () => ({
  default: (await import('#renderer/portfolio/duplicates-link.tsx')).DuplicatesLink,
}))

type CustomersScreenProps = {
  readonly isFullPage: boolean
  readonly onImport: () => void
  readonly onRequest: (customer: ChosenCustomer) => void
  readonly renderSubscriptions: (customerId: string) => ReactNode
  readonly renderRequests: (customerId: string) => ReactNode
  /** Puts customers on paper: they are read when it is asked for. */
  readonly renderPapers: (customers: () => Promise<readonly string[]>, count: number) => ReactNode
}

type CustomerRow = RowOf<'customers'>

type RequestButtonProps = {
  readonly list: List<CustomerRow>
  readonly onRequest: CustomersScreenProps['onRequest']
}

/** The customers: a searchable, sortable list with the chosen one beside it, or that one alone on the page. */
export function CustomersScreen(props: CustomersScreenProps) {
  const { t } = useTranslation()
  const { selectedId, selectedIndex, isPaneOpen, detailWidth } = useUi((state) => state.customers)
  const { go, updateCustomers, focus } = useUiActions()
  const list = useList('customers', useCustomerColumns())
  const { total, window: rows } = list
  const shown = rows.search

  // The selection can move to a row that is still on the way; it gets its customer when the row is there.
  const arrived = useRowAt(rows, selectedId === null ? selectedIndex : -1)?.id
  useEffect(() => {
    if (arrived !== undefined) {
      updateCustomers({ selectedId: arrived })
    }
  }, [arrived, updateCustomers])

  const tag = useTagging(list, selectedId)
  useWantedFocus('tags', () => void tag('tags'))
  const client = useClient()
  const asOf = useAsOf()
  const isPainted = useAfterPaint()
  const profile = useView('profile.current', {}).value
  const asksForMe = list.state.filter.conditions.some(({ operator }) => operator === 'is-me')

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
      renderPapers={props.renderPapers}
    />
  )
  if (props.isFullPage && detail !== false) {
    return detail
  }

  const note =
    total === undefined
      ? ''
      : t(shown === '' && !list.isNarrowed ? 'customers.count' : 'customers.found', { count: total })
  const isEmpty = total === 0 && shown === '' && !list.isNarrowed
  return (
    <>
      <PageHeader title={t('customers.title')} note={isEmpty ? '' : note}>
        {total !== undefined && !isEmpty && asOf === null && (
          <Suspense fallback={null}>{isPainted && <DuplicatesLink />}</Suspense>
        )}
        {total !== undefined && !isEmpty && asOf === null && (
          <Button icon={<ArrowImportRegular />} onClick={props.onImport}>
            {t('customers.import')}
          </Button>
        )}
      </PageHeader>
      {rows.error !== undefined ? (
        <ScreenProblem error={rows.error} />
      ) : isEmpty ? (
        <EmptyState
          icon={<PeopleRegular />}
          title={t(asOf === null ? 'customers.empty' : 'portfolio.past.empty')}
          hint={asOf === null ? t('customers.emptyHint') : t('portfolio.past.emptyHint', { date: asOf })}
          action={
            asOf !== null ? undefined : (
              <Button appearance="primary" icon={<ArrowImportRegular />} onClick={props.onImport}>
                {t('customers.emptyAction')}
              </Button>
            )
          }
        />
      ) : (
        <ListDesk
          label={t('customers.list')}
          searchLabel={t('frame.search')}
          searchPlaceholder={t('frame.searchPlaceholder')}
          list={list}
          keyOf={(row) => row.id}
          cursor={{ index: selectedIndex, key: selectedId }}
          onSelect={(index, row) =>
            updateCustomers({ selectedIndex: index, selectedId: row?.id ?? null, isPaneOpen: true })
          }
          onOpen={(row) => {
            updateCustomers({ selectedId: row.id, isPaneOpen: true })
            open()
          }}
          noMatch={
            <EmptyState
              icon={<SearchRegular />}
              title={t('customers.noMatch', { search: shown })}
              hint={t('customers.noMatchHint')}
              action={
                <Button
                  onClick={() => {
                    list.setSearch('')
                    updateCustomers({ selectedId: null, selectedIndex: -1 })
                    focus('search')
                  }}
                >
                  {t('customers.clearSearch')}
                </Button>
              }
            />
          }
          {...(asksForMe && profile?.name === ''
            ? {
                noFilterMatch: (
                  <EmptyState
                    icon={<PersonQuestionMarkRegular />}
                    title={t('own.profile.missing')}
                    hint={t('own.profile.missingHint')}
                    action={
                      <Button appearance="primary" onClick={() => go({ screen: 'settings' })}>
                        {t('own.profile.missingAction')}
                      </Button>
                    }
                  />
                ),
              }
            : {})}
          renderActions={(count) =>
            asOf === null && (
              <>
                {count === 2 && (
                  <Button size="small" icon={<MergeRegular />} onClick={() => void tag('merge')}>
                    {t('portfolio.merge.choose')}
                  </Button>
                )}
                {count === 1 && <RequestButton list={list} onRequest={props.onRequest} />}
                <Button size="small" icon={<TagRegular />} onClick={() => void tag('tags')}>
                  {t('own.tags.assign')}
                </Button>
                <Button size="small" icon={<PersonRegular />} onClick={() => void tag('owner')}>
                  {t('own.owner.assign')}
                </Button>
                {props.renderPapers(
                  async () =>
                    (await readRanges<CustomerRow>(client, list, list.state.ranges))
                      .slice(0, mostChanged)
                      .map(({ id }) => id),
                  count,
                )}
              </>
            )
          }
        >
          {(table) => (
            <SplitView
              list={table}
              detail={detail === false ? null : detail}
              detailLabel={t('customers.detail')}
              width={detailWidth}
              onWidth={(width) => updateCustomers({ detailWidth: width })}
            />
          )}
        </ListDesk>
      )}
    </>
  )
}

/** Most customers a command changes at once. */
const mostChanged = 10_000

/** Opens the dialog about the tags or the owner of the customers chosen together, or of the one that is selected. */
function useTagging(list: List<CustomerRow>, selectedId: string | null) {
  const { t } = useTranslation()
  const client = useClient()
  const notify = useNotify()
  const isHidden = useIsHidden()
  const { set } = useUiActions()
  return async (kind: 'tags' | 'owner' | 'merge') => {
    const { ranges } = list.state
    if (countOf(ranges) > mostChanged) {
      notify({
        title: t('own.tags.tooMany', { count: mostChanged }),
        body: t('own.tags.tooManyHint'),
        intent: 'info',
      })
      return
    }
    // The rows are read once: what is done to them may move them within the list.
    const one =
      ranges.length > 0 || selectedId === null
        ? null
        : await readOnce(client, 'customer.detail', { customerId: selectedId })
    const rows = one === null ? await readRanges<CustomerRow>(client, list, ranges) : [one]
    if (rows.some(({ id }) => isHidden(id))) {
      notify({ title: t('desk.safe.refused'), body: t('desk.safe.copyRefusedHint'), intent: 'info' })
      return
    }
    const customers = rows.map(({ id, name, ownTags }) => ({
      id,
      name,
      tagIds: ownTags.map((each) => each.id),
    }))
    const [first, second] = customers
    if (kind === 'merge') {
      if (first !== undefined && second !== undefined) {
        set('ownDialog', { kind, pair: [first.id, second.id] })
      }
    } else if (customers.length > 0) {
      set(
        'ownDialog',
        kind === 'tags'
          ? { kind, customers }
          : { kind, customerIds: customers.map((customer) => customer.id) },
      )
    }
  }
}

/** Starts a request for the one customer that is chosen. */
function RequestButton({ list, onRequest }: RequestButtonProps) {
  const { t } = useTranslation()
  const first = list.state.ranges[0]?.[0]
  const client = useClient()
  const start = async (offset: number) => {
    const [row] = await readRanges<CustomerRow>(client, list, [[offset, offset]])
    if (row !== undefined) {
      const { id, accountId, name, domain } = row
      onRequest({ id, accountId, name, domain })
    }
  }
  return (
    first !== undefined && (
      <Button size="small" appearance="primary" onClick={() => void start(first)}>
        {t('customers.request')}
      </Button>
    )
  )
}
