import { useCallback, useMemo } from 'react'
import type { ColumnType, Filter, ListName, SortStep } from '#shared/domain/list-columns.ts'
import { listColumns } from '#shared/domain/list-columns.ts'
import type { ViewParams } from '#shared/protocol.ts'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useFormat, type Format } from '#renderer/parts/format.ts'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { updateListState, useListState, type ListLook, type ListState } from '#renderer/state/list-state.ts'
import { firstPlaces, type CellValue, type Column } from '#renderer/table/columns/column.ts'
import { cellText } from '#renderer/table/selection/cell-text.ts'
import { useHiddenRows, type HiddenRows } from '#renderer/table/rows/row-privacy.tsx'
import { listViews, useListWindow, type ListWindow, type RowOf } from './use-list-window.ts'
import { useRowGroups } from '#renderer/table/rows/use-row-groups.ts'

/** What a list is asked, but for the window. */
export type ListQuery = {
  readonly accountId?: string
  /** The day the portfolio is read as of. */
  readonly asOf?: string
  readonly search?: string
  readonly filter?: Filter
  readonly sort?: readonly SortStep[]
}

/** A list of the program with all that can be asked of it and done to it. */
export type List<Row> = HiddenRows<Row> & {
  readonly name: ListName
  readonly state: ListLook
  readonly query: ListQuery
  readonly search: string
  readonly setSearch: (search: string) => void
  readonly update: (change: Partial<ListState>) => void
  readonly window: ListWindow<Row>
  /** How many rows there are, open or in closed groups. */
  readonly total: number | undefined
  /** Says that a search or a filter leaves rows out. */
  readonly isNarrowed: boolean
}

type Search = { readonly text: string; readonly set: (text: string) => void }

/** The lists that can be read as of an earlier day. */
const portfolioLists: ReadonlySet<ListName> = new Set(['customers', 'subscriptions', 'renewals'])

/** Watches a list as its state asks for it; `search` is where its text lives, when not in the list's own state. */
export function useList<L extends ListName>(
  name: L,
  shown: readonly Column<RowOf<L>>[],
  search?: Search,
): List<RowOf<L>> {
  const state = useListState(name)
  const account = useAccountParam()
  const format = useFormat()
  const asOf = useAsOfParam()
  const hidden = useHiddenRows(
    name,
    useMemo(() => shown.map((column) => known(name, column, format)), [name, shown, format]),
  )
  const update = useCallback((change: Partial<ListState>) => updateListState(name, change), [name])
  const setOwn = useCallback((text: string) => updateListState(name, { search: text }), [name])
  const text = search?.text ?? state.search
  const wanted = text.trim().slice(0, 200)

  const order = useMemo(() => orderOf(state), [state])
  const narrow = {
    ...account,
    // The user's own records are always today's.
    ...(portfolioLists.has(name) ? asOf : {}),
    ...(wanted === '' ? {} : { search: wanted }),
    ...(state.filter.conditions.length === 0 ? {} : { filter: state.filter }),
  }
  const query: ListQuery = { ...narrow, ...(order.length === 0 ? {} : { sort: order }) }
  const base = useListWindow(
    listViews[name],
    query as Omit<ViewParams<(typeof listViews)[L]>, 'offset' | 'limit'>,
  )
  const window = useRowGroups<RowOf<L>>(name, narrow, state, hidden, base)
  return {
    ...hidden,
    name,
    state,
    query,
    search: text,
    setSearch: search?.set ?? setOwn,
    update,
    window,
    total: base.total,
    isNarrowed: wanted !== '' || state.filter.conditions.length > 0,
  }
}

/** The order asked for: the group column's first, then the user's. */
function orderOf({ group, sort }: ListLook): readonly SortStep[] {
  if (group === null) {
    return sort
  }
  const own = sort.find((step) => step.column === group)
  const first: SortStep = own ?? { column: group, direction: 'ascending' }
  return [first, ...sort.filter((step) => step.column !== group)].slice(0, 6)
}

/** A column with what the contract says of it. */
function known<Row>(name: ListName, column: Column<Row>, format: Format): Column<Row> {
  const types: { readonly [column: string]: ColumnType } = listColumns[name]
  const type = types[column.id]
  const value = (row: Row) => (row as { readonly [field: string]: CellValue })[column.id] ?? null
  const typed = {
    ...column,
    ...(type === undefined ? {} : { type }),
    isSortable: type !== undefined && type !== 'tags',
    value: column.value ?? (type === undefined ? () => null : value),
  }
  // A cell may be too narrow for its text, and a date says how far away it is.
  const tooltip = (row: Row) => {
    const cell = typed.value(row)
    return type === 'date' || type === 'instant'
      ? typeof cell === 'string'
        ? format.relative(type === 'date' ? cell : format.date(cell))
        : undefined
      : cellText(typed, row, format.time) || undefined
  }
  return type === undefined || type === 'number' || column.tooltip !== undefined
    ? typed
    : { ...typed, tooltip }
}

/** The places of a list's columns, also while the user has not moved any. */
export function placesOf<Row>({ state, columns }: Pick<List<Row>, 'state' | 'columns'>) {
  return state.columns ?? firstPlaces(columns)
}
