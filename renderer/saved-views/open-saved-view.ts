import { useCallback } from 'react'
import { updateListState } from '#renderer/state/list-state.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import { stateOf, type SavedView } from './view-state.ts'

/** Sets the list of a saved view to it, with nothing searched for. */
export function applySavedView(view: SavedView): void {
  updateListState(view.definition.list, { ...stateOf(view), viewId: view.id, search: '' })
}

/** Opens a saved view from anywhere: goes to its list and sets it; nothing happens when it is gone. */
export function useOpenSavedView(): (id: string) => Promise<void> {
  const client = useClient()
  const { go } = useUiActions()
  return useCallback(
    async (id) => {
      const views = await readOnce(client, 'saved-view.list', {})
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
