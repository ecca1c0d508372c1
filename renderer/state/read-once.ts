import type { ViewName, ViewParams, ViewValue } from '#shared/protocol.ts'
import type { Client } from './client.ts'

/** The first value of a view; `null` when main refuses it. For an action, never for something on screen. */
export async function readOnce<V extends ViewName>(
  client: Client,
  view: V,
  params: ViewParams<V>,
): Promise<ViewValue<V> | null> {
  const store = client.view(view, params)
  return new Promise((resolve) => {
    let stop: (() => void) | null = null
    const take = () => {
      const state = store.getState()
      if (state.status !== 'loading') {
        resolve(state.status === 'ready' ? state.value : null)
        queueMicrotask(() => stop?.())
      }
    }
    stop = store.subscribe(take)
    take()
  })
}
