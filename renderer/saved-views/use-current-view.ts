import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { savedViews } from '#shared/locales/en-table.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import { updateListState, useListState } from '#renderer/state/list-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { defaultState } from './default-views.ts'
import { useOwnName } from './use-own-name.ts'
import { isEdited, viewStateOf, type SavedView } from './view-state.ts'

/** The view a list stands in. */
export type CurrentView = {
  readonly list: ListName
  readonly name: string
  /** Says that the list has been changed since the view was opened. */
  readonly isEdited: boolean
  /** The saved view, when it is one of the user's. */
  readonly own: SavedView | null
  /** The user's views of this list. */
  readonly saved: readonly SavedView[]
  readonly reset: () => void
}

type Names = (typeof savedViews.defaults)['subscriptions']

/** Says a supplied view's name in the window's language. */
export function useDefaultName(): (list: ListName, name: string) => string {
  const { t } = useTranslation()
  // Which names a list has is checked where its views are declared.
  return useCallback(
    (list, name) => t(`savedViews.defaults.${list as 'subscriptions'}.${name as keyof Names}`),
    [t],
  )
}

/** Watches which view a list stands in, and whether it still stands as the view has it. */
export function useCurrentView(list: ListName): CurrentView {
  const state = useListState(list)
  const views = useView('saved-view.list', {}).value
  const saved = useMemo(
    () => (views ?? []).filter(({ definition }) => definition.list === list),
    [views, list],
  )
  const nameOf = useDefaultName()
  const ownName = useOwnName()
  const own = saved.find(({ id }) => id === state.viewId) ?? null
  const view = viewStateOf(list, state.viewId, saved)
  const shown = view ?? defaultState(list, 'all')
  const isDefault = state.viewId.startsWith('default:') && view !== null
  return {
    list,
    name:
      own !== null ? ownName(own) : nameOf(list, isDefault ? state.viewId.slice('default:'.length) : 'all'),
    isEdited: isEdited(state, shown),
    own,
    saved,
    reset: () => updateListState(list, shown),
  }
}
