import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { MonthBars } from '#renderer/parts/month-bars.tsx'
import { useHomeStyles } from './home-styles.ts'

const useStyles = makeStyles({
  plot: { height: '176px' },
  column: {
    display: 'block',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  none: { backgroundColor: tokens.colorNeutralStroke2 },
  count: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

type EndsPlotProps = {
  readonly months: ViewValue<'home.attention'>['endsByMonth']
  readonly onMonth: (month: string) => void
}

const tallest = 108

/** The subscriptions that end in each of the next twelve months; a bar opens its list. */
export function EndsPlot({ months, onMonth }: EndsPlotProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const home = useHomeStyles()
  const format = useFormat()
  const most = Math.max(1, ...months.map(({ subscriptions }) => subscriptions))

  return (
    <section className={home.card} aria-labelledby="home-plot">
      <div className={home.head}>
        <Text as="h2" size={400} weight="semibold" id="home-plot" className={home.heading}>
          {t('desk.home.plot')}
        </Text>
        <Text size={200} className={home.quiet}>
          {t('desk.home.plotHint')}
        </Text>
      </div>
      <MonthBars
        className={styles.plot}
        title={t('desk.home.plot')}
        labelledBy="home-plot"
        monthTitle={t('desk.home.month')}
        valueTitles={[t('desk.palette.subscriptions'), t('desk.home.seats')]}
        onMonth={onMonth}
        months={months.map(({ month, subscriptions, seats }) => ({
          month,
          label: t('desk.home.bar', { month, count: subscriptions, seats: format.number(seats) }),
          isEmpty: subscriptions === 0,
          values: [subscriptions, seats],
          bar: (
            <>
              <span aria-hidden className={styles.count}>
                {subscriptions === 0 ? '' : format.number(subscriptions)}
              </span>
              <span
                className={subscriptions === 0 ? styles.none : styles.column}
                style={{ height: subscriptions === 0 ? 1 : Math.max(4, (subscriptions / most) * tallest) }}
              />
            </>
          ),
        }))}
      />
    </section>
  )
}
