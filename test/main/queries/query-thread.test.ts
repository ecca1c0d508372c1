import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filter, ListName } from '#shared/domain/list-columns.ts'
import { listColumns } from '#shared/domain/list-columns.ts'
import type { Snapshot, ViewName } from '#shared/protocol.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { filterOn } from '../lists/naive-model.ts'

/*
 * Views watched over the real thread, against the same views read at once in main: what `desk` reads, and what the
 * naive model is held against.
 */

const today = '2026-11-22'
const script = new URL('../../../main/queries.ts', import.meta.url)
const viewOf = {
  customers: 'customer.list',
  subscriptions: 'subscription.list',
  renewals: 'renewal.list',
} as const
type Long = keyof typeof viewOf
const longLists = ['customers', 'subscriptions', 'renewals'] as const

let desk: Loopback
let minute = 0
let accountIds: readonly (string | undefined)[]

beforeAll(async () => {
  desk = createLoopback({
    clock: () => new Date(Date.parse(`${today}T09:00:00Z`) + minute * 60_000),
    timeZone: () => 'UTC',
    queries: { script, shortPortfolio: 0 },
  })
  await desk.run('sample.load', {})
  const accountId = await makeAccount(desk)
  await importFile(
    desk,
    accountId,
    customersFile([['a1b2c3d4-0000-4000-8000-000000000001', '后来', '', '', '']]),
  )
  accountIds = [undefined, ...desk.read('account.list', {}).map(({ id }) => id)]
})
afterAll(() => desk.close())

/** The first snapshot of a watched view, whenever it comes. */
async function firstOf(view: ViewName, params: object): Promise<Snapshot> {
  return new Promise((resolve) => {
    const stop = desk.application.hub.watch(view, params, (snapshot) => {
      resolve(snapshot)
      queueMicrotask(() => stop())
    })
  })
}

const directions = fc.constantFrom('ascending' as const, 'descending' as const)
const sortsOf = (list: Long) =>
  fc.uniqueArray(
    fc.record({ column: fc.constantFrom(...Object.keys(listColumns[list])), direction: directions }),
    { maxLength: 2, selector: ({ column }) => column },
  )
const filtersOf = (list: Long): fc.Arbitrary<Filter | undefined> => {
  const { rows } = desk.read(viewOf[list], { offset: 0, limit: 10_000 })
  return fc.option(filterOn(list, rows, today), { nil: undefined })
}
const windows = fc.record({
  offset: fc.constantFrom(0, 3, 40, 1_500),
  limit: fc.integer({ min: 1, max: 60 }),
})
const accounts = fc.nat(2).map((at) => accountIds[at])
const searches = fc.constantFrom(undefined, 'a', '公司', 'hl', 'office', '365')
const days = fc.constantFrom(undefined, today, '2026-11-01')

describe('what is watched over the thread is what is read at once', () => {
  test.each(longLists)(
    'in a window of %s, under any filter, order, search, account and day',
    async (list) => {
      const queries = fc.record({
        filter: filtersOf(list),
        sort: sortsOf(list),
        accountId: accounts,
        search: searches,
        window: windows,
        asOf: days,
      })
      await fc.assert(
        fc.asyncProperty(queries, async ({ window, ...query }) => {
          const params = JSON.parse(JSON.stringify({ ...query, ...window })) as object
          const watched = await firstOf(viewOf[list], params)
          expect(watched).toEqual(desk.application.hub.read(viewOf[list], params))
          expect(watched.ok).toBe(true)
        }),
        { numRuns: 120 },
      )
    },
  )

  test('in the groups of any column', async () => {
    const columns = fc
      .constantFrom<ListName>(...longLists)
      .chain((list) =>
        fc.record({ list: fc.constant(list), column: fc.constantFrom(...Object.keys(listColumns[list])) }),
      )
    await fc.assert(
      fc.asyncProperty(columns, accounts, async (asked, accountId) => {
        const params = { ...asked, limit: 50, ...(accountId === undefined ? {} : { accountId }) }
        expect(await firstOf('list.groups', params)).toEqual(desk.application.hub.read('list.groups', params))
      }),
      { numRuns: 60 },
    )
  })

  test.each(['home.attention', 'portfolio.summary', 'renewal.summary', 'account.list'] as const)(
    'in %s',
    async (view) => {
      expect(await firstOf(view, {})).toEqual(desk.application.hub.read(view, {}))
    },
  )
})

