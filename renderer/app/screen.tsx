import { makeStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { HomeScreen } from '#renderer/home/home-screen.tsx'
import { useImportFlow } from '#renderer/imports/import-flow.ts'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useOpenList } from './open-list.ts'
import { useStartRequest } from './use-start-request.ts'

const CustomersScreen = lazy(async () => ({
  default: (await import('#renderer/customers/customers-screen.tsx')).CustomersScreen,
}))
const SubscriptionsScreen = lazy(async () => ({
  default: (await import('#renderer/subscriptions/subscriptions-screen.tsx')).SubscriptionsScreen,
}))
const SubscriptionPage = lazy(async () => ({
  default: (await import('#renderer/subscriptions/subscription-page.tsx')).SubscriptionPage,
}))
const RenewalsScreen = lazy(async () => ({
  default: (await import('#renderer/renewals/renewals-screen.tsx')).RenewalsScreen,
}))
const PaperMenu = lazy(async () => ({
  default: (await import('#renderer/reports/paper-menu.tsx')).PaperMenu,
}))
const PortfolioButton = lazy(async () => ({
  default: (await import('#renderer/reports/portfolio-button.tsx')).PortfolioButton,
}))
const LinksScreen = lazy(async () => ({
  default: (await import('#renderer/links/links-screen.tsx')).LinksScreen,
}))
const SubscriptionTable = lazy(async () => ({
  default: (await import('#renderer/subscriptions/subscription-table.tsx')).SubscriptionTable,
}))
const Welcome = lazy(async () => ({ default: (await import('#renderer/welcome/welcome.tsx')).Welcome }))
const RequestsScreen = lazy(async () => ({
  default: (await import('#renderer/requests/requests-screen.tsx')).RequestsScreen,
}))
const CustomerRequests = lazy(async () => ({
  default: (await import('#renderer/requests/customer-requests.tsx')).CustomerRequests,
}))
const Wizard = lazy(async () => ({ default: (await import('#renderer/wizard/wizard.tsx')).Wizard }))
const ImportsScreen = lazy(async () => ({
  default: (await import('#renderer/imports/imports-screen.tsx')).ImportsScreen,
}))
const PreviewScreen = lazy(async () => ({
  default: (await import('#renderer/imports/preview-screen.tsx')).PreviewScreen,
}))
const AccountsScreen = lazy(async () => ({
  default: (await import('#renderer/accounts/accounts-screen.tsx')).AccountsScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('#renderer/settings/settings-screen.tsx')).SettingsScreen,
}))

const useStyles = makeStyles({ wait: { flex: 1 } })

/** The screen the window is at; here the features meet, since none of them knows another. */
export function Screen() {
  const { t } = useTranslation()
  const styles = useStyles()
  const attempt = useUi((state) => state.attempt)
  return (
    <Suspense
      fallback={
        <div role="status" aria-busy="true" className={styles.wait} aria-label={t('common.loading')} />
      }
    >
      <CurrentScreen key={attempt} />
    </Suspense>
  )
}

function CurrentScreen() {
  const { accounts } = useScope()
  const route = useUi((state) => state.route)
  const { go, set, back, openCustomer, openRequest } = useUiActions()
  const { start } = useImportFlow()
  const startRequest = useStartRequest()
  const openList = useOpenList()
  const openSubscription = ({ accountId, id }: { readonly accountId: string; readonly id: string }) =>
    go({ screen: 'subscription', accountId, subscriptionId: id })
  const chooseFile = () => start(null)
  const addAccount = () => set('accountEditor', { accountId: null })

  switch (route.screen) {
    case 'home':
      return accounts.length === 0 ? (
        <Welcome onImport={chooseFile} onAddAccount={addAccount} />
      ) : (
        <HomeScreen
          onImport={chooseFile}
          onAddAccount={addAccount}
          onRequest={() => startRequest({})}
          onOpenList={(list, filter) => openList(list, { filter })}
        />
      )
    case 'subscriptions':
      return <SubscriptionsScreen onImport={chooseFile} onOpen={openSubscription} />
    case 'subscription':
      return (
        <SubscriptionPage
          key={`${route.accountId} ${route.subscriptionId}`}
          accountId={route.accountId}
          subscriptionId={route.subscriptionId}
          onBack={back}
          onOpen={(id) => openSubscription({ accountId: route.accountId, id })}
          onOpenCustomer={openCustomer}
        />
      )
    case 'renewals':
      return (
        <RenewalsScreen
          way={route.way}
          onImport={chooseFile}
          portfolioReport={
            <Suspense fallback={null}>
              <PortfolioButton />
            </Suspense>
          }
          onOpen={openSubscription}
          onOpenCustomer={openCustomer}
        />
      )
    case 'links':
      return <LinksScreen />
    case 'customers':
      return accounts.length === 0 ? (
        <Welcome onImport={chooseFile} onAddAccount={addAccount} />
      ) : (
        <CustomersScreen
          isFullPage={route.isFullPage}
          onImport={chooseFile}
          onRequest={(customer) => startRequest({ customer, kind: 'customer' })}
          renderSubscriptions={(customerId) => (
            <SubscriptionTable customerId={customerId} onOpen={openSubscription} />
          )}
          renderRequests={(customerId) => <CustomerRequests customerId={customerId} onOpen={openRequest} />}
          renderPapers={(customers, count) => (
            // Loaded beside the customer, who must not wait for it.
            <Suspense fallback={null}>
              <PaperMenu customers={customers} count={count} size="small" />
            </Suspense>
          )}
        />
      )
    case 'requests':
      return (
        <RequestsScreen
          isFullPage={route.isFullPage}
          onNew={() => startRequest({})}
          onContinue={(draft) => startRequest(draft)}
          onOpenCustomer={openCustomer}
        />
      )
    case 'wizard':
      return (
        <Wizard
          onClose={() => go({ screen: 'requests', isFullPage: false })}
          onOpenRequest={openRequest}
          onAddAccount={addAccount}
        />
      )
    case 'imports':
      return <ImportsScreen onImport={chooseFile} />
    case 'import-preview':
      return <PreviewScreen onImport={chooseFile} />
    case 'accounts':
      return <AccountsScreen onAdd={addAccount} onEdit={(accountId) => set('accountEditor', { accountId })} />
    case 'settings':
      return <SettingsScreen />
  }
}
