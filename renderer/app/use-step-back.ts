import { useCallback } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

/** Goes one step back, as Esc does: closes what lies on top, then the pane, then the page; says whether it did. */
export function useStepBack(): () => boolean {
  const route = useUi((state) => state.route)
  const isCustomerOpen = useUi((state) => state.customers.isPaneOpen)
  const isRequestOpen = useUi((state) => state.requests.isPaneOpen)
  const isQuickLookOpen = useUi((state) => state.isQuickLookOpen)
  const { focus, go, set, updateCustomers, closeRequestPane } = useUiActions()

  return useCallback(() => {
    if (isQuickLookOpen) {
      set('isQuickLookOpen', false)
      return true
    }
    switch (route.screen) {
      case 'customers':
        if (route.isFullPage) {
          go({ screen: 'customers', isFullPage: false })
          focus('list')
          return true
        }
        updateCustomers({ isPaneOpen: false })
        return isCustomerOpen
      case 'requests':
        if (route.isFullPage) {
          go({ screen: 'requests', isFullPage: false })
          focus('list')
          return true
        }
        closeRequestPane()
        return isRequestOpen
      case 'wizard':
        go({ screen: 'requests', isFullPage: false })
        return true
      case 'import-preview':
        go({ screen: 'imports' })
        return true
      case 'subscription':
        go({ screen: 'subscriptions' })
        return true
      case 'home':
      case 'renewals':
      case 'subscriptions':
      case 'links':
      case 'imports':
      case 'accounts':
      case 'settings':
        return false
    }
  }, [
    route,
    isCustomerOpen,
    isRequestOpen,
    isQuickLookOpen,
    focus,
    go,
    set,
    updateCustomers,
    closeRequestPane,
  ])
}
