import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { MonthBars } from '#renderer/parts/month-bars.tsx'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalM },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    flexShrink: 0,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  plot: { flex: 1, minHeight: '260px' },
  column: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    justifyContent: 'flex-end',
  },
  stack: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    gap: '1px',
  },
  part: { minHeight: '2px', '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  // Where the system's colours are forced, three fillings take the place of three colours.
  renews: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  ends: {
    backgroundColor: tokens.colorStatusWarningBackground3,
    '@media (forced-colors: active)': {
      backgroundImage: 'repeating-linear-gradient(45deg, CanvasText 0 2px, Canvas 2px 6px)',
      forcedColorAdjust: 'none',
    },
  },
  unstated: {
    backgroundColor: tokens.colorNeutralForeground4,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', forcedColorAdjust: 'none' },
  },
  count: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

type Month = ViewValue<'renewal.summary'>['months'][number]
const parts = ['renews', 'ends', 'unstated'] as const

type TimelineProps = {
  readonly months: readonly Month[]
  readonly onMonth: (month: string) => void
}

/** A year and a half of ends, in seats stacked by auto-renew; a bar shows its renewals in the worklist. */
export function Timeline({ months, onMonth }: TimelineProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const seatsOf = (month: Month) => parts.reduce((sum, part) => sum + month[part].seats, 0)
  const countOf = (month: Month) => parts.reduce((sum, part) => sum + month[part].renewals, 0)
  const most = Math.max(1, ...months.map(seatsOf))

  return (
    <section className={styles.root} aria-labelledby="renewal-timeline">
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" id="renewal-timeline" className={styles.heading}>
          {t('renewals.timeline.title')}
        </Text>
        <Text size={200} className={styles.quiet}>
          {t('renewals.timeline.hint')}
        </Text>
        <ul className={styles.legend}>
          {parts.map((part) => (
            <li key={part} className={styles.key}>
              <span aria-hidden className={mergeClasses(styles.swatch, styles[part])} />
              {t(`renewals.timeline.${part}`)}
            </li>
          ))}
        </ul>
      </div>
      <MonthBars
        className={styles.plot}
        title={t('renewals.timeline.title')}
        labelledBy="renewal-timeline"
        monthTitle={t('renewals.timeline.month')}
        valueTitles={[
          t('renewals.timeline.renewals'),
          ...parts.map((part) => t(`renewals.timeline.${part}`)),
        ]}
        onMonth={onMonth}
        months={months.map((each) => {
          const seats = seatsOf(each)
          const count = countOf(each)
          return {
            month: each.month,
            label: t('renewals.timeline.bar', {
              month: each.month,
              count,
              seats: format.number(seats),
              renews: format.number(each.renews.seats),
              ends: format.number(each.ends.seats),
              unstated: format.number(each.unstated.seats),
            }),
            isEmpty: count === 0,
            values: [count, ...parts.map((part) => each[part].seats)],
            bar: (
              <span aria-hidden className={styles.column}>
                <span className={styles.count}>{seats === 0 ? '' : format.number(seats)}</span>
                <span className={styles.stack} style={{ height: `${(seats / most) * 90}%` }}>
                  {parts
                    .filter((part) => each[part].seats > 0)
                    .map((part) => (
                      <span
                        key={part}
                        className={mergeClasses(styles.part, styles[part])}
                        style={{ flexGrow: each[part].seats }}
                      />
                    ))}
                </span>
              </span>
            ),
          }
        })}
      />
    </section>
  )
}
