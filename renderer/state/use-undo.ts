import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoableCommand } from '#shared/contract/home.ts'
import { CommandError } from './client.ts'
import { useClient, useUiActions } from './page-context.tsx'

type JoinedAt<Mark extends string, Name extends string> = Name extends `${infer First}${Mark}${infer Rest}`
  ? `${First}${Capitalize<JoinedAt<Mark, Rest>>}`
  : Name
type Joined<Name extends string> = JoinedAt<'-', JoinedAt<'.', Name>>

/** The key of a command's change in the catalogues, which do not compile without one. */
function keyOf(command: UndoableCommand): Joined<UndoableCommand> {
  return command.replace(/[.-](.)/g, (_, letter: string) => letter.toUpperCase()) as Joined<UndoableCommand>
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
            change: t(`desk.undo.changes.${keyOf(done.command)}`),
          }),
          ...(done.subject === '' ? {} : { subject: { text: done.subject, customerId: null } }),
          intent: 'info',
          // An import is made again by importing its file.
          ...(isUndo
            ? { canRedo: done.command !== 'import.apply' && done.command !== 'customer.merge' }
            : { canUndo: true }),
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
