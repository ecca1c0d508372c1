import { MergeDialog } from '#renderer/portfolio/merge-dialog.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { OwnerDialog } from './owner-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { TagManager } from './tag-manager.tsx'

/** The open dialog about the user's own work, if any. */
export function OwnDialogs() {
  const dialog = useUi((state) => state.ownDialog)
  const { set } = useUiActions()
  const close = () => set('ownDialog', null)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'tags':
      return (
        <TagDialog
          customers={dialog.customers}
          onManage={() => set('ownDialog', { kind: 'manage-tags' })}
          onClose={close}
        />
      )
    case 'owner':
      return <OwnerDialog customerIds={dialog.customerIds} onClose={close} />
    case 'merge':
      return <MergeDialog pair={dialog.pair} onClose={close} />
    case 'manage-tags':
      return <TagManager onClose={close} />
  }
}
