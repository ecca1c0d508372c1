import { Button } from '@fluentui/react-components'
import { Drafts16Regular } from '@fluentui/react-icons/svg/drafts'
import { useTranslation } from 'react-i18next'
import { isWaiting } from '#shared/domain/request-state.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useChosenRows } from '#renderer/table/selection/use-chosen-rows.ts'
import type { RowOf } from '#renderer/table/use-list-window.ts'
import type { List } from '#renderer/table/use-list.ts'
import { RemindMenu, StepMenu } from './request-steps.tsx'

/** What can be done with several requests together: save their mails or reminders, say what happened, ask again later. */
export function BatchActions({ list }: { readonly list: List<RowOf<'requests'>> }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const rows = useChosenRows(list)
  const save = useCommand('invitation.save-drafts')
  const isAllWaiting = rows.length > 0 && rows.every(({ state }) => isWaiting(state))

  const saveDrafts = async (content: 'invitation' | 'reminder') => {
    const saved = await save.run({ requestIds: rows.map(({ id }) => id), content })
    if (saved.ok) {
      const missing = saved.value.drafts.filter(({ fileName }) => fileName === null)
      notify({
        title: t('ledger.savedDrafts', { count: rows.length - missing.length }),
        body:
          missing.length === 0
            ? t('ledger.savedDraftsHint')
            : t('ledger.notSaved', { names: missing.map(({ customerName }) => customerName).join(', ') }),
        ...(missing.length === 0 ? {} : { intent: 'error' as const }),
      })
    }
  }
  if (rows.length === 0) {
    return null
  }
  return (
    <>
      {save.error !== null && save.error.code !== 'CANCELLED' && <Problem error={save.error} />}
      <Button
        size="small"
        icon={<Drafts16Regular />}
        disabled={save.pending}
        onClick={() => void saveDrafts('invitation')}
      >
        {t('ledger.saveDrafts')}
      </Button>
      {isAllWaiting && (
        <Button
          size="small"
          icon={<Drafts16Regular />}
          disabled={save.pending}
          onClick={() => void saveDrafts('reminder')}
        >
          {t('ledger.saveReminders')}
        </Button>
      )}
      <StepMenu requests={rows} size="small" />
      <RemindMenu requests={rows} size="small" />
    </>
  )
}
