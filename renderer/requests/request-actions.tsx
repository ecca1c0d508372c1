import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput, ViewValue } from '#shared/protocol.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { KitMenu } from './kit-menu.tsx'
import { RemindMenu, StepMenu } from './request-steps.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: {
    whiteSpace: 'normal',
    display: 'block',
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
})

type RequestActionsProps = {
  readonly request: ViewValue<'request.detail'>
  readonly onContinue: () => void
  readonly onDiscarded: () => void
}

/** What can be done with a request: go on with a draft or discard it, hand over again what has left before. */
export function RequestActions({ request, onContinue, onDiscarded }: RequestActionsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const exportEml = useCommand('request.export')
  const copy = useCommand('request.copy')
  const discard = useCommand('request.discard')
  const [saved, setSaved] = useState<CommandOutput<'request.export'> | null>(null)
  const isDraft = request.state === 'draft'
  const error = [exportEml.error, copy.error, discard.error].find(
    (each) => each !== null && each.code !== 'CANCELLED',
  )

  const save = async () => {
    const result = await exportEml.run({ requestId: request.id, format: 'eml' })
    setSaved(result.ok ? result.value : null)
  }
  const copyRich = async () => {
    if ((await copy.run({ requestId: request.id, format: 'rich' })).ok) {
      notify({ title: t('wizard.review.copiedRich') })
    }
  }

  const drop = async () => {
    if ((await discard.run({ requestId: request.id })).ok) {
      notify({
        title: t('requests.discarded'),
        subject: { text: request.customerName, customerId: request.customerId },
        canUndo: true,
      })
      onDiscarded()
    }
  }

  return (
    <>
      <div className={styles.root}>
        {isDraft ? (
          <Button appearance="primary" icon={<EditRegular />} onClick={onContinue}>
            {t('requests.continue')}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={<SaveRegular />}
            disabled={exportEml.pending}
            onClick={() => void save()}
          >
            {t('requests.exportAgain')}
          </Button>
        )}
        <Button icon={<CopyRegular />} onClick={() => void copyRich()}>
          {t('wizard.review.copyRich')}
        </Button>
        <StepMenu requests={[request]} />
        <RemindMenu requests={[request]} />
        <KitMenu mail={request} requestIdOf={() => Promise.resolve(request.id)} />
        {isDraft && (
          <Button appearance="subtle" icon={<DeleteRegular />} onClick={() => void drop()}>
            {t('requests.discard')}
          </Button>
        )}
      </div>
      {error !== undefined && error !== null && <Problem error={error} />}
      {saved !== null && <SavedBar saved={saved} />}
    </>
  )
}

function SavedBar({ saved }: { readonly saved: CommandOutput<'request.export'> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const reveal = useCommand('file.reveal')
  const { fileHandle } = saved
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody className={styles.bar}>
        {t('wizard.review.savedTitle', { fileName: saved.fileName })}
      </MessageBarBody>
      {fileHandle !== null && (
        <MessageBarActions>
          <Button icon={<FolderOpenRegular />} onClick={() => void reveal.run({ fileHandle })}>
            {t('wizard.review.reveal')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
