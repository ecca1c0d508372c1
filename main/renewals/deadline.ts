import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { ProductKind } from '#shared/domain/product-kind.ts'
import type { WorkingDays } from '#shared/domain/working-days.ts'

/** Nobody can be relied on after this hour of a working day. */
const closingHour = 18

/** An end date as an instant, on two clocks, with the last day that is safe to act on. */
export type Deadline = {
  /** `YYYY-MM-DD HH:mm` in UTC. */
  readonly utc: string
  /** The same instant on the clock of the chosen zone. */
  readonly local: string
  readonly zone: string
  /** The last working day whose closing hour in the zone is not after the deadline. */
  readonly lastSafeDay: CivilDate
  /** `false` where the published holidays do not reach that day, so that only weekends are known. */
  readonly areHolidaysKnown: boolean
  /** New commerce end dates include their day; of all others the documents say no, or nothing: then the day's start counts. */
  readonly isDayIncluded: boolean
}

/**
 * The instant a term ends. The sources give UTC dates: new commerce ones include the day, legacy ones do not (domain
 * 3.4, L4); where the kind is unknown the earlier moment is the safe one.
 */
export function deadlineOf(
  endDate: CivilDate,
  product: ProductKind,
  zone: string,
  workingDays: WorkingDays,
): Deadline {
  const isDayIncluded = product === 'new-commerce'
  const day = Temporal.PlainDate.from(endDate).toZonedDateTime('UTC')
  const instant = isDayIncluded ? day.add({ hours: 23, minutes: 59 }) : day
  const local = instant.withTimeZone(zone)
  const closing = local.hour >= closingHour ? 0 : -1
  const last = workingDays.lastUpTo(addDays(local.toPlainDate().toString(), closing))
  return {
    utc: clock(instant),
    local: clock(local),
    zone,
    lastSafeDay: last.date,
    areHolidaysKnown: last.areHolidaysKnown,
    isDayIncluded,
  }
}

function clock(at: Temporal.ZonedDateTime): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.toPlainDate().toString()} ${two(at.hour)}:${two(at.minute)}`
}
