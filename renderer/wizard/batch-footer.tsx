import { Button, makeStyles } from '@fluentui/react-components'
import { DraftsRegular } from '@fluentui/react-icons/svg/drafts'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { BatchHandOver } from './use-batch-hand-over.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  // They stand in the footer's own row, and wrap with what else is there.
  buttons: { display: 'contents' },
})

/** Says that every mail of a batch could be written as it stands. */
export function isBatchReady({ entries }: DraftView): boolean {
  return entries.length > 0 && entries.every(({ problems }) => problems.length === 0)
}

type BatchFooterProps = {
  readonly view: DraftView
  readonly handOver: BatchHandOver
  readonly onDone: () => void
}

/** The ways out for a batch: a mail draft for each, or drafts in the ledger. */
export function BatchFooter({ view, handOver, onDone }: BatchFooterProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { set, go } = useUiActions()
  const { several } = view.draft
  const waiting = several.filter(({ savedAs }) => savedAs === null).length
  if (waiting === 0) {
    return (
      <Button
        appearance="primary"
        onClick={() => {
          set('draft', null)
          onDone()
        }}
      >
        {t('wizard.review.done')}
      </Button>
    )
  }
  const isDisabled = !isBatchReady(view) || handOver.pending
  return (
    <>
      {handOver.error !== null && <Problem error={handOver.error} />}
      <span className={styles.buttons}>
        <Button
          icon={<DraftsRegular />}
          disabled={isDisabled}
          onClick={async () => {
            if (await handOver.keep()) {
              set('draft', null)
              notify({ title: t('wizard.review.draftKept') })
              go({ screen: 'requests', isFullPage: false })
            }
          }}
        >
          {t(waiting < several.length ? 'wizard.several.keepRest' : 'wizard.review.keepDraft')}
        </Button>
        <Button
          appearance="primary"
          icon={<SaveRegular />}
          disabled={isDisabled}
          onClick={() => void handOver.saveDrafts()}
        >
          {t(waiting < several.length ? 'wizard.several.saveRest' : 'wizard.several.save', {
            count: waiting,
          })}
        </Button>
      </span>
    </>
  )
}
