import { useCallback } from 'react'
import { lists } from '#shared/domain/list-columns.ts'
import { updateListState } from '#renderer/state/list-state.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

/** Turns the customer-safe screen on, for the customer that is open, or off. */
export function useToggleSafe(): () => void {
  const isOn = useUi((state) => state.safe.isOn)
  const customerId = useUi((state) => state.customers.selectedId)
  const draft = useUi((state) => state.draft)
  const { set, moveDraft } = useUiActions()
  return useCallback(() => {
    if (isOn) {
      set('safe', { isOn: false, customerId: null })
      return
    }
    set('safe', { isOn: true, customerId })
    // What was searched for before names whom it was about.
    lists.forEach((list) => updateListState(list, { search: '' }))
    if (draft !== null) {
      moveDraft({ customerSearch: '' })
    }
  }, [isOn, customerId, draft, set, moveDraft])
}
