import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { ImportReply } from '#renderer/state/ui-state.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useImportFlow } from './import-flow.ts'
import { WaitingLine } from './waiting-imports.tsx'

type ImportHeaderProps = {
  readonly title: string
  readonly note: string
  readonly reply: ImportReply
  readonly isBusy?: boolean
  readonly children?: ReactNode
}

/** The head of each step of an import: back to the imports, give it up, and the step's own button. */
export function ImportHeader({ title, note, reply, isBusy = false, children }: ImportHeaderProps) {
  const { t } = useTranslation()
  const { go, set } = useUiActions()
  const { next } = useImportFlow()
  const discard = useCommand('import.discard')
  const drop = async () => {
    if (reply.step === 'changes') {
      // A preview main no longer has is as good as discarded.
      await discard.run({ previewId: reply.previewId })
    }
    set('importReply', null)
    await next(() => go({ screen: 'imports' }))
  }
  return (
    <>
      <PageHeader
        title={title}
        note={note}
        lead={
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={t('common.back')}
            onClick={() => go({ screen: 'imports' })}
          />
        }
      >
        <Button onClick={() => void drop()} disabled={isBusy || discard.pending}>
          {t('imports.discard')}
        </Button>
        {children}
      </PageHeader>
      <WaitingLine />
    </>
  )
}
