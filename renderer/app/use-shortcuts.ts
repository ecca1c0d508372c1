import { useEffect } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

/** The keys that work on every screen: Ctrl+F, Ctrl+K and / go to the search box, Esc goes one step back. */
export function useShortcuts(): void {
  const route = useUi((state) => state.route)
  const selectedId = useUi((state) => state.customers.selectedId)
  const requestId = useUi((state) => state.requests.selectedId)
  const { focus, go, updateCustomers, selectRequest } = useUiActions()

  useEffect(() => {
    const stepBack = (): boolean => {
      switch (route.screen) {
        case 'customers':
          if (route.isFullPage) {
            go({ screen: 'customers', isFullPage: false })
            focus('list')
            return true
          }
          updateCustomers({ selectedId: null })
          return selectedId !== null
        case 'requests':
          if (route.isFullPage) {
            go({ screen: 'requests', isFullPage: false })
            return true
          }
          selectRequest(-1, null)
          return requestId !== null
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
  }, [route, selectedId, requestId, focus, go, updateCustomers, selectRequest])
}
