import { useCallback } from 'react'
import { startLists } from '#renderer/state/list-state.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

/**
 * Narrows the window to one partner account, or to none: lists begin at their top with nothing chosen, since what was
 * chosen may belong to another account; a record's own page gives way to its list.
 */
export function useSwitchAccount(): (accountId: string | null) => void {
  const { run: update } = useCommand('preferences.update')
  const route = useUi((state) => state.route)
  const { go, updateCustomers, selectRequest } = useUiActions()
  return useCallback(
    (accountId) =>
      void update({ accountId }).then((result) => {
        if (result.ok) {
          startLists()
          updateCustomers({ selectedId: null, selectedIndex: -1, isPaneOpen: false })
          selectRequest(-1, null)
          if ('isFullPage' in route && route.isFullPage) {
            go({ ...route, isFullPage: false })
          }
        }
      }),
    [update, route, go, updateCustomers, selectRequest],
  )
}
