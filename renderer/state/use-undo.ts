import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { desk } from '#shared/locales/en-desk.ts'
import { CommandError } from './client.ts'
import { useClient, useUiActions } from './page-context.tsx'

const changes: { readonly [command: string]: keyof typeof desk.undo.changes } = {
  'account.update': 'accountUpdate',
  'account.remove': 'accountRemove',
  'customer.note': 'customerNote',
  'request.discard': 'requestDiscard',
  'saved-view.create': 'savedViewCreate',
  'saved-view.update': 'savedViewUpdate',
  'saved-view.remove': 'savedViewRemove',
}

/** Takes back the last undoable change, or makes it again, and says in the corner what it was. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { t } = useTranslation()
  const client = useClient()
  const { notify } = useUiActions()

  const run = useCallback(
    async (command: 'undo.last' | 'undo.redo') => {
      const isUndo = command === 'undo.last'
      try {
        const done = await client.invoke(command, {})
        notify({
          title: t(isUndo ? 'desk.undo.undone' : 'desk.undo.redone', {
            change: t(`desk.undo.changes.${changes[done.command] ?? 'other'}`),
          }),
          ...(done.subject === '' ? {} : { body: done.subject }),
          intent: 'info',
          ...(isUndo ? { canRedo: true } : { canUndo: true }),
        })
      } catch (caught) {
        if (!(caught instanceof CommandError)) {
          throw caught
        }
        const title =
          caught.code === 'NOTHING_TO_UNDO'
            ? t(isUndo ? 'desk.undo.nothing' : 'desk.undo.nothingToRedo')
            : caught.code === 'UNDO_STALE'
              ? t('desk.undo.stale')
              : t(`errors.${caught.code}`)
        notify({ title, intent: 'info' })
      }
    },
    [client, notify, t],
  )
  return {
    undo: useCallback(() => void run('undo.last'), [run]),
    redo: useCallback(() => void run('undo.redo'), [run]),
  }
}
