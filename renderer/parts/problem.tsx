import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { errorFacts } from '#shared/locales/en-errors.ts'
import type { ErrorCode, WireError } from '#shared/protocol.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'

const useStyles = makeStyles({
  screen: { padding: `0 ${tokens.spacingHorizontalL}` },
  body: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  fact: { display: 'contents' },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
})

type ProblemProps = {
  readonly error: { readonly code: ErrorCode; readonly data: WireError['data'] }
  readonly title?: string
  /** A further sentence. */
  readonly note?: string
  /** Says that it stands where something could not be read, which can be asked for again. */
  readonly canRetry?: boolean
}

/** A refusal in the user's language: what happened, to what, and what to do about it. */
export function Problem({ error, title, note, canRetry = false }: ProblemProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const facts = useErrorFacts(error.data)
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.body}>
        {title !== undefined && (
          <>
            <MessageBarTitle>{title}</MessageBarTitle>
            <br />
          </>
        )}
        {[t(`errors.${error.code}`), t(`errorActions.${error.code}`), note ?? '']
          .filter((sentence) => sentence !== '')
          .join(t('common.sentenceGap'))}
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name} className={styles.fact}>
                <dt>{name}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </MessageBarBody>
      {/* What is refused for a reason would be refused again. */}
      {canRetry && error.code === 'INTERNAL' && (
        <MessageBarActions>
          <Retry />
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

/** What stands below the header of a list that could not be read. */
export function ScreenProblem({ error }: Pick<ProblemProps, 'error'>) {
  const styles = useStyles()
  return (
    <div className={styles.screen}>
      <Problem error={error} canRetry />
    </div>
  )
}

/** Draws the screen anew, which asks main again for all it shows. */
function Retry() {
  const { t } = useTranslation()
  const attempt = useUi((state) => state.attempt)
  const { set } = useUiActions()
  return <Button onClick={() => set('attempt', attempt + 1)}>{t('common.tryAgain')}</Button>
}

/** The small facts an error carries, in words; facts nobody needs to see are left out. */
function useErrorFacts(data: WireError['data']): readonly (readonly [string, string])[] {
  const { t, i18n } = useTranslation()
  const facts: (readonly [string, string])[] = []
  const kind = data['kind']
  if (typeof kind === 'string' && i18n.exists(`errorFacts.kinds.${kind}`)) {
    facts.push([t('errorFacts.kind'), t(`errorFacts.kinds.${kind as keyof typeof errorFacts.kinds}`)])
  }
  for (const name of ['fileName', 'columns', 'line', 'column', 'limit', 'offset', 'reference'] as const) {
    const value = data[name]
    const text = Array.isArray(value)
      ? value.join(', ')
      : value === undefined || value === null
        ? ''
        : String(value)
    if (text !== '' && text !== '0') {
      facts.push([t(`errorFacts.${name}`), text])
    }
  }
  return facts
}
