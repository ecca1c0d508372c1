import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle20Regular } from '@fluentui/react-icons/svg/circle'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useTranslation } from 'react-i18next'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { useHomeStyles } from './home-styles.ts'

const useStyles = makeStyles({
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
  },
  words: { flex: 1, minWidth: 0 },
  done: { color: tokens.colorNeutralForeground3 },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  open: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

type GuideCardProps = {
  readonly onAccount: () => void
  readonly onImport: () => void
  readonly onRequest: () => void
}

/** The way from nothing to the first invitation, until it has been handed over or the user hides it. */
export function GuideCard({ onAccount, onImport, onRequest }: GuideCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const home = useHomeStyles()
  const { accounts } = useScope()
  const { set } = useUiActions()
  const handedOver = useView('request.list', {
    filter: { match: 'all', conditions: [{ column: 'state', operator: 'any-of', value: ['exported'] }] },
    limit: 100,
  }).value
  const own = accounts.filter((account) => !account.isSample)
  const steps = [
    ['account', own.some((account) => account.link !== null), onAccount],
    ['import', own.some((account) => account.customerCount > 0), onImport],
    ['invitation', handedOver?.rows.some((row) => !row.isSample) === true, onRequest],
  ] as const
  const done = steps.filter(([, isDone]) => isDone).length
  const next = steps.find(([, isDone]) => !isDone)?.[0]

  if (handedOver === undefined || steps[2][1]) {
    return null
  }
  return (
    <section className={home.card} aria-labelledby="home-guide">
      <div className={home.head}>
        <Text as="h2" size={400} weight="semibold" id="home-guide" className={home.heading}>
          {t('desk.guide.title')}
        </Text>
        <Text size={200} className={home.quiet}>
          {t('desk.guide.progress', { done, total: steps.length })}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t('desk.guide.dismiss')}
          title={t('desk.guide.dismiss')}
          onClick={() => set('isGuideDismissed', true)}
        />
      </div>
      <ol className={home.list}>
        {steps.map(([step, isDone, run]) => (
          <li key={step} className={styles.step}>
            {isDone ? (
              <CheckmarkCircle20Filled aria-hidden className={styles.tick} />
            ) : (
              <Circle20Regular aria-hidden className={styles.open} />
            )}
            <span className={mergeClasses(styles.words, isDone && styles.done)}>
              {t(`desk.guide.${step}`)}
              {isDone && <span className={styles.hidden}>{` (${t('desk.guide.done')})`}</span>}
            </span>
            {!isDone && (
              <Button size="small" appearance={step === next ? 'primary' : 'secondary'} onClick={run}>
                {t(`desk.guide.${step}Action`)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
