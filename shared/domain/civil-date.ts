/** A civil date is a `YYYY-MM-DD` string: no zone, no time, and so nothing that could shift it. */
export type CivilDate = string

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Makes a civil date of its parts, or `null` when the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && isLeap ? 29 : daysInMonth[month - 1]
  if (!Number.isInteger(year) || year < 1900 || year > 9999 || last === undefined || day < 1 || day > last) {
    return null
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Says whether a text is a civil date of the calendar. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    return false
  }
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Far-away dates such as `9999-12-10` are the source's way to say "no end date" (domain 0.15). */
export function isNoEndDate(date: CivilDate): boolean {
  return date >= '9000-01-01'
}

/** Today's civil date where the user is, from an instant and the zone's offset the runtime knows. */
export function civilDateOf(instant: Date): CivilDate {
  const month = String(instant.getMonth() + 1).padStart(2, '0')
  return `${String(instant.getFullYear()).padStart(4, '0')}-${month}-${String(instant.getDate()).padStart(2, '0')}`
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The civil date some days later, or earlier for a negative number; stops at the years 0000 and 9999. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const at = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000
  return new Date(Math.min(Math.max(at, firstDay), lastDay)).toISOString().slice(0, 10)
}

const firstDay = Date.parse('0000-01-01T00:00:00Z')
const lastDay = Date.parse('9999-12-31T00:00:00Z')
