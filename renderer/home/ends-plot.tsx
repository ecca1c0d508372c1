import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useHomeStyles } from './home-styles.ts'

const useStyles = makeStyles({
  plot: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
    height: '176px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  slot: { display: 'flex', minWidth: 0 },
  bar: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXXS,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
    cursor: 'pointer',
    ':hover:enabled': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground3 },
  },
  column: {
    display: 'block',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  none: { backgroundColor: tokens.colorNeutralStroke2 },
  month: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingTop: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  year: { display: 'block', color: tokens.colorNeutralForeground3 },
  count: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  around: { position: 'relative' },
})

type EndsPlotProps = {
  readonly months: ViewValue<'home.attention'>['endsByMonth']
  readonly onMonth: (month: string) => void
}

const tallest = 108

/** The subscriptions that end in each of the next twelve months; a bar opens its list. */
export function EndsPlot({ months, onMonth }: EndsPlotProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const home = useHomeStyles()
  const format = useFormat()
  const most = Math.max(1, ...months.map(({ subscriptions }) => subscriptions))
  const names = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' }),
    [i18n.language],
  )

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
      <div className={styles.around}>
        <ul className={styles.plot} aria-labelledby="home-plot">
          {months.map(({ month, subscriptions, seats }, index) => (
            <li key={month} className={styles.slot}>
              <button
                type="button"
                className={styles.bar}
                disabled={subscriptions === 0}
                title={t('desk.home.bar', { month, count: subscriptions, seats: format.number(seats) })}
                onClick={() => onMonth(month)}
              >
                <span className={styles.hidden}>
                  {t('desk.home.bar', { month, count: subscriptions, seats: format.number(seats) })}
                </span>
                <span aria-hidden className={styles.count}>
                  {subscriptions === 0 ? '' : format.number(subscriptions)}
                </span>
                <span
                  className={subscriptions === 0 ? styles.none : styles.column}
                  style={{ height: subscriptions === 0 ? 1 : Math.max(4, (subscriptions / most) * tallest) }}
                />
                <span aria-hidden className={styles.month}>
                  {names.format(new Date(`${month}-15T00:00:00Z`))}
                  <span className={styles.year}>
                    {index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '\u00A0'}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <table className={styles.hidden}>
          <caption>{t('desk.home.plot')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.home.month')}</th>
              <th scope="col">{t('desk.palette.subscriptions')}</th>
              <th scope="col">{t('desk.home.seats')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, subscriptions, seats }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{format.number(subscriptions)}</td>
                <td>{format.number(seats)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
