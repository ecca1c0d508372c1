import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string
let now = new Date('2026-11-24T09:00:00Z')

const file = (end: string, quantity = '25', reseller = '4400001') =>
  reconciliationFile([
    line({
      SyndicationPartnerSubscriptionNumber: 'Sub-One',
      OfferName: 'Office 365 E3',
      SubscriptionName: 'Office 365 E3',
      SubscriptionEndDate: end,
      Quantity: quantity,
      ResellerMPNID: reseller,
    }),
  ])

beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00Z')
  loopback = createLoopback({ clock: () => now, timeZone: () => 'UTC' })
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, file('12/1/2026 0:00'))
})
afterEach(() => loopback.close())

const only = () => {
  const [row] = loopback.read('renewal.list', {}).rows
  if (row === undefined) {
    throw new Error('the worklist is empty')
  }
  return row
}
const renewals = () => [{ accountId, key: only().key }]

describe('the user’s own marks', () => {
  test('what stands in the worklist, before any of them', () => {
    expect(only()).toMatchObject({
      id: 'Sub-One',
      endDate: '2026-12-01',
      bucket: 'within-30',
      state: 'open',
      isPinned: false,
      note: '',
      outcome: { kind: 'unknown', gap: 'status', endDate: '2026-12-01' },
      deadline: {
        utc: '2026-12-01 00:00',
        local: '2026-12-01 08:00',
        zone: 'Asia/Shanghai',
        lastSafeDay: '2026-11-30',
      },
    })
  })

  test('done is done for this term, and a later end opens it again', async () => {
    await loopback.run('renewal.done', { renewals: renewals(), isDone: true })
    expect(only().state).toBe('done')
    now = new Date('2026-12-02T09:00:00Z')
    await importFile(loopback, accountId, file('12/1/2027 0:00'))
    expect(only()).toMatchObject({ state: 'open', endDate: '2027-12-01', bucket: 'later' })
  })

  test('a snooze ends by itself on its day', async () => {
    await loopback.run('renewal.snooze', { renewals: renewals(), until: '2026-11-26' })
    expect(only()).toMatchObject({ state: 'snoozed', snoozedUntil: '2026-11-26' })
    now = new Date('2026-11-26T00:30:00Z')
    expect(only().state).toBe('open')
  })

  test('each of them is taken back and made again', async () => {
    await loopback.run('renewal.pin', { renewals: renewals(), isPinned: true })
    await loopback.run('renewal.note', { renewals: renewals(), text: '  问 王总\n' })
    expect(only()).toMatchObject({ isPinned: true, note: '问 王总' })
    expect(await loopback.run('undo.last', {})).toEqual({
      command: 'renewal.note',
      subject: 'Office 365 E3',
    })
    expect(only()).toMatchObject({ isPinned: true, note: '' })
    await loopback.run('undo.last', {})
    expect(only()).toMatchObject({ isPinned: false, note: '' })
    await loopback.run('undo.redo', {})
    await loopback.run('undo.redo', {})
    expect(only()).toMatchObject({ isPinned: true, note: '问 王总' })
  })

  test('they outlive an import that no longer lists it, and come back with it', async () => {
    await loopback.run('renewal.note', { renewals: renewals(), text: 'kept' })
    now = new Date('2026-11-25T09:00:00Z')
    await importFile(loopback, accountId, file('12/1/2026 0:00', '30'))
    expect(only()).toMatchObject({ note: 'kept', quantity: 30 })
  })

  test('an unknown renewal is refused, and nothing of the others is marked', async () => {
    const refused = await refusal(
      loopback.run('renewal.pin', {
        renewals: [...renewals(), { accountId, key: 'nothing' }],
        isPinned: true,
      }),
    )
    expect(refused.code).toBe('RENEWAL_NOT_FOUND')
    expect(only().isPinned).toBe(false)
  })
})

describe('one subscription', () => {
  test('its history tells what changed, from what to what, and which file said so', async () => {
    now = new Date('2026-12-24T09:00:00Z')
    await importFile(loopback, accountId, file('12/1/2027 0:00', '40', '4521187'))
    const detail = loopback.read('subscription.detail', { accountId, subscriptionId: 'SUB-ONE' })
    expect(detail).toMatchObject({ quantity: 40, cloud: '21vianet', partnerOfRecordState: 'other' })
    const history = loopback.read('subscription.history', { accountId, subscriptionId: 'Sub-One' })
    expect(history.seats.map(({ quantity }) => quantity)).toEqual([25, 40])
    expect(history.changes.map(({ fact, from, to, at }) => [fact, from, to, at.slice(0, 10)])).toEqual(
      expect.arrayContaining([
        ['quantity', '25', '40', '2026-12-24'],
        ['endDate', '2026-12-01', '2027-12-01', '2026-12-24'],
        ['partnerOfRecord', '4400001', '4521187', '2026-12-24'],
      ]),
    )
    expect(history.firstSeen.at.slice(0, 10)).toBe('2026-11-24')
  })

  test('one that no import lists is no subscription', () => {
    expect(() => loopback.read('subscription.detail', { accountId, subscriptionId: 'nothing' })).toThrow(
      expect.objectContaining({ code: 'SUBSCRIPTION_NOT_FOUND' }) as Error,
    )
  })
})

describe('the settings', () => {
  test('another clock, and weekends alone', async () => {
    await importFile(loopback, accountId, file('10/6/2027 0:00'))
    await loopback.run('preferences.update', { deadlineZone: 'America/St_Johns', hasHolidays: false })
    expect(only().deadline).toMatchObject({
      utc: '2027-10-06 00:00',
      local: '2027-10-05 21:30',
      zone: 'America/St_Johns',
      lastSafeDay: '2027-10-05',
      areHolidaysKnown: false,
    })
  })

  test('what is no time zone and no date is refused', async () => {
    const zone = await refusal(loopback.run('preferences.update', { deadlineZone: 'Mars/Olympus' }))
    const date = await refusal(loopback.run('preferences.update', { extendedServiceTermsFrom: '2026-02-30' }))
    expect([zone.code, date.code]).toEqual(['INVALID_INPUT', 'INVALID_INPUT'])
  })

  test('the rules say which document they rest on, and from when they hold', async () => {
    await loopback.run('preferences.update', { extendedServiceTermsFrom: '2026-04-01' })
    const { rules, holidayYears } = loopback.read('renewal.rules', {})
    expect(rules.find(({ id }) => id === 'extended-term')).toMatchObject({
      from: '2026-04-01',
      title: 'partner-center/customers/extended-service-terms',
    })
    expect(rules.every(({ title, edition }) => title !== '' && edition !== '')).toBe(true)
    expect(holidayYears.last).toBeGreaterThanOrEqual(2026)
  })
})

test('a month shows every day, what ends on it, and which days are off', () => {
  const { days, areHolidaysKnown } = loopback.read('renewal.month', { month: '2026-12' })
  expect(days).toHaveLength(31)
  expect(days[0]).toEqual({ date: '2026-12-01', renewals: 1, seats: 25, high: 0, isWorked: true })
  expect(days[4]).toMatchObject({ date: '2026-12-05', renewals: 0, isWorked: false })
  expect(areHolidaysKnown).toBe(true)
})
