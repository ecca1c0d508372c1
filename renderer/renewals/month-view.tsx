import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/domain/civil-date.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, minWidth: '144px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  table: {
    flex: 1,
    width: '100%',
    minHeight: '300px',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
  },
  weekday: {
    height: '24px',
    textAlign: 'start',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  cell: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: 0, verticalAlign: 'top' },
  off: { backgroundColor: tokens.colorNeutralBackground2 },
  day: {
    width: '100%',
    height: '100%',
    minHeight: '52px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalXS,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    overflow: 'hidden',
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  number: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  today: {
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorBrandForeground1,
    textDecorationLine: 'underline',
  },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    maxWidth: '100%',
  },
  high: { color: tokens.colorStatusDangerForeground2, fontSize: tokens.fontSizeBase200 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

type MonthViewProps = { readonly today: string; readonly onDay: (date: string) => void }

/** One month as a calendar sheet: what ends on each day, and which days are not worked. */
export function MonthView({ today, onDay }: MonthViewProps) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const account = useAccountParam()
  const [month, setMonth] = useState(today.slice(0, 7))
  const { value, error } = useView('renewal.month', { ...account, ...useAsOfParam(), month })
  const title = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const name = title.format(new Date(`${month}-15T00:00:00Z`))
  const days = value?.days ?? []
  // Weeks begin on Monday, as they do for those who work by this calendar.
  const lead = days[0] === undefined ? 0 : (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks = Math.ceil((lead + days.length) / 7)

  return (
    <section className={styles.root} aria-label={t('renewals.calendar.label', { month: name })}>
      {error !== undefined && <Problem error={error} canRetry />}
      <div className={styles.head}>
        <Tooltip content={t('renewals.calendar.earlier')} relationship="label">
          <Button
            appearance="subtle"
            icon={<ChevronLeftRegular />}
            onClick={() => setMonth(addDays(`${month}-01`, -1).slice(0, 7))}
          />
        </Tooltip>
        <Text as="h2" size={400} weight="semibold" className={styles.title} aria-live="polite">
          {name}
        </Text>
        <Tooltip content={t('renewals.calendar.later')} relationship="label">
          <Button
            appearance="subtle"
            icon={<ChevronRightRegular />}
            onClick={() => setMonth(addDays(`${month}-28`, 4).slice(0, 7))}
          />
        </Tooltip>
        <Button onClick={() => setMonth(today.slice(0, 7))}>{t('renewals.calendar.today')}</Button>
        {value?.areHolidaysKnown === false && (
          <Text size={200} className={styles.quiet}>
            {t('renewals.calendar.unknownHolidays')}
          </Text>
        )}
      </div>
      <table className={styles.table} aria-label={t('renewals.calendar.label', { month: name })}>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, index) => (
              <th key={index} scope="col" className={styles.weekday}>
                {weekday.format(new Date(Date.UTC(2024, 0, 1 + index)))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: weeks }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (__, index) => {
                const day = days[week * 7 + index - lead]
                return day === undefined ? (
                  <td key={index} className={styles.cell} />
                ) : (
                  <td key={index} className={mergeClasses(styles.cell, !day.isWorked && styles.off)}>
                    <Day
                      day={day}
                      isToday={day.date === today}
                      seats={t('renewals.calendar.seats', { seats: format.number(day.seats) })}
                      onDay={onDay}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type DayProps = {
  readonly day: {
    readonly date: string
    readonly renewals: number
    readonly seats: number
    readonly high: number
    readonly isWorked: boolean
  }
  readonly isToday: boolean
  readonly seats: string
  readonly onDay: (date: string) => void
}

function Day({ day, isToday, seats, onDay }: DayProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const number = (
    <span className={mergeClasses(styles.number, isToday && styles.today)}>
      {Number(day.date.slice(8))}
      {!day.isWorked && <span className={styles.hidden}>{t('renewals.calendar.off')}</span>}
    </span>
  )
  if (day.renewals === 0) {
    return <div className={styles.day}>{number}</div>
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.day, styles.button)}
      title={t('renewals.calendar.day', { date: day.date, count: day.renewals, seats: day.seats })}
      onClick={() => onDay(day.date)}
    >
      {number}
      <span className={styles.count}>{t('renewals.count', { count: day.renewals })}</span>
      <span className={styles.number}>{seats}</span>
      {day.high > 0 && (
        <span className={styles.high}>{t('renewals.calendar.high', { count: day.high })}</span>
      )}
    </button>
  )
}
