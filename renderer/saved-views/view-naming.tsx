import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { updateListState, useListState } from '#renderer/state/list-state.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import type { CurrentView } from './use-current-view.ts'
import { ViewNameDialog } from './view-name-dialog.tsx'
import { definitionOf } from './view-state.ts'

type ViewNamingProps = {
  readonly view: CurrentView
  readonly naming: 'new' | 'rename'
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** Saves how a list stands under a name, or gives the view it stands in another one. */
export function ViewNaming({ view, naming, anchor, onClose }: ViewNamingProps) {
  const { list, own } = view
  const { t } = useTranslation()
  const notify = useNotify()
  const state = useListState(list)
  const isHidden = useIsHidden()(null)
  const create = useCommand('saved-view.create')
  const update = useCommand('saved-view.update')
  const close = () => {
    onClose()
    anchor.focus()
  }
  const save = async (name: string, isPinned: boolean) => {
    if (naming === 'new') {
      const done = await create.run({ name, isPinned, definition: definitionOf(list, state) })
      if (done.ok) {
        updateListState(list, { viewId: done.value.id })
        notify({
          title: t('savedViews.saved'),
          subject: { text: name, customerId: null },
          canUndo: true,
        })
        close()
      }
    } else if (own !== null && (await update.run({ savedViewId: own.id, name })).ok) {
      close()
    }
  }
  return (
    <ViewNameDialog
      title={t(naming === 'new' ? 'savedViews.newTitle' : 'savedViews.renameTitle')}
      name={naming === 'new' || isHidden ? '' : (own?.name ?? '')}
      hasPin={naming === 'new'}
      error={naming === 'new' ? create.error : update.error}
      onCancel={close}
      onSave={(name, isPinned) => void save(name, isPinned)}
    />
  )
}
