import { useEffect, useRef, useState } from 'react'
import { actionIds, specOf } from '#shared/actions.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import { overDialogs, typingField } from './keys.ts'
import type { ActionMap } from './use-action-map.ts'

/** Keeps the application menu true to what can be done here, and does what is chosen in it. */
export function useMenu(map: ActionMap): void {
  const client = useClient()
  const { isTyping, isModal } = useFocusedPlace()
  const offered = actionIds.filter((id) => map[id].isOffered && (!isModal || overDialogs.has(id)))
  const checked = actionIds.filter(
    (id) => map[id].isOn === true && (specOf(id).isSwitch || specOf(id).family !== null),
  )
  const description = JSON.stringify({ offered, checked, isTyping })

  useEffect(() => {
    // A program without a menu has nothing to tell.
    client.invoke('menu.describe', JSON.parse(description)).catch(() => undefined)
  }, [client, description])

  const current = useRef({ map, offered })
  useEffect(() => {
    current.current = { map, offered }
  })
  useEffect(() => {
    const view = client.view('menu.chosen', {})
    let seen: number | null = null
    const take = () => {
      const state = view.getState()
      if (state.status !== 'ready') {
        return
      }
      const { sequence, action } = state.value
      // What was chosen before this page was there was meant for another one.
      const isNew = seen !== null && sequence > seen
      seen = sequence
      if (isNew && action !== null && current.current.offered.includes(action)) {
        current.current.map[action].run?.()
      }
    }
    const stop = view.subscribe(take)
    take()
    return stop
  }, [client])
}

type FocusedPlace = {
  /** Says that the focus is in a text of its own: undo and redo are the field's. */
  readonly isTyping: boolean
  /** Says that a dialog has to be answered first; it has the focus then. */
  readonly isModal: boolean
}

function useFocusedPlace(): FocusedPlace {
  const [place, setPlace] = useState<FocusedPlace>({ isTyping: false, isModal: false })
  useEffect(() => {
    let timer: number | undefined
    const look = () => {
      const isTyping = document.activeElement?.matches(typingField) === true
      const isModal = document.querySelector('[aria-modal="true"]') !== null
      setPlace((last) =>
        last.isTyping === isTyping && last.isModal === isModal ? last : { isTyping, isModal },
      )
    }
    // Between two elements the focus is nowhere.
    const wait = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look)
    }
    document.addEventListener('focusin', wait)
    document.addEventListener('focusout', wait)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('focusin', wait)
      document.removeEventListener('focusout', wait)
    }
  }, [])
  return place
}
