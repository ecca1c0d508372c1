import { useEffect, useRef } from 'react'

/**
 * Puts the focus into the field marked `data-first-focus` beside it, once what hangs below a control has its place:
 * React's `autoFocus` comes before that, and the page would jump to where the box is not.
 */
export function FirstFocus() {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    here.current?.parentElement
      ?.querySelector<HTMLElement>('[data-first-focus]')
      ?.focus({ preventScroll: true })
  }, [])
  return <span ref={here} hidden />
}
