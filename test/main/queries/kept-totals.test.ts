import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForReading } from '#main/store/database.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { databaseFileName } from '#main/store/store.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 50 }
const script = new URL('../../../main/queries.ts', import.meta.url)
let dataFolder: string
let day: number
let desk: Loopback

const today = () => new Date(Date.UTC(2026, 9, 1 + day, 4))
/** As a start does; no portfolio is too small for its totals to be kept. */
const open = () =>
  createLoopback({
    dataFolder,
    clock: today,
    timeZone: () => 'UTC',
    queries: { script, shortPortfolio: 0 },
  })
const path = () => join(dataFolder, databaseFileName)

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'totals-'))
  day = 0
  desk = open()
})
afterEach(() => {
  desk.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

type Kept = { readonly statement: string; readonly answer: string }

/** What is kept, and what the same statements answer now to somebody who keeps nothing. */
function keptAndTrue(): { readonly kept: unknown[]; readonly now: unknown[] } {
  const database = openForReading(path(), loadSqliteDriver())
  const rows = database.all<Kept>('SELECT statement, answer FROM kept_total')
  const found = {
    kept: rows.map(({ answer }) => JSON.parse(answer) as unknown),
    now: rows.map(({ statement }) => JSON.parse(JSON.stringify(database.all(statement))) as unknown),
  }
  database.close()
  return found
}

/** Looks at all that is counted over the whole portfolio. */
const seen = () => ({
  accounts: desk.read('account.list', {}).map(({ id, customerCount, subscriptionCount }) => ({
    id,
    customerCount,
    subscriptionCount,
  })),
  home: desk.read('home.attention', {}),
  summary: desk.read('portfolio.summary', {}),
  renewals: desk.read('renewal.summary', {}),
  offers: desk.read('search.everywhere', { text: 'office' }).subscriptions.total,
  lists: (['customer.list', 'subscription.list', 'renewal.list'] as const).map(
    (list) => desk.read(list, page).total,
  ),
})

/** The same without what is kept: by a program that takes the portfolio for a short one, and reads it all. */
function seenAnew(): ReturnType<typeof seen> {
  const kept = desk
  kept.close()
  desk = createLoopback({ dataFolder, clock: today, timeZone: () => 'UTC' })
  const found = seen()
  desk.close()
  desk = open()
  return found
}

const tenant = (customer: number) => `a1b2c3d4-0000-4000-8000-00000000000${customer}`
const months = ['1/31/2027', '11/15/2026', '10/3/2026', '12/31/2026'] as const

const nth = fc.nat(8)
const lines = fc.array(
  fc.record({
    customer: fc.nat(5),
    subscription: nth,
    end: fc.nat(3),
    quantity: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 8 },
)
const steps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('subscriptions' as const), account: fc.nat(1), lines }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('customers' as const),
      account: fc.nat(1),
      customers: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('merge' as const), first: nth, second: nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sample' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('backup' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('restore' as const), which: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('own' as const), customer: nth }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('account' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  },
)
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never

const restart = () => {
  desk.close()
  desk = open()
}

async function take(step: Step): Promise<void> {
  const accounts = desk.read('account.list', {}).filter(({ isSample }) => !isSample)
  const { rows } = desk.read('customer.list', page)
  switch (step.does) {
    case 'subscriptions': {
      const { account, lines: wanted } = step
      const file = reconciliationFile(
        wanted.map(({ customer, subscription, end, quantity }) =>
          line({
            CustomerID: tenant(customer),
            CustomerName: `Company ${customer}`,
            SyndicationPartnerSubscriptionNumber: `s${subscription}`,
            SubscriptionEndDate: `${months[end] ?? ''} 0:00`,
            Quantity: String(quantity),
          }),
        ),
      )
      return void (await importFile(desk, accounts[account]?.id ?? '', file).catch(ignoreRefusal))
    }
    case 'customers': {
      const { account, customers } = step
      const file = customersFile(customers.map((each) => [tenant(each), `Company ${each}`, '', '', '']))
      return void (await importFile(desk, accounts[account]?.id ?? '', file).catch(ignoreRefusal))
    }
    case 'undo':
      return void (await desk.run('undo.last', {}).catch(ignoreRefusal))
    case 'merge': {
      const { first, second } = step
      const input = { customerId: rows[first]?.id ?? '', absorbedId: rows[second]?.id ?? '' }
      return void (await desk.run('customer.merge', input).catch(ignoreRefusal))
    }
    case 'sample':
      return void (await (desk.read('portfolio.summary', {}).hasSample
        ? desk.run('sample.remove', {})
        : desk.run('sample.load', {})))
    case 'backup':
      return void (await desk.run('backup.create', {}))
    case 'restore': {
      const id = desk.read('backup.list', {}).at(step.which)?.id
      if (id !== undefined) {
        await desk.run('backup.restore', { id })
        restart()
      }
      return
    }
    case 'own': {
      const customerId = rows[step.customer]?.id
      return void (customerId !== undefined && (await desk.run('alias.set', { customerId, alias: '自己的' })))
    }
    case 'account': {
      const made = await makeAccount(desk)
      return void (await desk.run('account.remove', { accountId: made }))
    }
    case 'wait':
      day += step.days
  }
}

/** What the program refuses changes nothing, and is no business of this test. */
const ignoreRefusal = (thrown: unknown): void => {
  if (!(thrown instanceof Error && 'code' in thrown)) {
    throw thrown
  }
}

describe('kept totals', () => {
  test('are, whatever is imported, edited, undone, merged and restored on whichever day, what is counted anew', async () => {
    let kept = 0
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(fc.tuple(steps, fc.boolean()), { minLength: 4, maxLength: 9 }),
          async (plan) => {
            await makeAccount(desk, { companyName: 'One' })
            await makeAccount(desk, { companyName: 'Two' })
            for (const [step, isSeenAnew] of plan) {
              seen()
              // What has been seen is kept by the restart, and what follows must undo that where it is no longer so.
              restart()
              kept += keptAndTrue().kept.length
              await take(step)
              const found = keptAndTrue()
              expect(found.kept).toEqual(found.now)
              const before = seen()
              expect(isSeenAnew ? seenAnew() : before).toEqual(before)
            }
          },
        )
        .afterEach(() => {
          desk.close()
          rmSync(dataFolder, { recursive: true, force: true })
          dataFolder = mkdtempSync(join(tmpdir(), 'totals-'))
          day = 0
          desk = open()
        }),
      { numRuns: 8 },
    )
    expect(kept).toBeGreaterThan(60)
  })

  test('are read by the next start, and by nobody once an import, its undoing or the removal of the sample shows another portfolio', async () => {
    const count = () => keptAndTrue().kept.length
    const accountId = await makeAccount(desk)
    await importFile(desk, accountId, reconciliationFile([line()]))
    expect(count()).toBe(0)
    seen()
    restart()
    expect(count()).toBe(5)
    // Had they not been read, this would not be seen.
    const database = new DatabaseSync(path())
    database.exec(`UPDATE kept_total SET answer = replace(answer, '"count":1', '"count":7')`)
    database.close()
    expect(desk.read('account.list', {})[0]).toMatchObject({ customerCount: 7, subscriptionCount: 7 })
    await desk.run('undo.last', {})
    expect(count()).toBe(0)
    expect(desk.read('account.list', {})[0]).toMatchObject({ customerCount: 0, subscriptionCount: 0 })
    await desk.run('sample.load', {})
    seen()
    restart()
    expect(count()).toBe(5)
    await desk.run('sample.remove', {})
    expect(count()).toBe(0)
  })

  test('are left as they are by what shows no other portfolio', async () => {
    const accountId = await makeAccount(desk)
    await importFile(desk, accountId, reconciliationFile([line()]))
    seen()
    restart()
    const customerId = desk.read('customer.list', page).rows[0]?.id ?? ''
    await desk.run('alias.set', { customerId, alias: '华联' })
    expect(await refusal(desk.run('account.remove', { accountId }))).toMatchObject({ code: 'ACCOUNT_IN_USE' })
    expect(keptAndTrue().kept).toHaveLength(5)
  })

  test('are counted ahead for the next start though nobody has looked', async () => {
    const accountId = await makeAccount(desk)
    await importFile(desk, accountId, reconciliationFile([line()]))
    await expect.poll(() => keptAndTrue().kept, { timeout: 10_000 }).toHaveLength(5)
  })
})
