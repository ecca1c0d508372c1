import type { Filter, ListName } from '#shared/domain/list-columns.ts'
import type { CommandInput, ViewValue } from '#shared/protocol.ts'
import { initialSortOf, noFilter } from '#renderer/state/list-state.ts'
import { defaultNames, defaultState, type ViewState } from './default-views.ts'

/** A view the user has saved. */
export type SavedView = ViewValue<'saved-view.list'>[number]

/** What a command takes as a view. */
export type Definition = CommandInput<'saved-view.create'>['definition']

/** What a saved view sets of a list's state. */
export function stateOf({ definition }: SavedView): ViewState {
  const { list, filter, sort, group, columns, frozen } = definition
  return {
    filter: (filter as Filter | undefined) ?? noFilter,
    sort: sort === undefined ? initialSortOf(list) : 'column' in sort ? [sort] : sort,
    group: group ?? null,
    columns: columns ?? null,
    frozen: frozen ?? 1,
  }
}

/** A list's state as a view that can be saved. */
export function definitionOf(
  list: ListName,
  { filter, sort, group, columns, frozen }: ViewState,
): Definition {
  return {
    list,
    ...(filter.conditions.length === 0 ? {} : { filter }),
    sort,
    ...(group === null ? {} : { group }),
    ...(columns === null ? {} : { columns }),
    frozen,
  } as Definition
}

/** What the view a list was last set to sets; `null` when it has been removed since. */
export function viewStateOf(list: ListName, viewId: string, saved: readonly SavedView[]): ViewState | null {
  if (viewId.startsWith('default:')) {
    const name = viewId.slice('default:'.length)
    return defaultNames(list).includes(name) ? defaultState(list, name) : null
  }
  const view = saved.find(({ id, definition }) => id === viewId && definition.list === list)
  return view === undefined ? null : stateOf(view)
}

/** Says whether a list stands otherwise than its view. */
export function isEdited(state: ViewState, view: ViewState): boolean {
  const essence = ({ filter, sort, group, columns, frozen }: ViewState) =>
    JSON.stringify([
      filter.conditions.length === 0
        ? []
        : [filter.match, filter.conditions.map((each) => [each.column, each.operator, each.value])],
      sort.map((step) => [step.column, step.direction]),
      group,
      columns?.map((place) => [place.column, place.width ?? null]) ?? null,
      frozen,
    ])
  return essence(state) !== essence(view)
}
