import { useEffect, useRef } from 'react'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { actionOf, combinationOf, overDialogs, startsSequence, typingField } from './keys.ts'
import type { ActionMap } from './use-action-map.ts'

/** How long the second key of a sequence is waited for, in milliseconds. */
const patience = 1_500

/** What takes single keys for itself. */
const listening = `${typingField}, select, [role="menu"], [role="listbox"]`
/** Actions whose keys a text field has a meaning of its own for. */
const ownInFields = new Set(['undo', 'redo', 'goBack', 'goForward'])

/** The keys that work on every screen, all of them from `shared/actions.ts`. */
export function useShortcuts(map: ActionMap): void {
  const { back, forward } = useUiActions()
  const begun = useRef<{ readonly key: string; readonly at: number } | null>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const combination = combinationOf(event)
      if (event.defaultPrevented || event.isComposing || combination === null) {
        return
      }
      const target = event.target instanceof Element ? event.target : document.body
      const isSingle = !/^(Mod|Alt)\+|^F\d+$/.test(combination)
      const isTaken = isSingle && target.closest(listening) !== null
      if (isTaken) {
        begun.current = null
        return
      }
      const first = begun.current
      begun.current = null
      const before = first !== null && event.timeStamp - first.at < patience ? first.key : null
      const id = (before === null ? null : actionOf(combination, before)) ?? actionOf(combination, null)
      const isModal = document.querySelector('[aria-modal="true"]') !== null
      if (isModal && (id === null || !overDialogs.has(id))) {
        return
      }
      if (id === null) {
        if (startsSequence(combination)) {
          begun.current = { key: combination, at: event.timeStamp }
        }
        return
      }
      const isOnRow =
        target.matches('body, main') || target.closest('[role="grid"], [role="treegrid"]') === target
      if ((id === 'quickLook' && !isOnRow) || (ownInFields.has(id) && target.closest(typingField) !== null)) {
        return
      }
      const { run } = map[id]
      if (run !== null && run() !== false) {
        event.preventDefault()
      }
    }
    const onMouseUp = (event: MouseEvent): void => {
      if (event.button === 3 || event.button === 4) {
        event.preventDefault()
        ;(event.button === 3 ? back : forward)()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('mouseup', onMouseUp)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('mouseup', onMouseUp)
    }
  }, [map, back, forward])
}
