import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListName, SortStep } from '#shared/domain/list-columns.ts'
import { createCustomerSearch } from '#main/lists/customer-search.ts'
import { createListOrders } from '#main/lists/list-orders.ts'
import { readOrder } from '#main/lists/run-query.ts'
import type { Database } from '#main/store/database.ts'
import { openDatabase } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { databaseFileName } from '#main/store/store.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

const calendar = { today: '2026-11-22', timeZone: 'UTC' }
let desk: Loopback
let database: Database
let accountIds: readonly (string | undefined)[]

beforeAll(async () => {
  desk = createLoopback({ clock: () => new Date(`${calendar.today}T09:00:00Z`) })
  await desk.run('sample.load', {})
  const accountId = await makeAccount(desk)
  const names = ['同名公司', '同名公司', 'ＡＢＣ', 'abc', '']
  await importFile(
    desk,
    accountId,
    customersFile(
      names.map((name, at) => [`a1b2c3d4-0000-4000-8000-00000000000${at}`, name || '无', 'same.cn', '', '']),
    ),
  )
  accountIds = [undefined, ...desk.read('account.list', {}).map(({ id }) => id)]
  database = openDatabase(join(desk.dataFolder, databaseFileName), loadSqliteDriver())
})
afterAll(() => {
  database.close()
  desk.close()
})

/** What is put off until it is asked for, one piece after the other. */
function createQueue() {
  const waiting: (() => void)[] = []
  return {
    later: (work: () => void) => {
      waiting.push(work)
    },
    isOpen: () => true,
    runOne: () => waiting.shift()?.(),
    runAll: () => {
      for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
        work()
      }
    },
  }
}

const windows = fc.record({ offset: fc.nat(200), limit: fc.integer({ min: 1, max: 60 }) })
const pieces = fc.integer({ min: 1, max: 90 })
const accounts = fc.nat(2).map((at) => accountIds[at])

describe('the order of a long list', () => {
  test('walked piece by piece is the order read at once, in every window and account', () => {
    fc.assert(
      fc.property(pieces, accounts, windows, (piece, accountId, window) => {
        const queue = createQueue()
        const orders = createListOrders(database, { ...queue, piece })
        const query = { accountId, ...window }
        const all = readOrder(database, 'subscriptions', { accountId }, calendar)
        // What fits into its first window is not walked.
        fc.pre(all.length > 1)
        orders.windowOf('subscriptions', { ...query, offset: 0, limit: 1 }, calendar)
        queue.runAll()
        expect(orders.windowOf('subscriptions', query, calendar)).toEqual({
          total: all.length,
          keys: all.slice(window.offset, window.offset + window.limit),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('sorted otherwise is known at once, in every window', () => {
    const sorts: fc.Arbitrary<{ list: ListName; sort: SortStep }> = fc.record({
      list: fc.constantFrom('customers' as const, 'subscriptions' as const),
      sort: fc.record({
        column: fc.constantFrom('accountName', 'confirmedAt'),
        direction: fc.constantFrom('ascending' as const, 'descending' as const),
      }),
    })
    fc.assert(
      fc.property(sorts, accounts, windows, ({ list, sort }, accountId, window) => {
        const orders = createListOrders(database, createQueue())
        const all = readOrder(database, list, { accountId, sort }, calendar)
        expect(orders.windowOf(list, { accountId, sort, ...window }, calendar)).toEqual({
          total: all.length,
          keys: all.slice(window.offset, window.offset + window.limit),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('is not kept when the portfolio has changed while it was walked', () => {
    const queue = createQueue()
    const orders = createListOrders(database, { ...queue, piece: 3 })
    const query = { offset: 0, limit: 1 }
    orders.windowOf('subscriptions', query, calendar)
    queue.runOne()
    orders.forgetPortfolio()
    queue.runAll()
    expect(orders.windowOf('subscriptions', query, calendar)?.keys).toBeNull()
  })

  test('follows the user’s own work it is made of, and requests', async () => {
    const query = {
      offset: 0,
      limit: 500,
      sort: { column: 'alias', direction: 'ascending' },
    } as const
    const before = desk.read('customer.list', query).rows
    const customerId = before.at(-1)?.id ?? ''
    await desk.run('alias.set', { customerId, alias: '000' })
    expect(desk.read('customer.list', query).rows[0]?.id).toBe(customerId)
    await desk.run('undo.last', {})
    expect(desk.read('customer.list', query).rows.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })
})

describe('the search over customers', () => {
  test('read piece by piece finds what a look at each customer finds, in name order', () => {
    const entries = database.all<{ rid: number; account: string; key: string }>(
      'SELECT rid, account_id AS account, search_key AS key FROM customer ORDER BY name_key, rid',
    )
    const texts = fc.oneof(
      fc.constantFrom('', '公司', 'a', '同名', 'cn', 'same.cn'),
      fc
        .constantFrom(...entries.map(({ key }) => key))
        .chain((key) => fc.nat(key.length).map((from) => key.slice(from, from + 4))),
    )
    fc.assert(
      fc.property(
        pieces,
        fc.nat(9),
        accounts,
        fc.array(texts, { minLength: 1 }),
        (piece, done, accountId, all) => {
          const queue = createQueue()
          const search = createCustomerSearch(database, { ...queue, piece })
          search.prepare()
          for (let each = 0; each < done; each += 1) {
            queue.runOne()
          }
          for (const text of all.map((each) => fold(each))) {
            const expected = entries.filter(
              ({ account, key }) => (accountId ?? account) === account && key.includes(text),
            )
            expect([...search.find(text, accountId)]).toEqual(expected.map(({ rid }) => rid))
          }
        },
      ),
      { numRuns: 120 },
    )
  })
})
