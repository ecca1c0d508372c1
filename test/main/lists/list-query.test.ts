import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeepReadonly } from '#shared/protocol.ts'
import type { CustomerRow } from '#shared/contract/customer.ts'
import type { RenewalRow } from '#shared/contract/renewal.ts'
import type { SubscriptionRow } from '#shared/contract/subscription.ts'
import type { SortStep } from '#shared/domain/list-columns.ts'
import { listColumns, lists } from '#shared/domain/list-columns.ts'
import { makeAccount, importFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { cellOf, filterOn, passes } from './naive-model.ts'

const today = '2026-11-22'
const utc = { today, dayOf: (instant: string) => instant.slice(0, 10) }
const everything = { offset: 0, limit: 10_000 }
let loopback: Loopback
let customers: readonly DeepReadonly<CustomerRow>[]
let subscriptions: readonly DeepReadonly<SubscriptionRow>[]
let renewals: readonly DeepReadonly<RenewalRow>[]

beforeAll(async () => {
  loopback = createLoopback({ clock: () => new Date(`${today}T09:00:00Z`), timeZone: () => 'UTC' })
  await loopback.run('sample.load', {})
  const accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    customersFile([
      ['a1b2c3d4-0000-4000-8000-000000000001', 'ＦＵＬＬ Width 公司', '', '', ''],
      [
        'a1b2c3d4-0000-4000-8000-000000000002',
        "100% O'Neil_\\Co",
        'oneil.cn',
        'Something New',
        'VIP;ＶＩＰ2',
      ],
    ]),
  )
  await fillOwnWork()
  customers = loopback.read('customer.list', everything).rows
  await markRenewals()
  subscriptions = loopback.read('subscription.list', everything).rows
  renewals = loopback.read('renewal.list', everything).rows
})
afterAll(() => loopback.close())

/** Gives some customers what the user keeps of them. */
async function fillOwnWork(): Promise<void> {
  const ids = loopback.read('customer.list', everything).rows.map(({ id }) => id)
  await loopback.run('profile.update', { name: 'Lin Xiao' })
  for (const [at, name] of ['VIP', 'ＶＩＰ２', '续费 风险'].entries()) {
    const { id } = await loopback.run('tag.create', { name, colour: 'teal' })
    await loopback.run('tag.assign', {
      customerIds: ids.filter((_, place) => place % (at + 2) === 0),
      add: [id],
    })
  }
  await loopback.run('owner.assign', { customerIds: ids.slice(0, 9), owner: 'ＬＩＮ  xiao' })
  await loopback.run('owner.assign', { customerIds: ids.slice(5, 12), owner: '王芳' })
  const [first = '', second = ''] = ids
  await loopback.run('alias.set', { customerId: first, alias: '老王 家的公司' })
  await loopback.run('alias.set', { customerId: second, alias: 'CO 100%' })
  const statement = { value: 'no', toldOn: today, note: '' } as const
  await loopback.run('privileges.state', { customerId: second, statement })
}

/** Pins some renewals, puts some off, is done with some, and writes on others. */
async function markRenewals(): Promise<void> {
  const all = loopback.read('renewal.list', everything).rows.map(({ accountId, key }) => ({ accountId, key }))
  const every = (step: number) => all.filter((_, index) => index % step === 0)
  await loopback.run('renewal.pin', { renewals: every(5), isPinned: true })
  await loopback.run('renewal.snooze', { renewals: every(7), until: '2026-11-23' })
  await loopback.run('renewal.snooze', { renewals: every(14), until: today })
  await loopback.run('renewal.done', { renewals: every(3), isDone: true })
  await loopback.run('renewal.note', { renewals: every(4), text: '等 王总 回复' })
}

describe('filters agree with the naive model', () => {
  test('over customers', () => {
    fc.assert(
      fc.property(filterOn('customers', customers, today), (filter) => {
        const { total, rows } = loopback.read('customer.list', { ...everything, filter } as never)
        const expected = customers.filter((row) => passes('customers', row, filter, utc))
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(total).toBe(expected.length)
      }),
      { numRuns: 600 },
    )
  })

  test('over subscriptions', () => {
    fc.assert(
      fc.property(filterOn('subscriptions', subscriptions, today), (filter) => {
        const { total, rows } = loopback.read('subscription.list', { ...everything, filter } as never)
        const expected = subscriptions.filter((row) => passes('subscriptions', row, filter, utc))
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(total).toBe(expected.length)
      }),
      { numRuns: 600 },
    )
  })
})

describe('the worklist as SQL agrees with its rules', () => {
  test('under any filter', () => {
    fc.assert(
      fc.property(filterOn('renewals', renewals, today), (filter) => {
        const { total, rows } = loopback.read('renewal.list', { ...everything, filter } as never)
        const expected = renewals.filter((row) => passes('renewals', row, filter, utc))
        expect(rows.map(({ key }) => key)).toEqual(expected.map(({ key }) => key))
        expect(total).toBe(expected.length)
      }),
      { numRuns: 400 },
    )
  })

  test('and the summary counts what the list shows', () => {
    const { buckets, high, pinned, snoozed, done } = loopback.read('renewal.summary', {})
    const open = renewals.filter(({ state }) => state === 'open')
    for (const [bucket, count] of Object.entries(buckets)) {
      expect([bucket, count]).toEqual([bucket, open.filter((row) => row.bucket === bucket).length])
    }
    expect(high).toBe(open.filter(({ priority }) => priority === 'high').length)
    expect(pinned).toBe(open.filter(({ isPinned }) => isPinned).length)
    expect(snoozed).toBe(renewals.filter(({ state }) => state === 'snoozed').length)
    expect(done).toBe(renewals.filter(({ state }) => state === 'done').length)
    expect(snoozed * done * pinned).toBeGreaterThan(0)
  })
})

