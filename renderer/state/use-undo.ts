import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { desk } from '#shared/locales/en-desk.ts'
import type { own } from '#shared/locales/en-own.ts'
import { CommandError } from './client.ts'
import { useClient, useUiActions } from './page-context.tsx'

type ChangeText =
  `desk.undo.changes.${keyof typeof desk.undo.changes}` | `own.changes.${keyof typeof own.changes}`

const changes: { readonly [command: string]: ChangeText } = {
  'account.update': 'desk.undo.changes.accountUpdate',
  'account.remove': 'desk.undo.changes.accountRemove',
  'account.setLogo': 'desk.undo.changes.accountSetLogo',
  'account.removeLogo': 'desk.undo.changes.accountRemoveLogo',
  'customer.keep-apart': 'own.changes.customerKeepApart',
  'customer.note': 'desk.undo.changes.customerNote',
  'import.apply': 'desk.undo.changes.importApply',
  'customer.merge': 'desk.undo.changes.customerMerge',
  'request.discard': 'desk.undo.changes.requestDiscard',
  'request.move': 'desk.undo.changes.requestMove',
  'request.schedule': 'desk.undo.changes.requestSchedule',
  'acceptance.confirm': 'desk.undo.changes.acceptanceConfirm',
  'acceptance.reject': 'desk.undo.changes.acceptanceReject',
  'link.add': 'desk.undo.changes.linkAdd',
  'link.update': 'desk.undo.changes.linkUpdate',
  'link.check': 'desk.undo.changes.linkCheck',
  'link.use': 'desk.undo.changes.linkUse',
  'link.retire': 'desk.undo.changes.linkRetire',
  'template.save': 'desk.undo.changes.templateSave',
  'template.remove': 'desk.undo.changes.templateRemove',
  'relationship.note': 'desk.undo.changes.relationshipNote',
  'partner-map.note': 'desk.undo.changes.partnerMapNote',
  'partner-map.remove': 'desk.undo.changes.partnerMapRemove',
  'saved-view.create': 'desk.undo.changes.savedViewCreate',
  'saved-view.update': 'desk.undo.changes.savedViewUpdate',
  'saved-view.remove': 'desk.undo.changes.savedViewRemove',
  'note.update': 'own.changes.noteUpdate',
  'note.remove': 'own.changes.noteRemove',
  'tag.create': 'own.changes.tagCreate',
  'tag.update': 'own.changes.tagUpdate',
  'tag.remove': 'own.changes.tagRemove',
  'tag.assign': 'own.changes.tagAssign',
  'alias.set': 'own.changes.aliasSet',
  'owner.assign': 'own.changes.ownerAssign',
  'privileges.state': 'own.changes.privilegesState',
  'contact.create': 'own.changes.contactCreate',
  'contact.update': 'own.changes.contactUpdate',
  'contact.remove': 'own.changes.contactRemove',
  'profile.update': 'own.changes.profileUpdate',
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
            change: t(changes[done.command] ?? 'desk.undo.changes.other'),
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
