import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Snapshot, WireError } from '#shared/protocol.ts'

/** What the page knows of a view: nothing yet, its newest value, or why there is none. */
export type ViewState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T; readonly revision: number }
  | { readonly status: 'failed'; readonly error: WireError }

/** A mirror of a view of main. It has no `setState`: a change is asked for with a command and arrives as a snapshot. */
export type ViewStore<T> = Pick<StoreApi<ViewState<T>>, 'getState' | 'getInitialState' | 'subscribe'>

/** A value nobody can write to, at any depth: what main has said stays as it was said. */
function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value
}

type Watch = (onSnapshot: (snapshot: Snapshot) => void) => () => void

type Lifetime<T> = { readonly onActive: (store: ViewStore<T>) => void; readonly onIdle: () => void }

/**
 * Makes the store of one watched view: it starts on its first subscriber and stops on its last. With a first snapshot
 * it has a value before that, and the same one arriving again changes nothing.
 */
export function createViewStore<T>(
  watch: Watch,
  { onActive, onIdle }: Lifetime<T>,
  first?: Snapshot,
): ViewStore<T> {
  const store = createStore<ViewState<T>>(() =>
    first?.ok === true
      ? { status: 'ready', value: frozen(first.value) as T, revision: first.revision }
      : { status: 'loading' },
  )
  let expected = first?.ok === true ? JSON.stringify(first.value) : null
  let subscribers = 0
  let stop: (() => void) | null = null

  const receive = (snapshot: Snapshot): void => {
    const current = store.getState()
    const isExpected = snapshot.ok && expected !== null && JSON.stringify(snapshot.value) === expected
    expected = null
    if (isExpected) {
      return
    }
    if (!snapshot.ok) {
      store.setState({ status: 'failed', error: snapshot.error }, true)
    } else if (current.status !== 'ready' || snapshot.revision >= current.revision) {
      // An older revision can overtake a newer one on the way here; it is dropped.
      store.setState(
        { status: 'ready', value: frozen(snapshot.value) as T, revision: snapshot.revision },
        true,
      )
    }
  }

  const mirror: ViewStore<T> = {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      const unsubscribe = store.subscribe(listener)
      subscribers += 1
      if (stop === null) {
        stop = watch(receive)
        onActive(mirror)
      }
      let isSubscribed = true
      return () => {
        unsubscribe()
        if (!isSubscribed) {
          return
        }
        isSubscribed = false
        subscribers -= 1
        if (subscribers === 0) {
          stop?.()
          stop = null
          onIdle()
        }
      }
    },
  }
  return mirror
}
