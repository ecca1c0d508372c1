import type { CivilDate } from '#shared/domain/civil-date.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The civil date a moment (in milliseconds) has in a time zone (its IANA name), by the zone's rules of that day. */
export function civilDateIn(moment: number, timeZone: string): CivilDate {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const part: { [type: string]: string } = {}
  for (const { type, value } of format.formatToParts(moment)) {
    part[type] = value
  }
  return `${(part['year'] ?? '').padStart(4, '0')}-${part['month']}-${part['day']}`
}

/** The zone the system is set to: its IANA name, or today's offset where it has none that Intl knows. */
export function systemTimeZone(): string {
  const name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (name !== undefined && name !== 'Etc/Unknown') {
    return name
  }
  const minutes = -new Date().getTimezoneOffset()
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/**
 * Makes SQL's `day_in(instant, zone)`; `null` for what is no instant. The times of imports repeat a million times: each
 * is worked out once.
 */
export function createDayIn(): (instant: unknown, timeZone: unknown) => CivilDate | null {
  const zones = new Map<string, Map<string, CivilDate>>()
  return (instant, timeZone) => {
    if (typeof instant !== 'string' || typeof timeZone !== 'string') {
      return null
    }
    const days = zones.get(timeZone) ?? new Map<string, CivilDate>()
    zones.set(timeZone, days)
    const known = days.get(instant)
    if (known !== undefined) {
      return known
    }
    const moment = Date.parse(instant)
    if (Number.isNaN(moment)) {
      return null
    }
    const day = civilDateIn(moment, timeZone)
    if (days.size >= 50_000) {
      days.clear()
    }
    days.set(instant, day)
    return day
  }
}
