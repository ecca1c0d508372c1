import { useEffect } from 'react'
import { useUi, useUiActions } from './page-context.tsx'
import type { FocusTarget } from './ui-state.ts'

/** Takes the keyboard's focus when it is wanted at this place, also when the place only now came on screen. */
export function useWantedFocus(target: FocusTarget | null, take: () => void): void {
  const isWanted = useUi((state) => target !== null && state.focusWanted === target)
  const { focus } = useUiActions()
  useEffect(() => {
    if (isWanted) {
      focus(null)
      take()
    }
  })
}
