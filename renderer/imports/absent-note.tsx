import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/state/use-command.ts'
import type { Staged } from './staged.ts'

const useStyles = makeStyles({
  bar: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
})

type AbsentNoteProps = { readonly staged: Staged; readonly onShowRejected: () => void }

/** Says what follows from records that a file does not list, and lets the user decide otherwise. */
export function AbsentNote({ staged, onShowRejected }: AbsentNoteProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const declare = useCommand('import.declare')
  const { previewId, isFullList, ignoresUnnamed, unnamedCount: count } = staged
  const isUnsure = isFullList === true && count > 0
  const say = (answer: { readonly isFullList: boolean; readonly ignoresUnnamed?: boolean }) => () =>
    void declare.run({ previewId, ...answer })

  return isFullList === null ? null : (
    <div className={styles.bar}>
      <MessageBar intent={isUnsure ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>{sayWhatFollows()}</MessageBarBody>
        <MessageBarActions>
          {isUnsure && (
            <>
              <Button
                onClick={say({ isFullList, ignoresUnnamed: !ignoresUnnamed })}
                disabled={declare.pending}
              >
                {t(`importFlow.changes.${ignoresUnnamed ? 'markNot' : 'markAnyhow'}`)}
              </Button>
              <Button onClick={onShowRejected}>{t('importFlow.changes.showRejected')}</Button>
            </>
          )}
          <Button onClick={say({ isFullList: !isFullList })} disabled={declare.pending}>
            {t('importFlow.changes.changeAnswer')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )

  function sayWhatFollows(): string {
    if (isFullList !== true) {
      return t('importFlow.changes.isPart')
    }
    if (staged.identity.open + staged.identity.leftOut > 0) {
      return t('importIdentity.isPart')
    }
    return count === 0
      ? t('importFlow.changes.isFull')
      : t(`importFlow.changes.${ignoresUnnamed ? 'isFullDespite' : 'unnamed'}`, { count })
  }
}
