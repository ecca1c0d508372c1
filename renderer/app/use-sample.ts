import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

/** Loads the sample portfolio, and removes it again with what was selected of it. */
export function useSample(): {
  readonly load: () => void
  readonly remove: () => void
  readonly pending: boolean
} {
  const { t } = useTranslation()
  const { notify, updateCustomers, selectRequest } = useUiActions()
  const { run: load, pending: isLoading } = useCommand('sample.load')
  const { run: remove, pending: isRemoving } = useCommand('sample.remove')
  return useMemo(
    () => ({
      pending: isLoading || isRemoving,
      load: () =>
        void load({}).then((result) => {
          if (result.ok) {
            notify({ title: t('sample.marker'), body: t('sample.loaded'), intent: 'info' })
          }
        }),
      remove: () =>
        void remove({}).then((result) => {
          if (result.ok) {
            updateCustomers({ selectedId: null, selectedIndex: -1 })
            selectRequest(-1, null)
            notify({ title: t('sample.removed', { count: result.value.customers }) })
          }
        }),
    }),
    [isLoading, isRemoving, load, remove, notify, updateCustomers, selectRequest, t],
  )
}
