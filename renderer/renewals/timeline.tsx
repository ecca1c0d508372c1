import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'

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
  swatch: { width: '12px', height: '12px', borderRadius: tokens.borderRadiusSmall, flexShrink: 0 },
  plot: {
    flex: 1,
    minHeight: '260px',
    display: 'grid',
    gridTemplateColumns: 'repeat(18, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalXS,
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
  renews: { backgroundColor: tokens.colorBrandBackground },
  ends: { backgroundColor: tokens.colorStatusWarningBackground3 },
  unstated: { backgroundColor: tokens.colorNeutralForeground4 },
  count: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
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
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  around: { position: 'relative', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
})

type Month = ViewValue<'renewal.summary'>['months'][number]
const parts = ['renews', 'ends', 'unstated'] as const

type TimelineProps = {
  readonly months: readonly Month[]
  readonly onMonth: (month: string) => void
}

/** A year and a half of ends, in seats stacked by auto-renew; a bar shows its renewals in the worklist. */
export function Timeline({ months, onMonth }: TimelineProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const seatsOf = (month: Month) => parts.reduce((sum, part) => sum + month[part].seats, 0)
  const countOf = (month: Month) => parts.reduce((sum, part) => sum + month[part].renewals, 0)
  const most = Math.max(1, ...months.map(seatsOf))
  const names = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' })

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
      <div className={styles.around}>
        <ul className={styles.plot} aria-labelledby="renewal-timeline">
          {months.map((each, index) => {
            const { month } = each
            const seats = seatsOf(each)
            const count = countOf(each)
            const label = t('renewals.timeline.bar', {
              month,
              count,
              seats: format.number(seats),
              renews: format.number(each.renews.seats),
              ends: format.number(each.ends.seats),
              unstated: format.number(each.unstated.seats),
            })
            return (
              <li key={month} className={styles.slot}>
                <button
                  type="button"
                  className={styles.bar}
                  disabled={count === 0}
                  title={label}
                  onClick={() => onMonth(month)}
                >
                  <span className={styles.hidden}>{label}</span>
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
                  <span aria-hidden className={styles.month}>
                    {names.format(new Date(`${month}-15T00:00:00Z`))}
                    <span className={styles.year}>
                      {index === 0 || month.endsWith('-01') ? month.slice(0, 4) : '\u00A0'}
                    </span>
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
        <table className={styles.hidden}>
          <caption>{t('renewals.timeline.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('renewals.timeline.month')}</th>
              <th scope="col">{t('renewals.timeline.renewals')}</th>
              {parts.map((part) => (
                <th key={part} scope="col">
                  {t(`renewals.timeline.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((each) => (
              <tr key={each.month}>
                <th scope="row">{each.month}</th>
                <td>{format.number(countOf(each))}</td>
                {parts.map((part) => (
                  <td key={part}>{format.number(each[part].seats)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
