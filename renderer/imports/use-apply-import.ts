import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import type { CommandError } from '#renderer/state/client.ts'
import { updateListState } from '#renderer/state/list-state.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useImportFlow } from './import-flow.ts'
import type { Staged } from './staged.ts'

/** Applying a preview, and what the page shows while it goes on. */
export type ApplyImport = {
  readonly apply: () => void
  readonly stop: () => void
  readonly isRunning: boolean
  /** From 0 to 1; `null` while it is not known. */
  readonly progress: number | null
  /** How many records would be written. */
  readonly count: number
  /** Why it was refused; a stop of the user's own is no refusal. */
  readonly error: CommandError | null
}

/** Applies a preview as a job that can be stopped until its last step, and offers to take it back. */
export function useApplyImport(staged: Staged): ApplyImport {
  const { t } = useTranslation()
  const notify = useNotify()
  const { go, set, updateCustomers } = useUiActions()
  const { next } = useImportFlow()
  const command = useCommand('import.apply')
  const cancel = useCommand('job.cancel')
  const jobs = useView('job.list', {}).value ?? []
  const job = jobs.find((each) => each.command === 'import.apply' && each.state === 'running')
  const taken = (kind: 'customers' | 'subscriptions') =>
    staged[kind].added + staged[kind].changed - staged.deselected[kind]

  const apply = async () => {
    const result = await command.run({ previewId: staged.previewId })
    if (result.ok) {
      set('importReply', null)
      notify({
        title: t('imports.applied'),
        subject: { text: staged.fileName, customerId: null },
        body: t('importFlow.changes.appliedBody', {
          customers: taken('customers'),
          subscriptions: taken('subscriptions'),
        }),
        canUndo: true,
      })
      await next(() => {
        updateListState('customers', { search: '' })
        updateCustomers({ selectedId: null, selectedIndex: -1 })
        go({ screen: 'customers', isFullPage: false })
      })
    }
  }
  return {
    apply: () => void apply(),
    stop: () => {
      if (job !== undefined) {
        void cancel.run({ jobId: job.id })
      }
    },
    isRunning: command.pending,
    progress: job?.progress ?? null,
    count: taken('customers') + taken('subscriptions'),
    error: command.error?.code === 'CANCELLED' ? null : command.error,
  }
}
