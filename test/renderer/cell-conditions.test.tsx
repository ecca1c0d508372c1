import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { renderHook } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Condition, ListName } from '#shared/domain/list-columns.ts'
import { listColumns } from '#shared/domain/list-columns.ts'
import { en } from '#shared/locales/en.ts'
import type { ViewParams } from '#shared/protocol.ts'
import { useCustomerColumns } from '#renderer/customers/customer-columns.tsx'
import { useLinkColumns } from '#renderer/links/link-columns.tsx'
import { ScopeProvider, scopeOf } from '#renderer/parts/scope.tsx'
import { useRequestColumns } from '#renderer/requests/request-columns.tsx'
import { createClient } from '#renderer/state/client.ts'
import { PageProvider } from '#renderer/state/page-context.tsx'
import { createUiStore } from '#renderer/state/ui-store.ts'
import { useAllSubscriptionColumns } from '#renderer/subscriptions/all-subscription-columns.tsx'
import type { CellValue } from '#renderer/table/columns/column.ts'
import { conditionsFor, narrowed } from '#renderer/table/filters/conditions.ts'
import { listViews } from '#renderer/table/use-list-window.ts'
import { useList, type List } from '#renderer/table/use-list.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { createLoopback, type Loopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

/** The screens' own columns, with what each of their cells holds. */
const hooks = {
  customers: useCustomers,
  subscriptions: useSubscriptions,
  requests: useRequests,
  links: useLinks,
}
type Probed = keyof typeof hooks

function useCustomers() {
  return useList('customers', useCustomerColumns())
}
function useSubscriptions() {
  return useList('subscriptions', useAllSubscriptionColumns())
}
function useRequests() {
  return useList('requests', useRequestColumns(false))
}
function useLinks() {
  return useList('links', useLinkColumns())
}

let desk: Loopback

beforeAll(async () => {
  desk = createLoopback()
  const accountId = await makeAccount(desk)
  await desk.run('sample.load', {})
  await importFile(
    desk,
    accountId,
    customersFile([
      ['a1b2c3d4-0000-4000-8000-000000000001', 'Ｗｉｄｅ 公司', '', '', ''],
      ['a1b2c3d4-0000-4000-8000-000000000002', `Long ${'name '.repeat(200)}`, 'long.cn', 'Something', 'VIP'],
      ['a1b2c3d4-0000-4000-8000-000000000003', 'Two tags', 'two.cn', 'Something', 'VIP;续约'],
    ]),
  )
  const prospect = { name: 'Wide World', email: 'office@wwi.example' }
  for (const recipients of [[], [prospect.email], [prospect.email, 'it@wwi.example']]) {
    await desk.run('request.create', { accountId, prospect, language: 'en', recipients })
  }
  const { id } = await desk.run('request.create', { accountId, prospect, language: 'zh-CN' })
  await desk.run('request.copy', { requestId: id, format: 'text' })
})
afterAll(() => desk.close())

async function columnsOf(name: Probed): Promise<List<object>['columns']> {
  const texts = createInstance()
  await texts.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } })
  const scope = scopeOf(desk.read('preferences.current', {}), desk.read('account.list', {}))
  const { result } = renderHook(hooks[name] as () => unknown as () => List<object>, {
    wrapper: ({ children }) => (
      <RendererProvider renderer={createDOMRenderer()}>
        <PageProvider client={createClient(desk.bridge)} ui={createUiStore()}>
          <I18nextProvider i18n={texts}>
            <ScopeProvider scope={scope}>{children}</ScopeProvider>
          </I18nextProvider>
        </PageProvider>
      </RendererProvider>
    ),
  })
  return result.current.columns
}

function idsOf(name: ListName, conditions?: readonly Condition[]): readonly string[] {
  const filter = conditions === undefined ? {} : { filter: { match: 'all', conditions } }
  const params = { offset: 0, limit: 10_000, ...filter } as unknown as ViewParams<'link.list'>
  return (desk.read(listViews[name] as 'link.list', params).rows as readonly { id: string }[]).map(
    ({ id }) => id,
  )
}

describe.each(Object.keys(hooks) as Probed[])('every cell of the %s', (name) => {
  test('can be kept alone and be left out, and one undoes the other', async () => {
    const columns = await columnsOf(name)
    const known = columns.filter(({ id }) => id in listColumns[name])
    expect(known.length).toBeGreaterThan(5)
    const params = { offset: 0, limit: 10_000 } as ViewParams<'link.list'>
    const rows = desk.read(listViews[name] as 'link.list', params).rows as readonly { readonly id: string }[]
    const all = idsOf(name)
    for (const { id: column, type = 'text', value } of known) {
      const cells = new Map<string, { readonly cell: CellValue; readonly row: string }>()
      for (const row of rows) {
        const cell = value?.(row) ?? null
        cells.set(JSON.stringify(cell), { cell, row: row.id })
      }
      // A dozen values of each column; those of the empty cells and the long ones among them.
      for (const { cell, row } of [...cells.values()].toSorted(byLength).slice(-12)) {
        const kept = idsOf(name, conditionsFor(column, type, cell, true))
        const left = idsOf(name, conditionsFor(column, type, cell, false))
        expect([column, cell, kept.includes(row), left.includes(row)]).toEqual([column, cell, true, false])
        // A row with one of several tags is neither kept nor left.
        const others = Array.isArray(cell) && cell.length > 1 ? all.length : kept.length + left.length
        expect([column, cell, others]).toEqual([column, cell, all.length])
      }
    }
  })
})

function byLength(a: { readonly cell: CellValue }, b: { readonly cell: CellValue }): number {
  // Empty cells last, so that they are never cut off.
  const length = ({ cell }: { readonly cell: CellValue }) =>
    cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
      ? Number.MAX_SAFE_INTEGER
      : JSON.stringify(cell).length
  return length(a) - length(b)
}

describe('narrowing further', () => {
  const all = (conditions: readonly Condition[]) => ({ match: 'all' as const, conditions })
  const only = (column: string, value: CellValue) => conditionsFor(column, 'text', value, true)

  test('the value kept last counts, of one column only', () => {
    const kept = narrowed(narrowed(all([]), only('domain', 'a.cn')), only('name', 'A'))
    expect(narrowed(kept, only('domain', null))).toEqual(
      all([
        { column: 'name', operator: 'is', value: 'A' },
        { column: 'domain', operator: 'is-empty' },
      ]),
    )
  })

  test('values left out add up, each once', () => {
    const without = (value: string) => conditionsFor('state', 'choice', value, false)
    const twice = narrowed(narrowed(narrowed(all([]), without('a')), without('b')), without('a'))
    expect(twice).toEqual(all([{ column: 'state', operator: 'none-of', value: ['a', 'b'] }]))
    const numbers = conditionsFor('seatCount', 'number', 5, false)
    expect(narrowed(narrowed(all([]), numbers), numbers).conditions).toHaveLength(1)
  })

  test('a row with several tags is kept by all of them', () => {
    const added = conditionsFor('tags', 'tags', ['VIP', '续约'], true)
    expect(narrowed(all(added), conditionsFor('tags', 'tags', ['new', 'big'], true)).conditions).toEqual([
      { column: 'tags', operator: 'any-of', value: ['new'] },
      { column: 'tags', operator: 'any-of', value: ['big'] },
    ])
  })
})
