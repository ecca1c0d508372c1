import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeepReadonly } from '#shared/protocol.ts'
import type { CustomerRow } from '#shared/contract/customer.ts'
import type { SubscriptionRow } from '#shared/contract/subscription.ts'
import type { ColumnType, Condition, Filter, ListName, SortStep } from '#shared/domain/list-columns.ts'
import { listColumns, lists, operatorsOf } from '#shared/domain/list-columns.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import { makeAccount, importFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

const today = '2026-11-22'
const everything = { offset: 0, limit: 10_000 }
let loopback: Loopback
let customers: readonly DeepReadonly<CustomerRow>[]
let subscriptions: readonly DeepReadonly<SubscriptionRow>[]

beforeAll(async () => {
  loopback = createLoopback({ clock: () => new Date(`${today}T09:00:00Z`) })
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
  customers = loopback.read('customer.list', everything).rows
  subscriptions = loopback.read('subscription.list', everything).rows
})
afterAll(() => loopback.close())

/* The naive model: the same questions, asked of plain rows in plain JavaScript. */

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

type Cell = string | number | readonly string[] | null

function holds(type: ColumnType, cell: Cell, { operator, value }: Condition): boolean {
  const isEmpty = cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
  const text = fold(String(cell ?? ''))
  const wanted = fold(String(value ?? ''))
  const day = String(cell ?? '').slice(0, 10)
  switch (operator) {
    case 'is-empty':
      return isEmpty
    case 'is-not-empty':
      return !isEmpty
    case 'contains':
    case 'not-contains': {
      const has =
        type === 'tags' ? (cell as string[]).some((tag) => fold(tag).includes(wanted)) : text.includes(wanted)
      return has === (operator === 'contains')
    }
    case 'starts-with':
      return text.startsWith(wanted)
    case 'is':
      return type === 'text' ? text === wanted : type === 'date' ? day === value : cell === value
    case 'is-not':
      return type === 'text' ? text !== wanted : cell !== value
    case 'at-least':
      return !isEmpty && Number(cell) >= Number(value)
    case 'at-most':
      return !isEmpty && Number(cell) <= Number(value)
    case 'before':
      return !isEmpty && day < String(value)
    case 'after':
      return !isEmpty && day > String(value)
    case 'in-next-days':
      return !isEmpty && day >= today && day <= addDays(today, Number(value))
    case 'in-last-days':
      return !isEmpty && day <= today && day >= addDays(today, -Number(value))
    case 'any-of':
      return (value as string[]).includes(String(cell ?? ''))
    case 'none-of':
      return !(value as string[]).includes(String(cell ?? ''))
  }
}

/** Columns whose value stands in the row itself. */
function columnsOf(list: 'customers' | 'subscriptions'): (readonly [string, ColumnType])[] {
  return Object.entries(listColumns[list]).filter(([column]) => !['confirmedAt', 'fileName'].includes(column))
}

function conditionOn(list: 'customers' | 'subscriptions', rows: readonly object[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...columnsOf(list)).chain(([column, type]) => {
    const known = rows.map((row) => (row as { [key: string]: unknown })[column])
    const texts = known.flat().filter((cell) => typeof cell === 'string')
    const piece = fc.oneof(
      fc.constantFrom('', '%', '_', "'", '公司', 'CO', 'ｃｏ', 'vip', ...texts),
      fc.string({ maxLength: 4 }).map((text) => text.replace(/[\u0000-\u001f\u007f]/g, '')),
    )
    return fc.constantFrom(...operatorsOf[type]).chain((operator) => {
      const values: { readonly [T in ColumnType]: fc.Arbitrary<string | number | string[]> } = {
        text: piece,
        tags: piece,
        number: fc.oneof(
          fc.integer({ min: -5, max: 500 }),
          fc.constantFrom(...known.filter((cell) => typeof cell === 'number'), 0),
        ),
        date: fc.oneof(
          fc.constantFrom(
            today,
            ...texts.map((text) => text.slice(0, 10)).filter((text) => /^\d{4}-/.test(text)),
          ),
          fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)),
        ),
        choice: fc.array(fc.constantFrom('', 'unknown', ...texts), { maxLength: 4 }),
      }
      const value = operator.endsWith('-days') ? fc.integer({ min: 0, max: 400 }) : values[type]
      return operator.endsWith('-empty')
        ? fc.constant({ column, operator })
        : value.map((each) => ({ column, operator, value: each }))
    })
  })
}

function filterOn(list: 'customers' | 'subscriptions', rows: readonly object[]): fc.Arbitrary<Filter> {
  return fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    conditions: fc.array(conditionOn(list, rows), { maxLength: 4 }),
  })
}

function passes(list: ListName, row: object, { match, conditions }: Filter): boolean {
  const types: { readonly [column: string]: ColumnType } = listColumns[list]
  const results = conditions.map((each) =>
    holds(types[each.column] ?? 'text', (row as { [key: string]: Cell })[each.column] ?? null, each),
  )
  return conditions.length === 0 || (match === 'all' ? results.every(Boolean) : results.some(Boolean))
}

describe('filters agree with the naive model', () => {
  test('over customers', () => {
    fc.assert(
      fc.property(filterOn('customers', customers), (filter) => {
        const { total, rows } = loopback.read('customer.list', { ...everything, filter } as never)
        const expected = customers.filter((row) => passes('customers', row, filter))
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(total).toBe(expected.length)
      }),
      { numRuns: 600 },
    )
  })

  test('over subscriptions', () => {
    fc.assert(
      fc.property(filterOn('subscriptions', subscriptions), (filter) => {
        const { total, rows } = loopback.read('subscription.list', { ...everything, filter } as never)
        const expected = subscriptions.filter((row) => passes('subscriptions', row, filter))
        expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(total).toBe(expected.length)
      }),
      { numRuns: 600 },
    )
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
    [{ column: 'relationship', operator: 'any-of', value: 'reseller' }],
    [{ column: 'name', operator: 'is-empty', value: 'x' }],
  ])('%j', (condition) => {
    const snapshot = loopback.application.hub.read('customer.list', {
      filter: { match: 'all', conditions: [condition] },
    })
    expect(snapshot).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })
})
