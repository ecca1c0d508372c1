import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { addDays, civilDate, civilDateOf, daysBetween } from '#shared/domain/civil-date.ts'
import { deadlineOf } from '#main/renewals/deadline.ts'
import { productKinds } from '#shared/domain/product-kind.ts'
import { bucketOf, priorityOf, renewalBuckets, stateOf } from '#shared/domain/renewal.ts'
import { isTimeZone } from '#shared/domain/time-zone.ts'
import { createWorkingDays } from '#shared/domain/working-days.ts'
import { mainlandHolidays } from '#main/renewals/mainland-holidays.ts'

/** Both sides of the date line, half hours, and a zone that has skipped a day. */
const zones = ['Asia/Shanghai', 'UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Apia'] as const
const systemZone = process.env['TZ']
afterEach(() => {
  if (systemZone === undefined) {
    delete process.env['TZ']
  } else {
    process.env['TZ'] = systemZone
  }
})

const mainland = createWorkingDays(mainlandHolidays)
const weekends = createWorkingDays(null)
const anyDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2120 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => civilDate(year, month, day) ?? `${year}-01-01`)

describe('dates never shift', () => {
  test.each(zones)('in %s', (zone) => {
    process.env['TZ'] = zone
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(addDays(later, -days)).toBe(date)
        expect(bucketOf(later, date)).toBe(
          days < 0
            ? 'overdue'
            : days <= 30
              ? 'within-30'
              : days <= 60
                ? 'within-60'
                : days <= 90
                  ? 'within-90'
                  : 'later',
        )
        const { utc } = deadlineOf(date, 'legacy-licence', zone, weekends)
        expect(utc).toBe(`${date} 00:00`)
        expect(deadlineOf(date, 'new-commerce', zone, weekends).utc).toBe(`${date} 23:59`)
      }),
    )
    // What the user's calendar says at noon, whichever zone that noon is in.
    const [year, month, day] = [2026, 10, 24]
    expect(civilDateOf(new Date(year, month, day, 12))).toBe('2026-11-24')
  })
})

describe('two clocks', () => {
  test('a legacy end is the start of its day in UTC, eight o’clock in Beijing', () => {
    expect(deadlineOf('2026-11-25', 'legacy-licence', 'Asia/Shanghai', mainland)).toEqual({
      utc: '2026-11-25 00:00',
      local: '2026-11-25 08:00',
      zone: 'Asia/Shanghai',
      lastSafeDay: '2026-11-24',
      areHolidaysKnown: true,
      isDayIncluded: false,
    })
  })

  test('an end of new commerce includes its day', () => {
    expect(deadlineOf('2026-11-25', 'new-commerce', 'Asia/Shanghai', mainland)).toMatchObject({
      utc: '2026-11-25 23:59',
      local: '2026-11-26 07:59',
      lastSafeDay: '2026-11-25',
      isDayIncluded: true,
    })
  })

  test('where the document says nothing, the earlier moment counts', () => {
    expect(deadlineOf('2026-11-25', 'unknown', 'UTC', mainland).utc).toBe('2026-11-25 00:00')
  })

  test('other zones have the deadline at their own hour', () => {
    const local = (zone: string) => deadlineOf('2026-07-01', 'legacy-licence', zone, weekends).local
    expect(local('America/St_Johns')).toBe('2026-06-30 21:30')
    expect(local('Pacific/Kiritimati')).toBe('2026-07-01 14:00')
    expect(local('Pacific/Apia')).toBe('2026-07-01 13:00')
  })

  test('the last safe day is a working day that closes before the deadline, in every zone', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.constantFrom(...zones),
        fc.constantFrom(...productKinds),
        (date, zone, kind) => {
          const deadline = deadlineOf(date, kind, zone, mainland)
          expect(`${deadline.lastSafeDay} 18:00` <= deadline.local).toBe(true)
          const weekday = new Date(`${deadline.lastSafeDay}T00:00:00Z`).getUTCDay()
          expect(weekday === 0 || weekday === 6).toBe(
            mainlandHolidays.workedWeekends.has(deadline.lastSafeDay),
          )
          expect(mainlandHolidays.daysOff.has(deadline.lastSafeDay)).toBe(false)
          expect(daysBetween(deadline.lastSafeDay, date)).toBeLessThanOrEqual(13)
        },
      ),
    )
  })

  test('knows a zone from something else', () => {
    expect(zones.every(isTimeZone)).toBe(true)
    expect(isTimeZone('Mars/Olympus')).toBe(false)
  })
})

describe('holidays of mainland China', () => {
  test('the national holiday is off, the Saturday after it is worked', () => {
    expect(mainland.lastUpTo('2026-10-07').date).toBe('2026-09-30')
    expect(mainland.lastUpTo('2026-10-10').date).toBe('2026-10-10')
    expect(weekends.lastUpTo('2026-10-07').date).toBe('2026-10-07')
    expect(weekends.lastUpTo('2026-10-10').date).toBe('2026-10-09')
  })

  test('years that are not published yet are not said to be known', () => {
    const { years } = mainlandHolidays
    expect(years).toContain(2026)
    const last = years.at(-1) ?? 0
    expect(mainland.lastUpTo(`${last}-06-30`).areHolidaysKnown).toBe(true)
    expect(mainland.lastUpTo(`${last + 1}-06-30`).areHolidaysKnown).toBe(false)
    expect(weekends.lastUpTo(`${last}-06-30`).areHolidaysKnown).toBe(false)
  })
})

describe('the worklist', () => {
  test('every date has one bucket, and none has its own', () => {
    expect(bucketOf(null, '2026-11-24')).toBe('no-end')
    fc.assert(
      fc.property(anyDate, anyDate, (end, today) => {
        expect(renewalBuckets).toContain(bucketOf(end, today))
        expect(bucketOf(end, today)).not.toBe('no-end')
      }),
    )
  })

  test('high is suspended, or ends soon with auto-renew off', () => {
    const today = '2026-11-24'
    const priority = (
      status: 'active' | 'suspended' | 'expired',
      autoRenew: boolean | null,
      endDate: string,
    ) => priorityOf({ status, autoRenew, endDate }, today)
    expect(priority('suspended', true, '2027-11-24')).toBe('high')
    expect(priority('active', false, '2026-12-24')).toBe('high')
    expect(priority('active', false, '2026-12-25')).toBe('normal')
    expect(priority('active', false, '2026-11-01')).toBe('high')
    expect(priority('active', null, '2026-11-25')).toBe('normal')
    expect(priority('active', true, '2026-11-25')).toBe('normal')
    expect(priority('expired', false, '2026-11-01')).toBe('normal')
  })

  test('done is done for its term, and a snooze ends on its day', () => {
    const none = { doneForEnd: null, snoozedUntil: null }
    expect(stateOf(none, '2026-12-01', '2026-11-24')).toBe('open')
    expect(stateOf({ ...none, doneForEnd: '2026-12-01' }, '2026-12-01', '2026-11-24')).toBe('done')
    expect(stateOf({ ...none, doneForEnd: '2026-12-01' }, '2027-12-01', '2026-11-24')).toBe('open')
    expect(stateOf({ ...none, doneForEnd: '' }, null, '2026-11-24')).toBe('done')
    expect(stateOf({ ...none, snoozedUntil: '2026-11-25' }, null, '2026-11-24')).toBe('snoozed')
    expect(stateOf({ ...none, snoozedUntil: '2026-11-24' }, null, '2026-11-24')).toBe('open')
  })
})
