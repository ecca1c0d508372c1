import { useEffect } from 'react'
import type { RefObject } from 'react'

/** How long whoever took the focused control away has to put the focus elsewhere, in milliseconds. */
const patience = 60

/**
 * Keeps the keyboard somewhere: when the control that had the focus goes away with its screen or its menu, the list of
 * the screen takes it, or the screen itself. Whoever uses the mouse is left alone.
 */
export function useKeptFocus(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let isByKeyboard = false
    let waiting: ReturnType<typeof setTimeout> | null = null
    const isLost = () =>
      isByKeyboard && (document.activeElement === null || document.activeElement === document.body)
    const find = () => {
      waiting = null
      if (!isLost()) {
        return
      }
      const place =
        [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1) ?? screen.current
      const grid = place?.querySelector<HTMLElement>('[role="grid"][tabindex="0"], [role="treegrid"]')
      ;(grid ?? place)?.focus({ preventScroll: true })
    }
    const look = () => {
      if (waiting === null && isLost()) {
        waiting = setTimeout(find, patience)
      }
    }
    const onKey = (event: KeyboardEvent) => {
      // Before anything was focused, Tab goes to the first control there is.
      isByKeyboard = isByKeyboard || event.key !== 'Tab'
      look()
    }
    const onPointer = () => {
      isByKeyboard = false
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('pointerdown', onPointer, true)
    return () => {
      observer.disconnect()
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('pointerdown', onPointer, true)
      if (waiting !== null) {
        clearTimeout(waiting)
      }
    }
  }, [screen])
}
