import { useCallback } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

/** Turns the customer-safe screen on, for the customer that is open, or off. */
export function useToggleSafe(): () => void {
  const isOn = useUi((state) => state.safe.isOn)
  const customerId = useUi((state) => state.customers.selectedId)
  const { set } = useUiActions()
  return useCallback(
    () => set('safe', isOn ? { isOn: false, customerId: null } : { isOn: true, customerId }),
    [isOn, customerId, set],
  )
}
