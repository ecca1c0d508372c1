import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Holidays } from '#shared/domain/working-days.ts'

/**
 * The public holidays of mainland China as the State Council publishes them each autumn for the next year, out of the
 * package chinese-days; later years are not guessed.
 */
export const mainlandHolidays: Holidays = {
  daysOff: new Set(Object.keys(calendar.holidays)),
  workedWeekends: new Set(Object.keys(calendar.workdays)),
  years: [...new Set(Object.keys(calendar.holidays).map((date) => Number(date.slice(0, 4))))].toSorted(
    (a, b) => a - b,
  ),
}
