import { useState } from 'react'
import { useStore } from 'zustand'
import type { ViewName, ViewParams, ViewValue, WireError } from '#shared/protocol.ts'
import { useClient } from './page-context.tsx'

/** A view as a component sees it: `value` stays the previous one while new parameters load, so nothing flashes. */
export type WatchedView<V extends ViewName> = {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly value: ViewValue<V> | undefined
  /** The parameters `value` answers; the asked ones once `isStale` is false. */
  readonly params: ViewParams<V>
  /** Says that `value` still answers earlier parameters. */
  readonly isStale: boolean
  readonly error: WireError | undefined
}

/** Watches a view of main for as long as the component is on screen. */
export function useView<V extends ViewName>(view: V, params: ViewParams<V>): WatchedView<V> {
  const client = useClient()
  const state = useStore(client.view(view, params))
  const [held, hold] = useState<{ readonly value: ViewValue<V>; readonly params: ViewParams<V> } | null>(null)

  if (state.status === 'ready') {
    if (held?.value !== state.value) {
      hold({ value: state.value, params })
    }
    return { status: 'ready', value: state.value, params, isStale: false, error: undefined }
  }
  if (state.status === 'failed') {
    return { status: 'failed', value: undefined, params, isStale: false, error: state.error }
  }
  return held === null
    ? { status: 'loading', value: undefined, params, isStale: false, error: undefined }
    : { status: 'ready', value: held.value, params: held.params, isStale: true, error: undefined }
}
