import { createDOMRenderer } from '@fluentui/react-components'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test } from 'vitest'
import type { Bridge } from '#shared/protocol.ts'
import { App } from '#renderer/app/app.tsx'
import { createClient } from '#renderer/state/client.ts'
import { listStates } from '#renderer/state/list-state.ts'
import { createUiStore } from '#renderer/state/ui-store.ts'
import { rowSpace, rowsTop, scrollTopOf, tallest } from '#renderer/table/rows/row-space.ts'
import { makeAccount } from '#test/support/fixtures.ts'
import { createLoopback } from '#test/support/loopback.ts'

const million = 1_000_000

type LongList = {
  readonly limits: number[]
  /** What main has not said yet, where it takes its time. */
  late: (() => void)[] | null
}

/** A bridge whose customer list is as long as wanted; the table is what this is about, not the rows. */
function withLongList(bridge: Bridge, list: LongList): Bridge {
  const row = (index: number) => ({
    id: `c${index}`,
    accountId: 'a',
    name: `Customer ${index}`,
    domain: null,
    tenantId: null,
    relationship: 'reseller',
    relationshipRaw: null,
    subscriptionCount: 0,
    seatCount: 0,
    nextEndDate: null,
    tags: [],
    alias: null,
    owner: null,
    ownTags: [],
    delegatedPrivileges: 'unknown',
    requestCount: 0,
    confirmedAt: null,
    accountName: 'A',
    isSample: false,
  })
  return {
    ...bridge,
    watch: (view, params, onSnapshot) => {
      if (view !== 'customer.list') {
        return bridge.watch(view, params, onSnapshot)
      }
      const { offset, limit } = params as { readonly offset: number; readonly limit: number }
      list.limits.push(limit)
      const length = Math.min(limit, million - offset)
      const rows = Array.from({ length }, (_, at) => row(offset + at))
      const answer = () => onSnapshot({ ok: true, value: { total: million, rows }, revision: 1 })
      if (list.late === null) {
        queueMicrotask(answer)
      } else {
        list.late.push(answer)
      }
      return () => undefined
    },
  }
}

async function openLongList(lists: unknown = null) {
  const desk = createLoopback()
  onTestFinished(() => desk.close())
  await makeAccount(desk)
  const list: LongList = { limits: [], late: null }
  const ui = createUiStore()
  ui.actions.restore({ lists, route: { screen: 'customers', isFullPage: false } })
  const client = createClient(withLongList(desk.bridge, list))
  render(<App client={client} ui={ui} styles={createDOMRenderer()} />)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await screen.findByText('1,000,000 customers')
  return { grid, limits: list.limits, list }
}

test('the last of a million rows is reached, through blocks of its rows', async () => {
  const { grid, limits } = await openLongList()
  expect(grid.getAttribute('aria-rowcount')).toBe('1000001')

  const user = userEvent.setup()
  grid.focus()
  await user.keyboard('{End}')
  const last = await within(grid).findByText('Customer 999999')
  expect(last.closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('1000001')
  expect(grid.scrollTop).toBeLessThanOrEqual(tallest)
  await user.keyboard('{ArrowUp}{ArrowUp}')
  await waitFor(() =>
    expect(within(grid).getByRole('row', { selected: true }).textContent).toContain('Customer 999997'),
  )
  grid.scrollTo({ top: tallest / 2 })
  await within(grid).findByText('Customer 500000')
  await user.keyboard('{Home}')
  await within(grid).findByText('Customer 0')
  expect(within(grid).getAllByRole('row').length).toBeLessThan(80)
  expect(Math.max(...limits)).toBe(50)
})

test('rows that move past keep their elements, and are in their order again once they rest', async () => {
  const { grid } = await openLongList()
  await within(grid).findByText('Customer 0')
  const rows = () => within(grid).getAllByRole('row').slice(1)
  const places = () => rows().map((row) => Number(row.getAttribute('aria-rowindex')))
  const before = new Set(rows())
  // Through rows that are here, a few at a time.
  for (let top = 0; top <= 1_080; top += 360) {
    grid.scrollTo({ top })
    await within(grid).findByText(`Customer ${top / 36 + 5}`)
  }
  expect(rows().filter((row) => !before.has(row))).toEqual([])
  expect(rows()).toHaveLength(before.size)
  await waitFor(() => expect(places()).toEqual(places().toSorted((a, b) => a - b)))
  expect(places()).toContain(32)
  expect(rows().filter((row) => !before.has(row))).toEqual([])
})

test('rows on the way say so until they are here', async () => {
  const { grid, list } = await openLongList()
  await within(grid).findByText('Customer 0')
  list.late = []
  grid.scrollTo({ top: tallest / 2 })
  const busy = () => within(grid).queryAllByRole('row', { busy: true })
  await waitFor(() => expect(busy().length).toBeGreaterThan(10))
  expect(busy().map((row) => Number(row.getAttribute('aria-rowindex')))).toContain(500_002)
  const late = list.late
  list.late = null
  late.forEach((answer) => answer())
  const row = (await within(grid).findByText('Customer 500000')).closest('[role="row"]')
  expect(row?.getAttribute('aria-busy')).toBeNull()
  await waitFor(() => expect(busy()).toEqual([]))
})

test('a long list opens where it was left, and says so when it is left again', async () => {
  const { grid, limits } = await openLongList({ customers: { topRow: 19_751 } })
  const row = await within(grid).findByText('Customer 19751')
  expect(row.closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('19753')
  expect(limits.length).toBeLessThan(6)
  grid.scrollTo({ top: tallest / 2 })
  await within(grid).findByText('Customer 500000')
  await waitFor(() => expect(Math.abs(listStates().customers.topRow - 500_000)).toBeLessThan(20))
})

test('a list that fits is scrolled pixel for pixel; a longer one ends where the scrollbar ends', () => {
  const small = rowSpace(100_000, 36, 600)
  expect([small.ratio, small.height]).toEqual([1, 3_600_000])
  expect(rowsTop(small, 12_345)).toBe(12_345)
  const large = rowSpace(100_000_000, 36, 600)
  expect(large.height).toBe(tallest)
  expect(rowsTop(large, tallest - 600)).toBeCloseTo(100_000_000 * 36 - 600, 0)
  expect(scrollTopOf(large, 100_000_000 * 36 - 600)).toBeCloseTo(tallest - 600, 3)
})
