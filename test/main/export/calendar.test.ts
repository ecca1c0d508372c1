import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string
const systemZone = process.env['TZ']

const file = (end: string) =>
  reconciliationFile([
    line({
      SyndicationPartnerSubscriptionNumber: 'one',
      SubscriptionEndDate: end,
      CustomerName: '华联；a,b;c',
    }),
    line({ SyndicationPartnerSubscriptionNumber: 'two', SubscriptionEndDate: '12/10/9999 0:00' }),
    line({ SyndicationPartnerSubscriptionNumber: 'three', SubscriptionEndDate: '3/1/2027 0:00' }),
  ])

beforeEach(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-24T09:00:00Z') })
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, file('12/1/2026 0:00'))
})
afterEach(() => {
  loopback.close()
  if (systemZone === undefined) {
    delete process.env['TZ']
  } else {
    process.env['TZ'] = systemZone
  }
})

/** The events of a calendar file, read by another program's parser. */
function events() {
  const text = Buffer.from(loopback.savedFiles.at(-1)?.bytes ?? []).toString('utf8')
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: Number(component.getFirstPropertyValue('sequence')),
      start: event.startDate.toString(),
      isDay: event.startDate.isDate,
      summary: event.summary,
      description: event.description,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
    }
  })
}

test('every end is one whole day, with what then happens and reminders', async () => {
  const { events: count } = await loopback.run('calendar.export', { language: 'en', alarms: [30, 7, 1] })
  expect(count).toBe(2)
  expect(events()[0]).toMatchObject({
    sequence: 0,
    start: '2026-12-01',
    isDay: true,
    summary: expect.stringMatching(/ ends \(25 seats\)$/) as string,
    description: expect.stringContaining('Last safe working day: 2026-11-30') as string,
    alarms: ['-P30D', '-P7D', '-P1D'],
  })
})

describe('exported again', () => {
  test('events keep their name and their number grows, so that they move', async () => {
    await loopback.run('calendar.export', {})
    const before = events()
    await importFile(loopback, accountId, file('12/24/2026 0:00'))
    await loopback.run('calendar.export', {})
    const after = events()
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1])
    expect([before[0]?.start, after[0]?.start]).toEqual(['2026-12-01', '2026-12-24'])
  })

  test('a file that was never saved counts for nothing', async () => {
    const reply = await loopback.application.router.dispatch(
      'calendar.export',
      {},
      {
        openFile: () => Promise.reject(new Error('not asked for')),
        openFiles: () => Promise.reject(new Error('not asked for')),
        saveFile: () => Promise.reject(new Error('the disk is full')),
        saveFiles: () => Promise.reject(new Error('not asked for')),
      },
    )
    expect(reply.ok).toBe(false)
    await loopback.run('calendar.export', {})
    expect(events().map(({ sequence }) => sequence)).toEqual([0, 0])
  })
})

test.each(['Asia/Shanghai', 'UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Apia'])(
  'no day shifts in %s',
  async (zone) => {
    process.env['TZ'] = zone
    await loopback.run('calendar.export', {})
    expect(events().map(({ start }) => start)).toEqual(['2026-12-01', '2027-03-01'])
  },
)

test('a view, a customer, an account; and nothing at all is said so', async () => {
  const [customer] = loopback.read('customer.list', {}).rows
  const within = (value: number) =>
    ({ match: 'all', conditions: [{ column: 'endDate', operator: 'in-next-days', value }] }) as const
  expect(await loopback.run('calendar.export', { filter: within(30) })).toMatchObject({ events: 1 })
  expect(await loopback.run('calendar.export', { customerId: customer?.id ?? '' })).toMatchObject({
    events: 2,
  })
  expect(await loopback.run('calendar.export', { accountId })).toMatchObject({ events: 2 })
  expect((await refusal(loopback.run('calendar.export', { filter: within(1) }))).code).toBe('EXPORT_EMPTY')
})
