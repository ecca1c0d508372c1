import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ViewName, ViewParams, ViewValue, WireError } from '#shared/protocol.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { RowRange } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import type { ViewStore } from '#renderer/state/view-store.ts'
import type { RowGroup } from './row-groups.ts'

/** The views that are windows into a list. */
export type ListView = {
  [V in ViewName]: ViewValue<V> extends { readonly total: number; readonly rows: readonly unknown[] }
    ? V
    : never
}[ViewName]

/** One row of a list view. */
export type ListRow<V extends ListView> = ViewValue<V>['rows'][number]

/** The view of each list. */
export const listViews = {
  customers: 'customer.list',
  subscriptions: 'subscription.list',
  renewals: 'renewal.list',
  requests: 'request.list',
  imports: 'import.list',
  links: 'link.list',
} as const satisfies { readonly [L in ListName]: ListView }

/** The rows of a list. */
export type RowOf<L extends ListName> = ListRow<(typeof listViews)[L]>

/** A list of which only the windows around what is on screen are held. */
export type ListWindow<Row> = {
  /** What was searched for in the list that is shown; behind what is typed until the answer is there. */
  readonly search: string
  /** How many places there are to draw; `undefined` until the first answer. */
  readonly total: number | undefined
  readonly rowAt: (index: number) => Row | undefined
  readonly indexOf: (isWanted: (row: Row) => boolean) => number
  readonly showRange: (first: number, last: number) => void
  readonly error: WireError | undefined
  /** Changes whenever the list is another one, so that a table returns to its top. */
  readonly listKey: string
  /** Where headings stand between the rows. */
  readonly groups?: {
    readonly headAt: (place: number) => RowGroup | null
    /** The row at a place, counted over the whole list; the first of the group for a heading. */
    readonly rowOf: (place: number) => number
    readonly toggle: (key: string, isOpen: boolean) => void
  }
}

/** A list whose wanted rows may lie apart, as they do where groups are closed. */
export type WindowedRows<Row> = ListWindow<Row> & {
  readonly showRanges: (ranges: readonly RowRange[]) => void
}

const windowSize = 200
const step = 50
const mostWindows = 6

type Asked = { readonly search?: string }
type Held<Row> = { readonly offset: number; readonly total: number; readonly rows: readonly Row[] }
type Answer<Row> = {
  readonly search: string
  readonly held: readonly Held<Row>[]
  readonly error: WireError | undefined
}

/** Watches the 200 rows around the visible ones; typing ahead of an answer keeps the previous rows on screen. */
export function useListWindow<V extends ListView>(
  view: V,
  params: Omit<ViewParams<V>, 'offset' | 'limit'>,
): WindowedRows<ListRow<V>> {
  type Row = ListRow<V>
  const client = useClient()
  const listKey = JSON.stringify(params)
  const [place, setPlace] = useState<{ readonly listKey: string; readonly offsets: readonly number[] }>({
    listKey,
    offsets: [0],
  })
  const offsets = place.listKey === listKey ? place.offsets : firstOffsets
  const offsetKey = offsets.join(' ')

  const watched = useMemo(() => {
    const asked = JSON.parse(listKey) as object
    return offsetKey.split(' ').map((offset) => ({
      offset: Number(offset),
      store: client.view(view, {
        ...asked,
        offset: Number(offset),
        limit: windowSize,
      } as ViewParams<V>) as ViewStore<{ readonly total: number; readonly rows: readonly Row[] }>,
    }))
  }, [client, view, listKey, offsetKey])

  const last = useRef<{ readonly states: readonly unknown[]; readonly answer: Answer<Row> } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = watched.map(({ store }) => store.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
    [watched],
  )
  const read = useCallback((): Answer<Row> => {
    const states = watched.map(({ store }) => store.getState())
    const before = last.current
    if (before !== null && same(before.states, states)) {
      return before.answer
    }
    const failed = states.find((state) => state.status === 'failed')
    const ready = watched.flatMap(({ offset }, at): readonly Held<Row>[] => {
      const state = states[at]
      return state?.status === 'ready' ? [{ offset, total: state.value.total, rows: state.value.rows }] : []
    })
    const answer =
      failed?.status === 'failed'
        ? { search: '', held: [], error: failed.error }
        : ready.length === 0
          ? { search: before?.answer.search ?? '', held: before?.answer.held ?? [], error: undefined }
          : { search: (JSON.parse(listKey) as Asked).search ?? '', held: ready, error: undefined }
    last.current = { states, answer }
    return answer
  }, [watched, listKey])
  const { search, held, error } = useSyncExternalStore(subscribe, read)

  const rowAt = useCallback(
    (index: number) => {
      for (const { offset, rows } of held) {
        const row = rows[index - offset]
        if (row !== undefined) {
          return row
        }
      }
      return undefined
    },
    [held],
  )
  const indexOf = useCallback(
    (isWanted: (row: Row) => boolean) => {
      for (const { offset, rows } of held) {
        const at = rows.findIndex(isWanted)
        if (at >= 0) {
          return at + offset
        }
      }
      return -1
    },
    [held],
  )
  const showRanges = useCallback(
    (ranges: readonly RowRange[]) => {
      setPlace((current) => {
        const known = current.listKey === listKey ? current.offsets : firstOffsets
        const next = windowsFor(ranges, known)
        return current.listKey === listKey && next.join(' ') === current.offsets.join(' ')
          ? current
          : { listKey, offsets: next }
      })
    },
    [listKey],
  )
  const showRange = useCallback((first: number, end: number) => showRanges([[first, end]]), [showRanges])

  return { search, total: held[0]?.total, rowAt, indexOf, showRange, showRanges, error, listKey }
}

const firstOffsets: readonly number[] = [0]

/** The windows that hold the wanted rows: the known ones that still do, and as few further ones as will. */
function windowsFor(ranges: readonly RowRange[], known: readonly number[]): readonly number[] {
  const next: number[] = []
  const holds = (offset: number, first: number, end: number) => first >= offset && end < offset + windowSize
  for (const [first, end] of ranges) {
    if (next.some((offset) => holds(offset, first, end)) || next.length >= mostWindows) {
      continue
    }
    const held = known.find((offset) => holds(offset, first, end))
    next.push(held ?? Math.max(0, Math.floor((first - step) / step) * step))
  }
  return next.length === 0 ? known : next
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}
