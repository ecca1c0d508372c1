import type { CivilDate } from './civil-date.ts'
import { addDays } from './civil-date.ts'

/** Stretches of the calendar that move with today: weeks from Monday (ISO 8601), calendar quarters and years. */
export const periods = [
  'yesterday',
  'today',
  'tomorrow',
  'last-week',
  'this-week',
  'next-week',
  'last-month',
  'this-month',
  'next-month',
  'last-quarter',
  'this-quarter',
  'next-quarter',
  'last-year',
  'this-year',
  'next-year',
] as const
export type Period = (typeof periods)[number]

/** The first and the last day of a period, both in it. */
export function periodRange(period: Period, today: CivilDate): readonly [from: CivilDate, to: CivilDate] {
  switch (period) {
    case 'yesterday':
      return [addDays(today, -1), addDays(today, -1)]
    case 'today':
      return [today, today]
    case 'tomorrow':
      return [addDays(today, 1), addDays(today, 1)]
    case 'last-week':
      return week(today, -1)
    case 'this-week':
      return week(today, 0)
    case 'next-week':
      return week(today, 1)
    case 'last-month':
      return months(today, 1, -1)
    case 'this-month':
      return months(today, 1, 0)
    case 'next-month':
      return months(today, 1, 1)
    case 'last-quarter':
      return months(today, 3, -1)
    case 'this-quarter':
      return months(today, 3, 0)
    case 'next-quarter':
      return months(today, 3, 1)
    case 'last-year':
      return months(today, 12, -1)
    case 'this-year':
      return months(today, 12, 0)
    case 'next-year':
      return months(today, 12, 1)
  }
}

function week(today: CivilDate, shift: number): readonly [CivilDate, CivilDate] {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(today, 7 * shift - sinceMonday)
  return [monday, addDays(monday, 6)]
}

/** The stretch of `length` months today is in, counted from January, moved by `shift` of its like. */
function months(today: CivilDate, length: number, shift: number): readonly [CivilDate, CivilDate] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const first = year * 12 + Math.floor((month - 1) / length) * length + shift * length
  return [firstOfMonth(first), addDays(firstOfMonth(first + length), -1)]
}

/** The first day of a month counted from the year 0. */
function firstOfMonth(count: number): CivilDate {
  const year = String(Math.floor(count / 12)).padStart(4, '0')
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}-01`
}
