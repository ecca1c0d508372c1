import { useEffect } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

/** The keys that work on every screen: Ctrl+F, Ctrl+K and / go to the search box, Esc goes one step back. */
export function useShortcuts(): void {
  const route = useUi((state) => state.route)
  const isCustomerOpen = useUi((state) => state.customers.isPaneOpen)
  const isRequestOpen = useUi((state) => state.requests.isPaneOpen)
  const { focus, go, updateCustomers, closeRequestPane } = useUiActions()

  useEffect(() => {
    const stepBack = (): boolean => {
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
        case 'imports':
        case 'accounts':
        case 'settings':
          return false
      }
    }

    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) {
        return
      }
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]') !== null
      if (
        (isCommand && ['f', 'k'].includes(event.key.toLowerCase())) ||
        (event.key === '/' && !isTyping && !isCommand)
      ) {
        event.preventDefault()
        focus('search')
      } else if (event.key === 'Escape' && !isTyping && stepBack()) {
        event.preventDefault()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [route, isCustomerOpen, isRequestOpen, focus, go, updateCustomers, closeRequestPane])
}
