import {
  Button,
  CounterBadge,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock'
import { MailAddRegular } from '@fluentui/react-icons/svg/mail-add'
import { lazy, Suspense, useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AbsentBadge } from '#renderer/portfolio/absent-badge.tsx'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { DetailPane, type DetailFrame } from '#renderer/parts/detail-pane.tsx'
import { Private, PrivatePart } from '#renderer/parts/private.tsx'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useAsOf, useAsOfParam } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { ChosenCustomer } from '#renderer/state/request-draft.ts'
import { customerTabs, type CustomerTab } from '#renderer/state/ui-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { CustomerNotes } from './customer-notes.tsx'
import { CustomerOverview } from './customer-overview.tsx'

const PartnersTab = lazy(async () => ({
  default: (await import('#renderer/partners/partners-tab.tsx')).PartnersTab,
}))
const CustomerHistory = lazy(async () => ({
  default: (await import('#renderer/portfolio/customer-history.tsx')).CustomerHistory,
}))

const useStyles = makeStyles({
  alias: {
    marginInlineStart: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  domain: { overflowWrap: 'anywhere', minWidth: 0 },
  tabs: {
    flexShrink: 0,
    // In a narrow pane they stand in two rows: none of them may be out of sight.
    flexWrap: 'wrap',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  actions: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  todays: { margin: tokens.spacingHorizontalM, marginBlockEnd: 0, flexShrink: 0 },
  panel: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
})

/** The tabs of what no file states, or that are worked out for today alone. */
const todaysTabs = ['partners', 'requests', 'notes'] as const

function isTodays(tab: CustomerTab): tab is (typeof todaysTabs)[number] {
  return todaysTabs.some((each) => each === tab)
}

type CustomerDetailProps = DetailFrame & {
  readonly customerId: string
  readonly onRequest: (customer: ChosenCustomer) => void
  readonly renderSubscriptions: (customerId: string) => ReactNode
  readonly renderRequests: (customerId: string) => ReactNode
  readonly renderPapers: (customers: () => Promise<readonly string[]>, count: number) => ReactNode
}

/** One customer: who it is, what the files say about it, and what the user wrote. */
export function CustomerDetail(props: CustomerDetailProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const panelId = useId()
  const { accounts } = useScope()
  const tab = useUi((state) => state.customers.tab)
  const { updateCustomers } = useUiActions()
  const { value: customer, error } = useView('customer.detail', {
    customerId: props.customerId,
    ...useAsOfParam(),
  })

  const asOf = useAsOf()
  const labels = {
    open: t('customers.openPage'),
    back: t('customers.backToList'),
    close: t('customers.closeDetail'),
  }
  if (error !== undefined) {
    return (
      <DetailPane {...props} labels={labels}>
        {asOf !== null && error.code === 'CUSTOMER_NOT_FOUND' ? (
          <EmptyState
            icon={<CalendarClockRegular />}
            title={t('portfolio.past.unknown')}
            hint={t('portfolio.past.unknownHint', { date: asOf })}
          />
        ) : (
          <Problem error={error} canRetry />
        )}
      </DetailPane>
    )
  }
  if (customer === undefined) {
    return <DetailPane {...props} labels={labels} hasTabs />
  }
  const account = accounts.find((each) => each.id === customer.accountId)
  const counts: { readonly [T in CustomerTab]?: number } = {
    subscriptions: customer.subscriptionCount,
    requests: customer.requestCount,
    notes: customer.notes.length,
  }

  return (
    <DetailPane
      {...props}
      labels={labels}
      hasTabs
      title={
        <Private customerId={customer.id}>
          {customer.name} {customer.alias !== null && <span className={styles.alias}>{customer.alias}</span>}
        </Private>
      }
      facts={
        <>
          {customer.domain !== null && (
            <Text className={styles.domain}>
              <Private customerId={customer.id}>{customer.domain}</Private>
            </Text>
          )}
          {account !== undefined && <CloudBadge cloud={account.cloud} />}
          {customer.isSample && <SampleBadge />}
          {customer.absentSince !== null && <AbsentBadge since={customer.absentSince} isFull />}
        </>
      }
      {...(asOf === null
        ? {
            action: (
              <span className={styles.actions}>
                {props.renderPapers(async () => Promise.resolve([customer.id]), 1)}
                <Button
                  appearance="primary"
                  icon={<MailAddRegular />}
                  onClick={() =>
                    props.onRequest({
                      id: customer.id,
                      accountId: customer.accountId,
                      name: customer.name,
                      domain: customer.domain,
                    })
                  }
                >
                  {t('customers.request')}
                </Button>
              </span>
            ),
          }
        : {})}
    >
      <TabList
        className={styles.tabs}
        size={props.isFullPage ? 'medium' : 'small'}
        selectedValue={tab}
        onTabSelect={(_, { value }) => updateCustomers({ tab: value as CustomerTab })}
      >
        {customerTabs.map((each) => (
          <Tab key={each} value={each} aria-controls={panelId}>
            <span className={styles.tab}>
              {t(`customers.tabs.${each}`)}
              {(counts[each] ?? 0) > 0 && (
                <CounterBadge
                  count={counts[each] ?? 0}
                  overflowCount={9_999}
                  appearance="filled"
                  color="informative"
                  size="small"
                />
              )}
            </span>
          </Tab>
        ))}
      </TabList>
      <div
        id={panelId}
        role="tabpanel"
        tabIndex={0}
        aria-label={t(`customers.tabs.${tab}`)}
        className={styles.panel}
      >
        <PrivatePart customerId={customer.id}>
          <Suspense fallback={null}>
            {asOf !== null && isTodays(tab) && (
              <MessageBar intent="warning" layout="multiline" className={styles.todays}>
                <MessageBarBody>{t(`portfolio.past.todaysTab.${tab}`, { date: asOf })}</MessageBarBody>
              </MessageBar>
            )}
            {tab === 'overview' && <CustomerOverview customer={customer} />}
            {tab === 'subscriptions' && props.renderSubscriptions(customer.id)}
            {tab === 'partners' && (
              <Suspense fallback={null}>
                <PartnersTab key={customer.id} customer={customer} />
              </Suspense>
            )}
            {tab === 'requests' && props.renderRequests(customer.id)}
            {tab === 'history' && <CustomerHistory customerId={customer.id} />}
            {tab === 'notes' && <CustomerNotes customer={customer} />}
          </Suspense>
        </PrivatePart>
      </div>
    </DetailPane>
  )
}
