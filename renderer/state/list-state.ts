import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Filter, ListName, SortStep } from '#shared/domain/list-columns.ts'
import { listColumns, lists, operatorsOf } from '#shared/domain/list-columns.ts'

/** A shown column and its width in pixels, where the user has set one. */
export type ColumnPlace = { readonly column: string; readonly width?: number | undefined }

/** Rows `from` to `to`, both included, counted over the whole list. */
export type RowRange = readonly [from: number, to: number]

/** How one list stands: what is asked of it, how it is laid out, and where in it the user is. */
export type ListState = {
  readonly search: string
  readonly filter: Filter
  readonly sort: readonly SortStep[]
  readonly group: string | null
  /** The groups that are closed, by value. */
  readonly closed: readonly string[]
  /** `null` shows the columns as the program lays them out. */
  readonly columns: readonly ColumnPlace[] | null
  /** How many columns stay while the others scroll sideways. */
  readonly frozen: number
  /** The view the list was last set to: one of the program's (`default:…`) or a saved one's id. */
  readonly viewId: string
  readonly topRow: number
  readonly cursor: { readonly index: number; readonly key: string | null }
  /** The rows chosen together; none when only the cursor's row is. */
  readonly ranges: readonly RowRange[]
}

export type ListStates = { readonly [L in ListName]: ListState }

/** A filter that lets everything through. */
export const noFilter: Filter = { match: 'all', conditions: [] }

const initialSort: { readonly [L in ListName]: readonly SortStep[] } = {
  customers: [{ column: 'name', direction: 'ascending' }],
  subscriptions: [],
  renewals: [
    { column: 'isPinned', direction: 'descending' },
    { column: 'endDate', direction: 'ascending' },
  ],
  requests: [],
  imports: [],
  links: [],
}

/** What a list leaves out before anybody has chosen: renewals that are done with or put off. */
const initialFilter: { readonly [L in ListName]?: Filter } = {
  renewals: { match: 'all', conditions: [{ column: 'state', operator: 'any-of', value: ['open'] }] },
}

function initialState(list: ListName): ListState {
  return {
    search: '',
    filter: initialFilter[list] ?? noFilter,
    sort: initialSort[list],
    group: null,
    closed: [],
    columns: null,
    frozen: 1,
    viewId: 'default:all',
    topRow: 0,
    cursor: { index: -1, key: null },
    ranges: [],
  }
}

function initialStates(): ListStates {
  return Object.fromEntries(lists.map((list) => [list, initialState(list)])) as unknown as ListStates
}

const store = createStore<ListStates>(initialStates)

/** The order a list has before anybody has chosen one. */
export function initialSortOf(list: ListName): readonly SortStep[] {
  return initialSort[list]
}

/** How a list stands but for where it is scrolled to: no screen is drawn again for that. */
export type ListLook = Omit<ListState, 'topRow'>

const looks = new Map<ListName, ListState>()

function lookOf(list: ListName, state: ListState): ListLook {
  const before = looks.get(list)
  const keys = Object.keys(state) as (keyof ListState)[]
  if (before !== undefined && keys.every((key) => key === 'topRow' || before[key] === state[key])) {
    return before
  }
  looks.set(list, state)
  return state
}

/** How a list stands, watched. */
export function useListState(list: ListName): ListLook {
  return useStore(store, (states) => lookOf(list, states[list]))
}

/** The row a list has at its top edge. */
export function topRowOf(list: ListName): number {
  return store.getState()[list].topRow
}

/** Changes how a list stands; another question starts at its top, with nothing chosen. */
export function updateListState(list: ListName, change: Partial<ListState>): void {
  const before = store.getState()[list]
  const asked = ['search', 'filter', 'sort', 'group'] as const
  const isOther = asked.some((key) => key in change && change[key] !== before[key])
  const start = isOther ? { topRow: 0, ranges: [], cursor: { index: -1, key: null } } : {}
  const closed = 'group' in change && change.group !== before.group ? { closed: [] } : {}
  store.setState({ [list]: { ...before, ...start, ...closed, ...change } })
}

/** Brings every list to its top with nothing chosen: they have other rows now. */
export function startLists(): void {
  const states = store.getState()
  store.setState(
    Object.fromEntries(
      lists.map((list) => [
        list,
        { ...states[list], topRow: 0, ranges: [], cursor: { index: -1, key: null } },
      ]),
    ) as unknown as ListStates,
    true,
  )
}

/** How every list stands, as plain JSON that can be kept over a restart. */
export function listStates(): ListStates {
  return store.getState()
}

/** Is told whenever a list stands otherwise. */
export function subscribeListStates(listener: () => void): () => void {
  return store.subscribe(listener)
}

/** Sets every list to what was kept; whatever is missing or no longer makes sense is as on a first start. */
export function restoreListStates(json: unknown): void {
  const kept = isRecord(json) ? json : {}
  store.setState(
    Object.fromEntries(lists.map((list) => [list, restored(list, kept[list])])) as unknown as ListStates,
    true,
  )
}

function restored(list: ListName, kept: unknown): ListState {
  const first = initialState(list)
  if (!isRecord(kept)) {
    return first
  }
  const columns: { readonly [column: string]: keyof typeof operatorsOf } = listColumns[list]
  const isColumn = (value: unknown): value is string => typeof value === 'string' && value in columns
  const places = asArray(kept['columns']).filter(
    (place): place is ColumnPlace => isRecord(place) && isColumn(place['column']),
  )
  const filter = isRecord(kept['filter']) ? kept['filter'] : {}
  const conditions = asArray(filter['conditions']).filter(
    (each): each is Filter['conditions'][number] =>
      isRecord(each) &&
      isColumn(each['column']) &&
      (operatorsOf[columns[each['column']] ?? 'text'] as readonly unknown[]).includes(each['operator']),
  )
  const cursor = isRecord(kept['cursor']) ? kept['cursor'] : {}
  return {
    search: asText(kept['search'], ''),
    filter: { match: filter['match'] === 'any' ? 'any' : 'all', conditions },
    sort: Array.isArray(kept['sort'])
      ? asArray(kept['sort']).filter(
          (step): step is SortStep =>
            isRecord(step) &&
            isColumn(step['column']) &&
            (step['direction'] === 'ascending' || step['direction'] === 'descending'),
        )
      : first.sort,
    group: isColumn(kept['group']) ? kept['group'] : null,
    closed: asArray(kept['closed']).filter((value): value is string => typeof value === 'string'),
    columns: places.length === 0 ? null : places,
    frozen: asCount(kept['frozen'], 0, 4),
    viewId: asText(kept['viewId'], first.viewId),
    topRow: asCount(kept['topRow'], 0, Number.MAX_SAFE_INTEGER),
    cursor: {
      index: asCount(cursor['index'], -1, Number.MAX_SAFE_INTEGER),
      key: typeof cursor['key'] === 'string' ? cursor['key'] : null,
    },
    // The list may be another one after a restart: what was chosen together is not chosen again.
    ranges: [],
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

function asText(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function asCount(value: unknown, otherwise: number, most: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= otherwise && value <= most
    ? value
    : otherwise
}
