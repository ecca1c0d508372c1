import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCustomerSearch } from '#main/lists/customer-search.ts'
import type { Database } from '#main/store/database.ts'
import { openDatabase } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { databaseFileName } from '#main/store/store.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

let desk: Loopback
let database: Database
let accountIds: readonly (string | undefined)[]

beforeAll(async () => {
  desk = createLoopback({ clock: () => new Date('2026-11-22T09:00:00Z') })
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
  const [first, , third] = desk.read('customer.list', { offset: 0, limit: 500 }).rows
  await desk.run('alias.set', { customerId: first?.id ?? '', alias: '老王 zz' })
  await desk.run('alias.set', { customerId: third?.id ?? '', alias: '公司 same' })
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
  }
}

describe('the order of a long list', () => {
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
    const entries = database.all<{ rid: number; account: string; key: string; alias: string | null }>(
      `SELECT rid, account_id AS account, search_key AS key, alias_key AS alias FROM customer
      LEFT JOIN customer_own ON customer_rid = rid ORDER BY name_key, rid`,
    )
    const texts = fc.oneof(
      fc.constantFrom('', '公司', 'a', '同名', 'cn', 'same.cn', 'same', '老王', 'zz', '无'),
      fc
        .constantFrom(...entries.map(({ key }) => key))
        .chain((key) => fc.nat(key.length).map((from) => key.slice(from, from + 4))),
      // As it is typed: each text begins with the one before.
      fc
        .constantFrom(...entries.map(({ key }) => key))
        .chain((key) => fc.nat(12).map((length) => key.slice(0, length))),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(9),
        fc.nat(2).map((at) => accountIds[at]),
        fc.array(texts, { minLength: 1 }),
        (piece, done, accountId, all) => {
          const queue = createQueue()
          const search = createCustomerSearch({ ...database, note: () => undefined }, { ...queue, piece })
          search.prepare()
          for (let each = 0; each < done; each += 1) {
            queue.runOne()
          }
          for (const text of all.map((each) => fold(each))) {
            const expected = entries.filter(
              ({ account, key, alias }) =>
                (accountId ?? account) === account && (key.includes(text) || alias?.includes(text) === true),
            )
            expect([...search.find(text, accountId)]).toEqual(expected.map(({ rid }) => rid))
          }
        },
      ),
      { numRuns: 120 },
    )
  })
})
