import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { ViewName, ViewParams, ViewValue } from '#shared/protocol.ts'
import type { ListLook, RowRange } from '#renderer/state/list-state.ts'
import { updateListState } from '#renderer/state/list-state.ts'
import { useClient } from '#renderer/state/page-context.tsx'
import { groupAt, groupsOf, heightOf, inRowOrder } from './row-groups.ts'
import type { HiddenRows } from './row-privacy.tsx'
import type { ListWindow, WindowedRows } from '#renderer/table/use-list-window.ts'

/** Most groups that are counted one by one; the rows of further values follow under a heading of their own. */
const mostGroups = 2_000

const nothing = () => () => undefined

/** Watches a view that is not always wanted; the previous value stays while the next one loads. */
export function useWantedView<V extends ViewName>(
  view: V,
  params: ViewParams<V> | null,
): ViewValue<V> | undefined {
  const client = useClient()
  const key = params === null ? null : JSON.stringify(params)
  const store = useMemo(
    () => (key === null ? null : client.view(view, JSON.parse(key) as ViewParams<V>)),
    [client, view, key],
  )
  const held = useRef<ViewValue<V> | undefined>(undefined)
  const read = () => {
    if (store === null) {
      held.current = undefined
    } else {
      const state = store.getState()
      if (state.status === 'ready') {
        held.current = state.value
      }
    }
    return held.current
  }
  return useSyncExternalStore(store?.subscribe ?? nothing, read)
}

/** Columns whose order in main is not that of their folded text. */
const ownOrder: ReadonlySet<string> = new Set([
  'customers.name',
  'subscriptions.customerName',
  'requests.customerName',
])

/** The list with a heading above the rows of each value of its group column; without one, the list as it is. */
export function useRowGroups<Row>(
  name: ListName,
  query: object,
  state: ListLook,
  { columns, isHiddenValue }: HiddenRows<Row>,
  base: WindowedRows<Row>,
): ListWindow<Row> {
  const { t } = useTranslation()
  const column = columns.find(({ id }) => id === state.group && id !== '')
  const params = column === undefined ? null : { list: name, column: column.id, ...query, limit: mostGroups }
  const values = useWantedView('list.groups', params as ViewParams<'list.groups'> | null)
  const isDescending = state.sort.some(
    (step) => step.column === state.group && step.direction === 'descending',
  )
  const { closed } = state
  const { total, rowAt, indexOf, showRanges } = base

  const groups = useMemo(() => {
    if (column === undefined || values === undefined || total === undefined) {
      return null
    }
    const { type, choice } = column
    const ordered = inRowOrder(values, type === 'text', ownOrder.has(`${name}.${column.id}`), isDescending)
    const label = (value: string | number | null) =>
      value === null
        ? t('table.empty')
        : isHiddenValue(column.id)
          ? t('desk.safe.hidden')
          : (choice?.(String(value)) ?? String(value))
    return groupsOf(ordered, total, closed, label, t('table.rest'))
  }, [column, values, total, name, isDescending, closed, isHiddenValue, t])

  const placeOfRow = useCallback(
    (row: number) => {
      const group = groups?.findLast(({ firstRow }) => firstRow <= row)
      return group === undefined ? row : group.isOpen ? group.place + 1 + row - group.firstRow : group.place
    },
    [groups],
  )
  const headAt = useCallback(
    (place: number) => {
      const group = groups === null ? undefined : groupAt(groups, place)
      return group?.place === place ? group : null
    },
    [groups],
  )
  const rowOf = useCallback(
    (place: number) => {
      const group = groups === null ? undefined : groupAt(groups, place)
      return group === undefined ? place : group.firstRow + Math.max(0, place - group.place - 1)
    },
    [groups],
  )
  const showRange = useCallback(
    (first: number, last: number) => {
      const ranges: RowRange[] = []
      for (let place = first; place <= last; place += 1) {
        if (headAt(place) === null) {
          const row = rowOf(place)
          const before = ranges.at(-1)
          if (before !== undefined && before[1] === row - 1) {
            ranges[ranges.length - 1] = [before[0], row]
          } else {
            ranges.push([row, row])
          }
        }
      }
      if (ranges.length > 0) {
        showRanges(ranges)
      }
    },
    [headAt, rowOf, showRanges],
  )
  const grouped = useMemo(
    (): ListWindow<Row>['groups'] => ({
      headAt,
      rowOf,
      toggle: (key, isOpen) =>
        updateListState(name, {
          closed: isOpen ? closed.filter((each) => each !== key) : [...new Set([...closed, key])],
        }),
    }),
    [headAt, rowOf, closed, name],
  )

  if (groups === null || grouped === undefined) {
    return base
  }
  return {
    ...base,
    total: heightOf(groups),
    rowAt: (place) => (headAt(place) === null ? rowAt(rowOf(place)) : undefined),
    indexOf: (isWanted) => {
      const row = indexOf(isWanted)
      return row < 0 ? -1 : placeOfRow(row)
    },
    showRange,
    groups: grouped,
  }
}
