import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from './format.ts'

const useStyles = makeStyles({
  root: { position: 'relative', display: 'flex', flexDirection: 'column' },
  plot: {
    flex: 1,
    display: 'grid',
    columnGap: tokens.spacingHorizontalXXS,
    '@media (min-width: 640px)': { columnGap: tokens.spacingHorizontalXS },
    // Where the months have no room to be hit and read, they go sideways.
    overflowX: 'auto',
    overflowY: 'hidden',
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
})

/** One month of a plot: its bar as it is drawn, the same in words, and its numbers for the table behind. */
export type MonthBar = {
  /** `YYYY-MM`. */
  readonly month: string
  readonly label: string
  readonly isEmpty: boolean
  readonly bar: ReactNode
  readonly values: readonly number[]
}

type MonthBarsProps = {
  readonly months: readonly MonthBar[]
  /** What the plot shows; the caption of its table, which reads it to whoever cannot see it. */
  readonly title: string
  readonly labelledBy: string
  readonly monthTitle: string
  readonly valueTitles: readonly string[]
  readonly className: string
  readonly onMonth: (month: string) => void
}

/** Bars by month, each a button that leads to what it counts, and the same numbers as a table. */
export function MonthBars({ months, className, onMonth, ...texts }: MonthBarsProps) {
  const { i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const names = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' }),
    [i18n.language],
  )
  return (
    <div className={mergeClasses(styles.root, className)}>
      <ul
        className={styles.plot}
        style={{ gridTemplateColumns: `repeat(${months.length}, minmax(28px, 1fr))` }}
        data-sideways
        aria-labelledby={texts.labelledBy}
      >
        {months.map(({ month, label, isEmpty, bar }, index) => (
          <li key={month} className={styles.slot}>
            <button
              type="button"
              className={styles.bar}
              disabled={isEmpty}
              title={label}
              onClick={() => onMonth(month)}
            >
              <span className={styles.hidden}>{label}</span>
              {bar}
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
      <div className={styles.hidden}>
        <table>
          <caption>{texts.title}</caption>
          <thead>
            <tr>
              {[texts.monthTitle, ...texts.valueTitles].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, values }) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                {values.map((value, at) => (
                  <td key={texts.valueTitles[at]}>{format.number(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