describe('sort steps agree with the naive model', () => {
  const number = ['quantity'] as const
  const columns = [
    ...number,
    'startDate',
    'endDate',
    'partnerOfRecord',
    'status',
    'partnerOfRecordState',
  ] as const
  const steps = fc.uniqueArray(
    fc.record({
      column: fc.constantFrom(...columns),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
    { minLength: 1, maxLength: 3, selector: ({ column }) => column },
  )

  test('empty values last in either direction, later steps where earlier ones are equal', () => {
    fc.assert(
      fc.property(steps, (sort) => {
        const { rows } = loopback.read('subscription.list', { ...everything, sort })
        const order = (a: DeepReadonly<SubscriptionRow>, b: DeepReadonly<SubscriptionRow>) =>
          sort.map((step) => compare(a[step.column], b[step.column], step)).find((each) => each !== 0) ?? 0
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1]
          expect(next === undefined ? -1 : order(row, next)).toBeLessThanOrEqual(0)
        }
        expect(rows).toHaveLength(subscriptions.length)
      }),
    )
  })

  function compare(a: string | number | null, b: string | number | null, { direction }: SortStep): number {
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null)
    }
    return (a < b ? -1 : a > b ? 1 : 0) * (direction === 'ascending' ? 1 : -1)
  }
})

test('dates are civil dates and instants are moments, in the rows of every list', () => {
  const rows = {
    customers,
    subscriptions,
    renewals,
    requests: loopback.read('request.list', everything).rows,
    imports: loopback.read('import.list', everything).rows,
    links: loopback.read('link.list', everything).rows,
  }
  const forms = { date: /^\d{4}-\d\d-\d\d$/, instant: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ }
  const wrong = lists.flatMap((list) =>
    Object.entries(listColumns[list]).flatMap(([column, type]) =>
      rows[list]
        .map((row) => cellOf(row, column))
        .filter((cell) => cell !== null && type in forms && !forms[type as 'date'].test(String(cell)))
        .map((cell) => [list, column, cell]),
    ),
  )
  expect(wrong).toEqual([])
})

describe('groups', () => {
  test.each(lists.flatMap((list) => Object.keys(listColumns[list]).map((column) => [list, column] as const)))(
    'of %s by %s can be read',
    (list, column) => {
      const groups = loopback.read('list.groups', { list, column } as never)
      expect(groups.every(({ count }) => count > 0)).toBe(true)
    },
  )

  test('count every row once, under the filter, and dates by month', () => {
    const filter = {
      match: 'all',
      conditions: [{ column: 'partnerOfRecordState', operator: 'any-of', value: ['own'] }],
    } as const
    const own = subscriptions.filter(({ partnerOfRecordState }) => partnerOfRecordState === 'own')
    const groups = loopback.read('list.groups', { list: 'subscriptions', column: 'endDate', filter })
    const expected = new Map<string | null, number>()
    own.forEach(({ endDate }) =>
      expected.set(endDate?.slice(0, 7) ?? null, (expected.get(endDate?.slice(0, 7) ?? null) ?? 0) + 1),
    )
    expect(new Map(groups.map(({ value, count }) => [value, count]))).toEqual(expected)
    expect(groups.map(({ value }) => value)).toEqual(
      [...expected.keys()].sort(
        (a, b) => Number(a === null) - Number(b === null) || String(a).localeCompare(String(b)),
      ),
    )
  })
})

describe('a filter that makes no sense is refused by its field', () => {
  test.each([
    [{ column: 'nope', operator: 'is', value: 'x' }],
    [{ column: 'name', operator: 'at-least', value: 3 }],
    [{ column: 'seatCount', operator: 'is', value: 'x' }],
    [{ column: 'nextEndDate', operator: 'before', value: '2026-02-30' }],
    [{ column: 'nextEndDate', operator: 'in-next-days', value: -1 }],
    [{ column: 'nextEndDate', operator: 'between', value: ['2026-12-02', '2026-12-01'] }],
    [{ column: 'nextEndDate', operator: 'between', value: ['2026-12-01'] }],
    [{ column: 'nextEndDate', operator: 'in-period', value: 'some-month' }],
    [{ column: 'seatCount', operator: 'between', value: [5, 4] }],
    [{ column: 'seatCount', operator: 'between', value: ['4', '5'] }],
    [{ column: 'tags', operator: 'any-of', value: 'VIP' }],
    [{ column: 'relationship', operator: 'any-of', value: 'reseller' }],
    [{ column: 'owner', operator: 'is-me', value: 'x' }],
    [{ column: 'owner', operator: 'contains', value: 'x' }],
    [{ column: 'ownTags', operator: 'any-of', value: 'VIP' }],
    [{ column: 'name', operator: 'is-empty', value: 'x' }],
  ])('%j', (condition) => {
    const snapshot = loopback.application.hub.read('customer.list', {
      filter: { match: 'all', conditions: [condition] },
    })
    expect(snapshot).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})
