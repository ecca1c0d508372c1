import { useCallback } from 'react'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'

/** Opens a saved view from anywhere: goes to its list and sets it; nothing happens when it is gone. */
export function useOpenSavedView(): (id: string) => Promise<void> {
  const client = useClient()
  const { go } = useUiActions()
  return useCallback(
    async (id) => {
      const [views, { applySavedView }] = await Promise.all([
        readOnce(client, 'saved-view.list', {}),
        import('./apply-saved-view.ts'),
      ])
      const view = views?.find((each) => each.id === id)
      if (view !== undefined) {
        const { list } = view.definition
        // The step is taken first, so that going back finds the lists as they were.
        go(
          list === 'customers' || list === 'requests'
            ? { screen: list, isFullPage: false }
            : list === 'renewals'
              ? { screen: list, way: 'list' }
              : { screen: list },
        )
        applySavedView(view)
      }
    },
    [client, go],
  )
}
