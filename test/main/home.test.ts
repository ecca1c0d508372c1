import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#shared/domain/civil-date.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const today = '2026-11-22'
let now = new Date(`${today}T09:00:00Z`)
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  now = new Date(`${today}T09:00:00Z`)
  loopback = createLoopback({ clock: () => now })
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const usDate = (date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return `${month}/${day}/${year} 0:00`
}
const ending = (days: number, id: string) =>
  line({
    SubscriptionEndDate: usDate(addDays(today, days)),
    SyndicationPartnerSubscriptionNumber: id,
    Quantity: '10',
  })

describe('what needs attention', () => {
  test('counts what has ended and what ends within 30, 60 and 90 days, both limits included', async () => {
    const days = [-10, -1, 0, 30, 31, 60, 61, 90, 91]
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        ...days.map((each) => ending(each, `s${each}`)),
        line({ SubscriptionEndDate: '12/10/9999 0:00' }),
      ]),
    )
    const { endingSoon } = loopback.read('home.attention', {})
    expect(endingSoon).toMatchObject({ overdue: 2, within30: 2, within60: 4, within90: 6 })
    expect(endingSoon.next.map(({ id, daysLeft }) => [id, daysLeft])).toEqual(
      [0, 30, 31, 60, 61, 90, 91].map((each) => [`s${each}`, each]),
    )
  })

  test('shows the ends of this month and the eleven after it, with zeros between', async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([ending(0, 'a'), ending(5, 'b'), ending(70, 'c'), ending(400, 'd')]),
    )
    const { endsByMonth } = loopback.read('home.attention', {})
    expect(endsByMonth.map(({ month }) => month)).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
      '2027-04',
      '2027-05',
      '2027-06',
      '2027-07',
      '2027-08',
      '2027-09',
      '2027-10',
    ])
    expect(endsByMonth.filter(({ subscriptions }) => subscriptions > 0)).toEqual([
      { month: '2026-11', subscriptions: 2, seats: 20 },
      { month: '2027-01', subscriptions: 1, seats: 10 },
    ])
  })

  test('names the requests by age and the sources that have grown stale', async () => {
    await importFile(loopback, accountId, reconciliationFile([ending(0, 'a')]))
    await loopback.run('request.create', {
      accountId,
      prospect: { name: 'P', email: 'p@q.cn' },
      language: 'en',
    })
    now = new Date('2026-12-27T09:00:00Z')
    expect(loopback.read('home.attention', {})).toMatchObject({
      openRequests: { total: 1, oldest: [{ customerName: 'P', ageDays: 35 }] },
      staleSources: [],
    })
    now = new Date('2026-12-28T09:00:00Z')
    expect(loopback.read('home.attention', {}).staleSources).toMatchObject([
      { accountId, shape: 'reconciliation-21vianet', ageDays: 36 },
    ])
    expect(loopback.read('home.attention', { accountId: 'another' })).toMatchObject({
      openRequests: { total: 0 },
      staleSources: [],
    })
  })
})

describe('search everywhere', () => {
  beforeEach(async () => {
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        line(),
        line({
          CustomerID: fabrikam,
          CustomerName: 'Fabrikam',
          DomainName: 'fabrikam.cn',
          SyndicationPartnerSubscriptionNumber: 'feed0000-0000-4000-8000-000000000001',
          OfferName: 'Visio 计划 2',
        }),
      ]),
    )
    await loopback.run('request.create', {
      accountId,
      prospect: { name: '天成贸易', email: 'p@q.cn' },
      language: 'en',
    })
  })
  const titles = (text: string) => {
    const found = loopback.read('search.everywhere', { text })
    return Object.fromEntries(
      Object.entries(found).map(([kind, { hits }]) => [kind, hits.map(({ title }) => title)]),
    )
  }

  test.each([
    ['hualian', { customers: ['上海华联贸易有限公司'], subscriptions: [], requests: [], links: [] }],
    ['VISIO', { customers: [], subscriptions: ['Visio 计划 2'], requests: [], links: [] }],
    ['feed0000', { customers: [], subscriptions: ['Visio 计划 2'], requests: [], links: [] }],
    ['天成', { customers: [], subscriptions: [], requests: ['天成贸易'], links: [] }],
    ['partner-invitation', { customers: [], subscriptions: [], requests: [], links: ['晨星云服务有限公司'] }],
    ['   ', { customers: [], subscriptions: [], requests: [], links: [] }],
  ])('%j', (text, expected) => {
    expect(titles(text)).toEqual(expected)
  })

  test('finds what an import has just brought, and no longer what the sample took away', async () => {
    expect(titles('jade river').customers).toEqual([])
    await loopback.run('sample.load', {})
    expect(titles('jade river').customers?.length).toBeGreaterThan(0)
    await loopback.run('sample.remove', {})
    expect(titles('jade river').customers).toEqual([])
  })
})

describe('jobs', () => {
  test('an import is a job with progress, shown until the end and after', async () => {
    const seen: (number | null)[] = []
    const stop = loopback.application.hub.watch('job.list', {}, (snapshot) => {
      const [job] = snapshot.ok ? (snapshot.value as { progress: number | null }[]) : []
      if (job !== undefined) {
        seen.push(job.progress)
      }
    })
    await importFile(loopback, accountId, reconciliationFile([line()]))
    stop()
    expect(seen[0]).toBeNull()
    expect(seen).toContain(0.9)
    expect(loopback.read('job.list', {})).toMatchObject([
      { command: 'import.apply', subject: 'recon.csv', state: 'done', canCancel: false },
      { command: 'import.preview', subject: 'recon.csv', state: 'done', canCancel: false },
    ])
  })

  test('a cancelled import leaves nothing behind', async () => {
    const file = reconciliationFile(
      Array.from({ length: 3_000 }, (_, index) => ending(index % 300, `s${index}`)),
    )
    const running = refusal(loopback.run('import.preview', { accountId }, file))
    const stop = loopback.application.hub.watch('job.list', {}, (snapshot) => {
      const [job] = snapshot.ok
        ? (snapshot.value as { id: string; canCancel: boolean; progress: number | null }[])
        : []
      if (job?.canCancel === true && (job.progress ?? 0) > 0.3) {
        queueMicrotask(() => void loopback.run('job.cancel', { jobId: job.id }))
      }
    })
    expect(await running).toMatchObject({ code: 'CANCELLED' })
    stop()
    expect(loopback.read('job.list', {})).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(join(loopback.dataFolder, 'staging'))).toEqual([])
  })

  test('a job that has ended cannot be cancelled', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const [job] = loopback.read('job.list', {})
    expect(await refusal(loopback.run('job.cancel', { jobId: job?.id ?? '' }))).toMatchObject({
      code: 'JOB_NOT_FOUND',
    })
  })
})

test('the page’s state is kept for its next start', async () => {
  expect(loopback.read('screen.remembered', {})).toEqual({ state: null })
  await loopback.run('screen.remember', { state: '{"screen":"requests"}' })
  await loopback.run('preferences.update', { language: 'en' })
  expect(loopback.read('screen.remembered', {})).toEqual({ state: '{"screen":"requests"}' })
})
