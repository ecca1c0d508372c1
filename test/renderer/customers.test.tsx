import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

const four = customersFile([
  [tenant(1), '上海华联贸易有限公司', 'hualian.cn', 'Reseller', ''],
  [tenant(2), '重庆锦绣科技有限公司', 'jinxiu.cn', 'Reseller', ''],
  [tenant(3), 'Contoso', 'contoso.com', 'Advisor', 'key account'],
  [tenant(4), 'Fabrikam', 'fabrikam.com', 'Something new', ''],
])

const withFour = async (desk: Loopback) => importFile(desk, await makeAccount(desk), four)
const names = (rows: readonly (readonly string[])[]) => rows.map((row) => row[0])

test('the search answers on every key, in Chinese, pinyin, initials and domains', async () => {
  const { user, rowsOf } = await openPage(withFour)
  await screen.findByText('4 customers')
  await user.keyboard('/')
  const search = screen.getByRole('searchbox', { name: 'Search customers' })
  expect(document.activeElement).toBe(search)

  for (const [typed, expected] of [
    ['华联', '上海华联贸易有限公司'],
    ['hual', '上海华联贸易有限公司'],
    ['cqjx', '重庆锦绣科技有限公司'],
    ['FABRIKAM.com', 'Fabrikam'],
    [tenant(3), 'Contoso'],
  ] as const) {
    await user.clear(search)
    await user.type(search, typed)
    await screen.findByText('1 customer found')
    expect(names(await rowsOf('Customers'))).toEqual([expected])
  }

  await user.type(search, 'x')
  await screen.findByRole('heading', { name: `No customer matches “${tenant(3)}x”` })
  await user.click(screen.getByRole('button', { name: 'Show all customers' }))
  await screen.findByText('4 customers')
})

test('a header sorts by its column, and the other way round', async () => {
  const { user, rowsOf } = await openPage(withFour)
  const header = () => screen.getByRole('columnheader', { name: 'Domain' })
  await screen.findByText('4 customers')
  expect(header().getAttribute('aria-sort')).toBe('none')
  await user.click(within(header()).getByRole('button'))
  await waitFor(async () => expect((await rowsOf('Customers'))[0]?.[1]).toBe('contoso.com'))
  expect(header().getAttribute('aria-sort')).toBe('ascending')
  await user.click(within(header()).getByRole('button'))
  await waitFor(async () => expect((await rowsOf('Customers'))[0]?.[1]).toBe('jinxiu.cn'))
  expect(header().getAttribute('aria-sort')).toBe('descending')
})

test('the keyboard goes through the list, into a customer and back', async () => {
  const { user } = await openPage(withFour)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  const selected = () => within(grid).getByRole('row', { selected: true })
  await user.keyboard('{Control>}f{/Control}{Enter}')
  expect(document.activeElement).toBe(grid)
  await waitFor(() => expect(selected().getAttribute('aria-rowindex')).toBe('2'))
  await user.keyboard('jj{ArrowUp}')
  await waitFor(() => expect(selected().getAttribute('aria-rowindex')).toBe('3'))
  expect(grid.getAttribute('aria-activedescendant')).toBe(selected().id)
  const name = within(selected()).getAllByRole('gridcell')[0]?.textContent ?? ''
  await screen.findByRole('region', { name: 'Customer' })

  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('grid', { name: 'Customers' })).toBeNull())
  screen.getByRole('heading', { name })
  await user.keyboard('{Escape}')
  await screen.findByRole('grid', { name: 'Customers' })
  screen.getByRole('region', { name: 'Customer' })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: 'Customer' })).toBeNull()
})

test('a long list holds a window of rows, says how long it is, and reaches its last row', async () => {
  const lines = Array.from({ length: 1_500 }, (_, index) =>
    line({
      CustomerID: tenant(index),
      CustomerName: `Customer ${String(index).padStart(4, '0')}`,
      SyndicationPartnerSubscriptionNumber: `subscription-${index}`,
    }),
  )
  const { user } = await openPage(async (desk) =>
    importFile(desk, await makeAccount(desk), reconciliationFile(lines)),
  )
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await screen.findByText('1,500 customers')
  expect(grid.getAttribute('aria-rowcount')).toBe('1501')
  expect(within(grid).getAllByRole('row').length).toBeLessThan(80)

  grid.focus()
  await user.keyboard('{End}')
  const last = await within(grid).findByText('Customer 1499')
  expect(last.closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('1501')
  expect(within(grid).getAllByRole('row').length).toBeLessThan(80)
})

test('each fact of a customer has its file and its date', async () => {
  const { user } = await openPage(withFour)
  await user.click(await screen.findByText('Fabrikam'))
  const detail = await screen.findByRole('region', { name: 'Customer' })
  await within(detail).findByText('Something new (as the file says)')
  expect(
    within(detail).getAllByText(/^Customers\.csv \(Customers\.csv\), imported \d{4}-\d\d-\d\d, confirmed/),
  ).toHaveLength(5)
})

test('a note half written is still there after looking elsewhere, and stays with its customer', async () => {
  const { desk, user, goTo } = await openPage(withFour)
  await user.click(await screen.findByText('Contoso'))
  await user.click(await screen.findByRole('tab', { name: /^Notes/ }))
  await user.type(await screen.findByRole('textbox', { name: 'New note' }), 'Wants a second reseller')
  await goTo('Settings')
  await goTo('Customers')
  await user.type(await screen.findByRole('textbox', { name: 'New note' }), '.')
  await user.click(screen.getByRole('button', { name: 'Add note' }))
  const notes = await screen.findByRole('list', { name: 'Notes' })
  within(notes).getByText('Wants a second reseller.')
  const contoso = desk.read('customer.list', { search: 'contoso', offset: 0, limit: 1 }).rows[0]
  expect(desk.read('customer.detail', { customerId: contoso?.id ?? '' }).notes).toHaveLength(1)
})
