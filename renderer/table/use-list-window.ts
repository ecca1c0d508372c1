import { useCallback, useState } from 'react'
import type { ViewName, ViewParams, ViewValue, WireError } from '#shared/protocol.ts'
import { useView } from '#renderer/state/use-view.ts'

/** The views that are windows into a list. */
export type ListView = {
  [V in ViewName]: ViewValue<V> extends { readonly total: number; readonly rows: readonly unknown[] }
    ? V
    : never
}[ViewName]

/** One row of a list view. */
export type ListRow<V extends ListView> = ViewValue<V>['rows'][number]

/** A list of which only the window around what is on screen is held. */
export type ListWindow<Row> = {
  /** What was searched for in the list that is shown; behind what is typed until the answer is there. */
  readonly search: string
  /** `undefined` until the first answer. */
  readonly total: number | undefined
  readonly rowAt: (index: number) => Row | undefined
  readonly indexOf: (isWanted: (row: Row) => boolean) => number
  readonly showRange: (first: number, last: number) => void
  readonly error: WireError | undefined
  /** Changes whenever the list is another one, so that a table returns to its top. */
  readonly listKey: string
}

const windowSize = 200
const step = 50

/** Watches the 200 rows around the visible ones; typing ahead of an answer keeps the previous rows on screen. */
export function useListWindow<V extends ListView>(
  view: V,
  params: Omit<ViewParams<V>, 'offset' | 'limit'>,
): ListWindow<ListRow<V>> {
  const listKey = JSON.stringify(params)
  const [place, setPlace] = useState({ listKey, offset: 0 })
  const offset = place.listKey === listKey ? place.offset : 0
  const watched = useView(view, { ...params, offset, limit: windowSize } as ViewParams<V>)
  const value = watched.value as { readonly total: number; readonly rows: readonly ListRow<V>[] } | undefined
  const valueOffset = (watched.params as { readonly offset: number }).offset

  const rowAt = useCallback((index: number) => value?.rows[index - valueOffset], [value, valueOffset])

  const indexOf = useCallback(
    (isWanted: (row: ListRow<V>) => boolean) => {
      const at = value?.rows.findIndex(isWanted) ?? -1
      return at < 0 ? -1 : at + valueOffset
    },
    [value, valueOffset],
  )

  const showRange = useCallback(
    (first: number, last: number) => {
      setPlace((current) => {
        const known = current.listKey === listKey ? current.offset : 0
        const isInside = first >= known && last < known + windowSize
        const next = isInside ? known : Math.max(0, Math.floor((first - step) / step) * step)
        return current.listKey === listKey && next === current.offset ? current : { listKey, offset: next }
      })
    },
    [listKey],
  )

  const { search = '' } = watched.params as { readonly search?: string }
  return { search, total: value?.total, rowAt, indexOf, showRange, error: watched.error, listKey }
}