describe('a search of customers', () => {
  test('waits for the names when it is first, and finds what is found at once', async () => {
    const params = { search: '公司', offset: 0, limit: 20 }
    // A change of the portfolio has the names read anew.
    await importFile(
      desk,
      accountIds.at(-1) ?? '',
      customersFile([['a1b2c3d4-0000-4000-8000-000000000002', '更后', '', '', '']]),
    )
    const snapshots: Snapshot[] = []
    const stop = desk.application.hub.watch('customer.list', params, (snapshot) => snapshots.push(snapshot))
    expect(snapshots).toEqual([])
    await expect.poll(() => snapshots).toHaveLength(1)
    stop()
    expect(snapshots[0]).toEqual(desk.application.hub.read('customer.list', params))
  })
})

describe('an export', () => {
  test('holds the rows in the order the thread has read', async () => {
    const sort = [{ column: 'domain', direction: 'descending' }] as const
    const exporting = desk.run('list.export', { list: 'customers', format: 'csv', columns: ['name'], sort })
    const { rows } = desk.read('customer.list', { sort, offset: 0, limit: 1_000 })
    await exporting
    const text = Buffer.from(desk.savedFiles.at(-1)?.bytes ?? []).toString('utf8')
    const [, ...cells] = parse(text, { bom: true })
    expect(cells).toEqual(rows.map(({ name }) => [name]))
  })
})

describe('customers that may have accepted a request', () => {
  test('are looked for by the thread, and by nobody where no list is newer than the request', async () => {
    const [accountId = ''] = accountIds.slice(-1)
    const ask = async (name: string) => {
      const prospect = { name, email: 'it@example.cn' }
      const { id } = await desk.run('request.create', { accountId, prospect, language: 'zh-CN' })
      await desk.run('request.copy', { requestId: id, format: 'text' })
      return id
    }
    const early = await ask('刚才问过')
    minute += 1
    await importFile(
      desk,
      accountId,
      customersFile([['a1b2c3d4-0000-4000-8000-000000000003', '刚才问过', '', '', '']]),
    )
    minute += 1
    await ask('刚才问过')
    const found = await firstOf('acceptance.list', { accountId })
    expect(found).toMatchObject({
      ok: true,
      value: [{ requestId: early, customerName: '刚才问过', reasons: ['name'], change: 'listed' }],
    })
    expect(desk.application.hub.read('acceptance.list', { accountId })).toEqual(found)
  })
})

describe('a watched view', () => {
  const sorted = { offset: 0, limit: 5, sort: { column: 'alias', direction: 'descending' } } as const

  test('comes when the thread has read it, and follows a change made meanwhile and one made later', async () => {
    const seen: (string | null)[] = []
    const customerId = desk.read('customer.list', { offset: 0, limit: 1 }).rows[0]?.id ?? ''
    const changed = new Promise<void>((resolve) => {
      desk.bridge.watch('customer.list', sorted, (snapshot) => {
        const alias = snapshot.ok
          ? (snapshot.value as { rows: { alias: string | null }[] }).rows[0]?.alias
          : null
        seen.push(alias ?? null)
        if (alias === 'b') {
          resolve()
        } else {
          void desk.run('alias.set', { customerId, alias: 'b' })
        }
      })
    })
    expect(seen).toEqual([])
    await desk.run('alias.set', { customerId, alias: 'a' })
    await changed
    expect(seen).toEqual(['a', 'b'])
  })
})

test('the thread has read all of this by itself', () => {
  expect(desk.reported).toEqual([])
})
