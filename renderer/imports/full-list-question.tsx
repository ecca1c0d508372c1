import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/state/use-command.ts'
import type { Staged } from './staged.ts'

/** Asks whether a file lists everything: only then does what is missing from it mean anything. */
export function FullListQuestion({ staged }: { readonly staged: Staged }) {
  const { t } = useTranslation()
  const declare = useCommand('import.declare')
  const say = (isFullList: boolean) => void declare.run({ previewId: staged.previewId, isFullList })
  return (
    <MessageBar intent="info">
      <MessageBarBody>
        <MessageBarTitle>{t(`importFlow.changes.fullListQuestion.${staged.listKind}`)}</MessageBarTitle>{' '}
        {t('importFlow.changes.fullListHint')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => say(true)} disabled={declare.pending}>
          {t('importFlow.changes.fullListYes')}
        </Button>
        <Button onClick={() => say(false)} disabled={declare.pending}>
          {t('importFlow.changes.fullListNo')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
