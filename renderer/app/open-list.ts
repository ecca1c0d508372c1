import { useCallback } from 'react'
import type { ListName } from '#shared/domain/list-columns.ts'
import { updateListState, type ListState } from '#renderer/state/list-state.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { places } from './places.ts'

/** Opens a list with a question put to it; going back finds the list as it was before. */
export function useOpenList(): (list: ListName, question: Partial<ListState>) => void {
  const { go } = useUiActions()
  return useCallback(
    (list, question) => {
      // The step is taken first, so that the place left keeps the lists as they were.
      go(places[list])
      updateListState(list, {
        search: '',
        filter: { match: 'all', conditions: [] },
        group: null,
        ...question,
      })
    },
    [go],
  )
}
