import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { ViewName, ViewParams, ViewValue, WireError } from '#shared/protocol.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { RowRange } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import type { ViewStore } from '#renderer/state/view-store.ts'
import { blockSize, createRowBlocks, type RowBlocks } from '#renderer/table/rows/row-blocks.ts'
import type { RowGroup } from '#renderer/table/rows/row-groups.ts'

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

/** A list of which only the rows around what is on screen are held. It is another object only when its facts change. */
export type ListWindow<Row> = {
  /** What was searched for in the list that is shown; behind what is typed until the answer is there. */
  readonly search: string
  /** How many places there are to draw; `undefined` until the first answer. */
  readonly total: number | undefined
  /** The row at a place as it is now; what draws it watches with {@link useRows} or {@link useRowAt}. */
  readonly rowAt: (index: number) => Row | undefined
  readonly indexOf: (isWanted: (row: Row) => boolean) => number
  readonly showRange: (first: number, last: number) => void
  readonly error: WireError | undefined
  /** Changes whenever the list is another one, so that a table returns to its top. */
  readonly listKey: string
  /** Tells of every row that comes or changes. */
  readonly subscribe: (listener: () => void) => () => void
  /** Counts the times there was something to tell. */
  readonly version: () => number
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

type Asked = { readonly search?: string }
type Stretch<Row> = { readonly total: number; readonly rows: readonly Row[] }

/** Watches the rows around the visible ones; a component that uses it draws again only when the list's facts change. */
export function useListWindow<V extends ListView>(
  view: V,
  params: Omit<ViewParams<V>, 'offset' | 'limit'>,
): WindowedRows<ListRow<V>> {
  type Row = ListRow<V>
  const client = useClient()
  const listKey = JSON.stringify(params)
  const make = (before: RowBlocks<Row> | null) => {
    const asked = JSON.parse(listKey) as Asked
    const block = (offset: number): ViewStore<Stretch<Row>> =>
      client.view(view, { ...asked, offset, limit: blockSize } as unknown as ViewParams<V>)
    const blocks = createRowBlocks<Row>({ block, search: asked.search ?? '', before })
    return { client, view, listKey, blocks }
  }
  const [made, setMade] = useState(() => make(null))
  const isOther = made.client !== client || made.view !== view || made.listKey !== listKey
  const { blocks } = isOther ? make(made.blocks) : made
  if (isOther) {
    setMade({ client, view, listKey, blocks })
  }
  const { search, total, error } = useSyncExternalStore(blocks.subscribe, blocks.facts)

  return useMemo(() => {
    const { rowAt, indexOf, subscribe, version, show } = blocks
    const showRange = (first: number, end: number) => show([[first, end]])
    return { search, total, error, listKey, rowAt, indexOf, subscribe, version, showRange, showRanges: show }
  }, [blocks, search, total, error, listKey])
}

/** Draws again whenever rows of a list come or change. */
export function useRows<Row>({ subscribe, version }: ListWindow<Row>): void {
  useSyncExternalStore(subscribe, version)
}

/** One row of a list, watched; `undefined` while it is not held. */
export function useRowAt<Row>({ subscribe, rowAt }: ListWindow<Row>, index: number): Row | undefined {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => (index < 0 ? undefined : rowAt(index)), [rowAt, index]),
  )
}
