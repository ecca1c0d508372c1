import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#shared/domain/civil-date.ts'
import { link, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { filterOn, passes, type Place } from './naive-model.ts'

/* The zones by hand, so that no time zone database is tested against itself: minutes ahead of UTC in 2026. */
const daylight = [Date.parse('2026-03-08T05:30:00Z'), Date.parse('2026-11-01T04:30:00Z')] as const
const zones: { readonly [name: string]: (moment: number) => number } = {
  UTC: () => 0,
  'Asia/Shanghai': () => 480,
  'America/St_Johns': (moment) => (moment >= daylight[0] && moment < daylight[1] ? -150 : -210),
  'Pacific/Kiritimati': () => 840,
  'Pacific/Apia': () => 780,
}

function placeIn(zone: string, now: string): Place {
  const offset = zones[zone] ?? (() => 0)
  const dayOf = (instant: string) => {
    const moment = Date.parse(instant)
    return new Date(moment + offset(moment) * 60_000).toISOString().slice(0, 10)
  }
  return { today: dayOf(now), dayOf }
}

/** Moments on both sides of every zone's midnights, of the days the clocks change, and of the turn of the year. */
const moments = ['2026-01-01', '2026-03-08', '2026-06-30', '2026-11-01', '2026-11-24', '2026-12-31'].flatMap(
  (day) =>
    Object.values(zones).flatMap((offset) => {
      const midnight = Date.parse(`${day}T00:00:00Z`)
      const turn = midnight - offset(midnight) * 60_000
      return [turn - 1, turn, turn + 3_600_000].map((moment) => new Date(moment).toISOString())
    }),
)
const columns = [
  ['createdAt', 'instant'],
  ['exportedAt', 'instant'],
] as const
const everything = { offset: 0, limit: 10_000 }

let loopback: Loopback
let now = moments[0] ?? ''
let timeZone = 'UTC'

beforeAll(async () => {
  loopback = createLoopback({ clock: () => new Date(now), timeZone: () => timeZone })
  const accountId = await makeAccount(loopback, { link })
  for (const [index, moment] of moments.entries()) {
    now = moment
    const prospect = { name: `Prospect ${index}`, email: `p${index}@prospect.example` }
    const { id } = await loopback.run('request.create', {
      accountId,
      prospect,
      language: 'en',
      recipients: [prospect.email],
    })
    if (index % 2 === 0) {
      await loopback.run('request.copy', { requestId: id, format: 'text' })
    }
  }
})
afterAll(() => loopback.close())

describe.each(Object.keys(zones))('in %s', (zone) => {
  test('an instant is filtered by the day it had there', () => {
    timeZone = zone
    const { rows } = loopback.read('request.list', everything)
    fc.assert(
      fc.property(
        fc.constantFrom(...moments),
        filterOn('requests', rows, '2026-11-24', columns),
        (moment, filter) => {
          now = moment
          const place = placeIn(zone, moment)
          const found = loopback.read('request.list', { ...everything, filter } as never)
          const expected = rows.filter((row) => passes('requests', row, filter, place))
          expect(found.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('the days of a year hold every instant of it once', () => {
    timeZone = zone
    const { rows } = loopback.read('request.list', everything)
    const { dayOf } = placeIn(zone, now)
    const days = [...new Set(rows.map(({ createdAt }) => dayOf(createdAt)))]
    const around = new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))
    const counts = [...around].map((day) => {
      const condition = { column: 'createdAt', operator: 'is', value: day } as const
      return loopback.read('request.list', { filter: { match: 'all', conditions: [condition] } }).total
    })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length)
  })

  test('instants group by the month they had there', () => {
    timeZone = zone
    const { rows } = loopback.read('request.list', everything)
    const { dayOf } = placeIn(zone, now)
    const expected = new Map<string, number>()
    for (const { createdAt } of rows) {
      const month = dayOf(createdAt).slice(0, 7)
      expected.set(month, (expected.get(month) ?? 0) + 1)
    }
    const groups = loopback.read('list.groups', { list: 'requests', column: 'createdAt' })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([...expected].toSorted())
  })
})
