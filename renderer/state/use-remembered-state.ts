import { useEffect, useState } from 'react'
import type { Client } from './client.ts'
import { subscribeListStates } from './list-state.ts'
import { readRemembered, writeRemembered } from './remembered.ts'
import { placeOf, type UiStore } from './ui-store.ts'

const delay = 800

/** Brings back what is remembered, once main has said it. */
function restore(client: Client, ui: UiStore): boolean {
  const state = client.view('screen.remembered', {}).getState()
  if (state.status === 'ready' && state.value.state !== null) {
    ui.actions.restore(readRemembered(state.value.state, ui.state.getInitialState()))
  }
  return state.status !== 'loading'
}

/** Brings back what the last window left, then keeps what this one changes; says when the page may be drawn. */
export function useRememberedState(client: Client, ui: UiStore): boolean {
  const [isRestored, setIsRestored] = useState(() => restore(client, ui))

  useEffect(() => {
    if (isRestored) {
      return
    }
    return client.view('screen.remembered', {}).subscribe(() => {
      if (restore(client, ui)) {
        setIsRestored(true)
      }
    })
  }, [client, ui, isRestored])

  useEffect(() => {
    if (!isRestored) {
      return
    }
    const current = () => {
      const state = ui.state.getState()
      const { recent, isGuideDismissed, safe } = state
      return writeRemembered({ ...placeOf(state), recent, isGuideDismissed, safe })
    }
    let kept = current()
    let timer: number | undefined
    const keep = () => {
      window.clearTimeout(timer)
      timer = undefined
      const next = current()
      if (next !== kept) {
        kept = next
        // Losing where a window was is no reason to bother anyone.
        client.invoke('screen.remember', { state: next }).catch(() => undefined)
      }
    }
    const wait = () => {
      timer ??= window.setTimeout(keep, delay)
    }
    const onHidden = () => {
      if (document.visibilityState === 'hidden') {
        keep()
      }
    }
    // A window that dies while its screen is shared must not come back with everything readable.
    const stop = ui.state.subscribe((state, before) => (state.safe === before.safe ? wait() : keep()))
    const stopLists = subscribeListStates(wait)
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', keep)
    window.addEventListener('blur', keep)
    return () => {
      stop()
      stopLists()
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('blur', keep)
    }
  }, [client, ui, isRestored])

  return isRestored
}
