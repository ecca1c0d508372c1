import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#shared/domain/civil-date.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'

type Subscription = ViewValue<'subscription.list'>['rows'][number]

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '3px', minWidth: 0 },
  words: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', flexWrap: 'wrap' },
  stacked: { flexDirection: 'column' },
  days: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  soon: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  track: {
    height: '3px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  bar: {
    display: 'block',
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  barSoon: { backgroundColor: tokens.colorStatusWarningBackground3 },
  barEnded: { backgroundColor: tokens.colorNeutralForegroundDisabled },
})

type TermProps = { readonly subscription: Subscription; readonly isStacked: boolean }

/** When a subscription ends: the date, the days left in words, and how much of the term has passed as a thin bar. */
export function Term({ subscription, isStacked }: TermProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { startDate, endDate, endDateRaw } = subscription
  if (endDate === null) {
    return (
      <span className={styles.quiet}>
        {t(endDateRaw === null || endDateRaw === '' ? 'subscriptions.endNotStated' : 'subscriptions.noEnd')}
      </span>
    )
  }
  const left = format.daysTo(endDate)
  const length = startDate === null ? 0 : daysBetween(startDate, endDate)
  const passed = length <= 0 ? null : Math.min(1, Math.max(0, (length - left) / length))
  const distance = left < 0 ? t('subscriptions.ended', { count: -left }) : format.relative(endDate)
  const isSoon = left >= 0 && left <= 30
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.words, isStacked && styles.stacked)}>
        <span>{endDate}</span>
        <span className={mergeClasses(styles.days, isSoon && styles.soon)} title={distance}>
          {distance}
        </span>
      </span>
      {passed !== null && (
        <span
          className={styles.track}
          role="img"
          aria-label={t('subscriptions.term', { percent: Math.round(passed * 100) })}
        >
          <span
            className={mergeClasses(styles.bar, isSoon && styles.barSoon, left < 0 && styles.barEnded)}
            style={{ width: `${passed * 100}%` }}
          />
        </span>
      )}
    </span>
  )
}
