import type { CivilDate } from './civil-date.ts'
import { addDays } from './civil-date.ts'

/** A calendar's exceptions from Monday to Friday: days off, and weekend days worked in exchange. */
export type Holidays = {
  readonly daysOff: ReadonlySet<CivilDate>
  readonly workedWeekends: ReadonlySet<CivilDate>
  /** The years for which the exceptions are published, oldest first. */
  readonly years: readonly number[]
}

/** Knows which days are worked. */
export type WorkingDays = {
  readonly isWorked: (date: CivilDate) => boolean
  /** The latest working day that is not after a date. */
  readonly lastUpTo: (date: CivilDate) => { readonly date: CivilDate; readonly areHolidaysKnown: boolean }
}

/** Working days by a country's calendar, or by weekends alone where the user wants that (`null`). */
export function createWorkingDays(holidays: Holidays | null): WorkingDays {
  const isWorked = (date: CivilDate): boolean => {
    if (holidays?.workedWeekends.has(date) === true) {
      return true
    }
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6 && holidays?.daysOff.has(date) !== true
  }
  return {
    isWorked,
    lastUpTo: (date) => {
      let day = date
      while (!isWorked(day)) {
        day = addDays(day, -1)
      }
      // The years between both must be known: a holiday nobody has published yet may lie there.
      const years = [Number(day.slice(0, 4)), Number(date.slice(0, 4))]
      return {
        date: day,
        areHolidaysKnown: holidays !== null && years.every((year) => holidays.years.includes(year)),
      }
    },
  }
}
