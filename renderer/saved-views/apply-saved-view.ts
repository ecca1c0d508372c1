import { updateListState } from '#renderer/state/list-state.ts'
import { stateOf, type SavedView } from './view-state.ts'

/** Sets the list of a saved view to it, with nothing searched for. */
export function applySavedView(view: SavedView): void {
  updateListState(view.definition.list, { ...stateOf(view), viewId: view.id, search: '' })
}
