import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '#shared/domain/outcome.ts'
import { outcomeText, type Say } from '#shared/domain/outcome-text.ts'
import { ruleSources } from '#shared/domain/outcome-rules.ts'
import type { ViewValue } from '#shared/protocol.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  sentence: { textWrap: 'pretty', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty', overflowWrap: 'anywhere' },
  safe: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  clock: { fontVariantNumeric: 'tabular-nums' },
})

/** Says what happens to a subscription if nobody acts, in the window's language. */
export function useOutcomeText(): (outcome: Outcome, seats: number | null) => string {
  const { t } = useTranslation()
  return useCallback((outcome, seats) => outcomeText(outcome, seats, t as unknown as Say), [t])
}

type OutcomeSentenceProps = { readonly outcome: Outcome; readonly seats: number | null }

/** The sentence with the document it rests on. */
export function OutcomeSentence({ outcome, seats }: OutcomeSentenceProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const say = useOutcomeText()
  return (
    <div className={styles.root}>
      <Text className={styles.sentence}>{say(outcome, seats)}</Text>
      {outcome.source !== null && (
        <Text size={200} className={styles.quiet}>
          {t('renewals.source', ruleSources[outcome.source])}
        </Text>
      )}
    </div>
  )
}

type DeadlineFactsProps = { readonly deadline: NonNullable<ViewValue<'subscription.detail'>['deadline']> }

/** The end of a term on two clocks, and the last day that is safe. */
export function DeadlineFacts({ deadline }: DeadlineFactsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { zone } = deadline
  const zoneName = zone === 'Asia/Shanghai' ? t('renewals.zones.beijing') : zone
  return (
    <div className={styles.root}>
      <Text className={styles.safe}>{t('renewals.deadline.lastSafe', { date: deadline.lastSafeDay })}</Text>
      <Text className={styles.clock}>
        {t('renewals.deadline.local', { time: deadline.local, zone: zoneName })}
      </Text>
      <Text className={styles.clock}>{t('renewals.deadline.utc', { time: deadline.utc })}</Text>
      <Text size={200} className={styles.quiet}>
        {t(deadline.isDayIncluded ? 'renewals.deadline.included' : 'renewals.deadline.notIncluded')}
        {!deadline.areHolidaysKnown && (
          <>
            {t('common.sentenceGap')}
            {t('renewals.deadline.unknownHolidays')}
          </>
        )}
      </Text>
    </div>
  )
}
