import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { useView } from '#renderer/state/use-view.ts'
import type { SavedView } from './view-state.ts'

/** Says the name of one of the user's views, or counts it where names must not be read: they often are customers'. */
export function useOwnName(): (view: Pick<SavedView, 'id' | 'name'>) => string {
  const { t } = useTranslation()
  const isHidden = useIsHidden()(null)
  const views = useView('saved-view.list', {}).value
  return useCallback(
    ({ id, name }) => {
      const number = (views ?? []).findIndex((view) => view.id === id) + 1
      return isHidden ? t('desk.safe.view', { number }) : name
    },
    [t, isHidden, views],
  )
}
