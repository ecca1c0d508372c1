import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { listStates, restoreListStates } from '#renderer/state/list-state.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

await import('#renderer/table/popups/popups.tsx')
await import('#renderer/subscriptions/subscription-page.tsx')
await import('#renderer/subscriptions/subscriptions-screen.tsx')
await import('#renderer/links/links-screen.tsx')

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

const six = customersFile([
  [tenant(1), 'Adventure', 'adventure.com', 'Reseller', ''],
  [tenant(2), 'Bellows', 'bellows.com', 'Advisor', ''],
  [tenant(3), 'Contoso', 'contoso.com', 'Reseller', ''],
  [tenant(4), 'Datum', 'datum.com', 'Advisor', ''],
  [tenant(5), 'Fabrikam', 'fabrikam.com', 'Reseller', ''],
  [tenant(6), 'Graphic', 'graphic.com', '', ''],
])
const withSix = async (desk: Loopback) => importFile(desk, await makeAccount(desk), six)

async function openSix() {
  const page = await openPage(withSix)
  await screen.findByText('6 customers')
  const { rowsOf, user } = page
  const names = async () => (await rowsOf('Customers')).map((row) => row[0])
  return {
    ...page,
    names,
    expectNames: (expected: readonly string[]) =>
      waitFor(async () => expect(await names()).toEqual(expected)),
    header: (name: string) => screen.getByRole('columnheader', { name }),
    headerMenu: async (column: string, item: string) => {
      const button = within(screen.getByRole('columnheader', { name: column })).getByRole('button')
      button.focus()
      await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
      await user.click(await screen.findByRole('menuitem', { name: item }))
    },
  }
}

test('Shift sorts by a second column, and the headers say which is which', async () => {
  const { user, header, expectNames } = await openSix()
  await user.click(within(header('Relationship')).getByRole('button'))
  await user.keyboard('{Shift>}')
  await user.click(within(header('Name')).getByRole('button'))
  await user.click(within(header('Name')).getByRole('button'))
  await user.keyboard('{/Shift}')
  await expectNames(['Datum', 'Bellows', 'Fabrikam', 'Contoso', 'Adventure', 'Graphic'])
  expect(header('Relationship').getAttribute('aria-sort')).toBe('ascending')
  expect(header('Name').getAttribute('aria-sort')).toBe('descending')
  within(header('Name')).getByLabelText('sorted as number 2')
})

test('a filter is built of column, operator and ticked values with their counts, and taken away again', async () => {
  const { user, expectNames } = await openSix()
  await user.click(screen.getByRole('button', { name: 'Add filter' }))
  await user.type(await screen.findByRole('searchbox', { name: 'Find a column' }), 'relat')
  await user.click(
    within(screen.getByRole('list', { name: 'Column' })).getByRole('button', { name: 'Relationship' }),
  )
  await user.click(await screen.findByRole('button', { name: 'Add' }))
  await screen.findByText('Choose at least one value.')
  const values = screen.getByRole('group', { name: 'Values' })
  await user.click(await within(values).findByRole('checkbox', { name: 'Advisor' }))
  within(values).getByText('3')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await expectNames(['Bellows', 'Datum'])
  await screen.findByText('2 customers found')
  await user.click(
    screen.getByRole('button', { name: 'Remove the condition: Relationship is one of Advisor' }),
  )
  await screen.findByText('6 customers')
})

test('what is no value is explained and not sent', async () => {
  const { user, expectNames } = await openSix()
  await user.click(screen.getByRole('button', { name: 'Add filter' }))
  await user.type(await screen.findByRole('searchbox', { name: 'Find a column' }), 'next end{Enter}')
  const value = await screen.findByRole('textbox', { name: 'Value' })
  await user.type(value, '2026-13-40{Enter}')
  await screen.findByText('Type a date as YYYY-MM-DD.')
  expect(listStates().customers.filter.conditions).toEqual([])
  await user.selectOptions(screen.getByRole('combobox', { name: 'Operator' }), 'is empty')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await expectNames(['Adventure', 'Bellows', 'Contoso', 'Datum', 'Fabrikam', 'Graphic'])
  expect(listStates().customers.filter.conditions).toEqual([{ column: 'nextEndDate', operator: 'is-empty' }])
})

test('a range has two ends in their order, and a period moves with today', async () => {
  const { user } = await openSix()
  const conditions = () => listStates().customers.filter.conditions
  const asked = async (column: string, operator: string) => {
    await user.click(screen.getByRole('button', { name: 'Add filter' }))
    await user.type(await screen.findByRole('searchbox', { name: 'Find a column' }), `${column}{Enter}`)
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Operator' }), operator)
  }
  await asked('seats', 'is between')
  const from = screen.getByRole('textbox', { name: 'From' })
  const to = screen.getByRole('textbox', { name: 'To' })
  await user.type(from, '1,000')
  await user.type(to, '10{Enter}')
  await screen.findByText('The end comes before the start.')
  expect(to.getAttribute('aria-invalid')).toBe('true')
  await user.type(to, '000{Enter}')
  expect(conditions()).toEqual([{ column: 'seatCount', operator: 'between', value: [1_000, 10_000] }])
  await user.click(await screen.findByRole('button', { name: 'Seats is from 1,000 to 10,000' }))
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'To' })).value).toBe('10000')
  await user.keyboard('{Escape}')

  await asked('next end', 'is between')
  await user.type(screen.getByRole('textbox', { name: 'From' }), '2026-12-01')
  await user.type(screen.getByRole('textbox', { name: 'To' }), '2026-12{Enter}')
  await screen.findByText('Type a date as YYYY-MM-DD.')
  await user.type(screen.getByRole('textbox', { name: 'To' }), '-31{Enter}')
  await screen.findByRole('button', { name: 'Next end is from 2026-12-01 to 2026-12-31' })

  await asked('next end', 'is in the period')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'next quarter')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await screen.findByRole('button', { name: 'Next end is next quarter' })
  expect(conditions().at(-1)).toEqual({
    column: 'nextEndDate',
    operator: 'in-period',
    value: 'next-quarter',
  })
})

test('a cell keeps only its value, or leaves it out, by keyboard too', async () => {
  const { user, expectNames } = await openSix()
  const grid = screen.getByRole('grid', { name: 'Customers' })
  grid.focus()
  await user.keyboard('{Home}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(grid.getAttribute('aria-activedescendant')).toMatch(/-1-2$/)
  await user.keyboard('{Shift>}{F10}{/Shift}')
  await user.click(await screen.findByRole('menuitem', { name: 'Exclude this value' }))
  await expectNames(['Adventure', 'Contoso', 'Fabrikam', 'Graphic'])
})

test('columns are found, shown, moved and hidden, and the name stays frozen', async () => {
  const { user, header } = await openSix()
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  await user.type(await screen.findByRole('searchbox', { name: 'Find a column' }), 'tenant')
  await user.click(screen.getByRole('checkbox', { name: 'Tenant id' }))
  await user.clear(screen.getByRole('searchbox', { name: 'Find a column' }))
  await user.click(screen.getByRole('checkbox', { name: 'Seats' }))
  await user.click(screen.getByRole('button', { name: 'Move Domain down' }))
  await user.keyboard('{Escape}')
  const names = () => screen.getAllByRole('columnheader').map((each) => each.getAttribute('aria-label'))
  await waitFor(() =>
    expect(names()).toEqual([
      'Name',
      'Relationship',
      'Domain',
      'Delegated privileges',
      'Subscriptions',
      'Next end',
      'Your tags',
      'Tenant id',
    ]),
  )
  expect(header('Name').style.left).toBe('0px')
  expect(header('Relationship').style.left).toBe('')

  within(header('Relationship')).getByRole('button').focus()
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
  const place = listStates().customers.columns?.find(({ column }) => column === 'relationship')
  expect(place?.width).toBeGreaterThan(120)
})

test('a column follows the pointer that pulls it, and has the width it is let go at', async () => {
  const { header } = await openSix()
  const held = new Set<number>()
  // jsdom has no pointers to hold.
  Object.assign(HTMLElement.prototype, {
    setPointerCapture: (pointer: number) => held.add(pointer),
    hasPointerCapture: (pointer: number) => held.has(pointer),
  })
  const grip = header('Domain').querySelector('[data-grip]') ?? document.body
  const tracks = () =>
    screen
      .getAllByRole('row')
      .map((row) => row.style.gridTemplateColumns.split(' ')[1])
      .filter((track, at, all) => all.indexOf(track) === at)
  const [before = ''] = tracks()
  const cells = screen.getAllByRole('gridcell')
  const pull = (by: number) => {
    fireEvent.pointerDown(grip, { pointerId: 1, clientX: 500 })
    fireEvent.pointerMove(grip, { pointerId: 1, clientX: 500 + by / 2 })
    fireEvent.pointerMove(grip, { pointerId: 1, clientX: 500 + by })
  }
  pull(64)
  const pulled = `${Number.parseFloat(before) + 64}px`
  expect(tracks()).toEqual([pulled])
  expect(listStates().customers.columns).toBeNull()
  fireEvent.pointerCancel(grip, { pointerId: 1 })
  expect(tracks()).toEqual([before])

  pull(64)
  fireEvent.pointerUp(grip, { pointerId: 1 })
  expect(tracks()).toEqual([pulled])
  const place = listStates().customers.columns?.find(({ column }) => column === 'domain')
  expect(`${place?.width}px`).toBe(pulled)
  expect(screen.getAllByRole('gridcell').every((cell, at) => cell === cells[at])).toBe(true)
})

test('rows are chosen together by keys, all of the list at once, and copied with their headers', async () => {
  const { user } = await openSix()
  const copied: string[] = []
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true }) as Event & { clipboardData?: unknown }
    event.clipboardData = { setData: (_type: string, text: string) => copied.push(text) }
    return !document.dispatchEvent(event)
  }
  const grid = screen.getByRole('grid', { name: 'Customers' })
  grid.focus()
  await user.keyboard('{Home}{Shift>}{ArrowDown}{/Shift}')
  await screen.findByText('2 rows chosen')
  expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Copy for a spreadsheet' }))
  await waitFor(() => expect(copied).toHaveLength(1))
  expect(copied[0]?.split('\r\n').map((each) => each.split('\t').slice(0, 3))).toEqual([
    ['Name', 'Domain', 'Relationship'],
    ['Adventure', 'adventure.com', 'Reseller'],
    ['Bellows', 'bellows.com', 'Advisor'],
  ])
  grid.focus()
  await user.keyboard('{Control>}a{/Control}')
  await screen.findByText('6 rows chosen')
  await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
  await waitFor(() => expect(copied).toHaveLength(2))
  expect(copied[1]?.split('\n')).toHaveLength(8)
  grid.focus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText('6 rows chosen')).toBeNull())
})

test('rows stand below the values of a column, and a group closes and opens', async () => {
  const { user, headerMenu } = await openSix()
  await headerMenu('Relationship', 'Group by this column')
  const grid = await screen.findByRole('treegrid', { name: 'Customers' })
  const heads = () =>
    within(grid)
      .getAllByRole('row')
      .filter((row) => row.hasAttribute('aria-expanded'))
  await waitFor(() =>
    expect(heads().map((row) => row.textContent)).toEqual([
      'Advisor2 rows',
      'Reseller3 rows',
      'Not stated1 row',
    ]),
  )
  expect(grid.getAttribute('aria-rowcount')).toBe('10')
  grid.focus()
  await user.keyboard('{Home}{ArrowLeft}')
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('8'))
  expect(within(grid).queryByText('Bellows')).toBeNull()
  within(grid).getByText('Contoso')
  await user.keyboard('{ArrowRight}')
  await within(grid).findByText('Bellows')
  await user.click(screen.getByRole('button', { name: 'Remove the grouping' }))
  await screen.findByRole('grid', { name: 'Customers' })
})

test('how a list stands outlives the window, and what makes no sense is left out', async () => {
  const { user } = await openSix()
  await user.click(within(screen.getByRole('columnheader', { name: 'Domain' })).getByRole('button'))
  const kept: unknown = JSON.parse(JSON.stringify(listStates()))
  restoreListStates(null)
  expect(listStates().customers.sort).toEqual([{ column: 'name', direction: 'ascending' }])
  restoreListStates(kept)
  expect(listStates().customers.sort).toEqual([{ column: 'domain', direction: 'ascending' }])
  restoreListStates({
    customers: { sort: [{ column: 'gone', direction: 'up' }], frozen: 'x', filter: [] },
    x: 1,
  })
  expect(listStates().customers).toMatchObject({
    sort: [],
    frozen: 0,
    filter: { match: 'all', conditions: [] },
  })
})

test('every subscription is in one list to read, and leads to its page', async () => {
  const { user, goTo } = await openPage(async (desk) =>
    importFile(
      desk,
      await makeAccount(desk),
      reconciliationFile([
        line({ SyndicationPartnerSubscriptionNumber: 'one', OfferName: 'Offer One' }),
        line({ SyndicationPartnerSubscriptionNumber: 'two', OfferName: 'Offer Two', ResellerMPNID: '-1' }),
      ]),
    ),
  )
  await goTo('Subscriptions')
  const grid = await screen.findByRole('grid', { name: 'All subscriptions' })
  await within(grid).findByText('Offer One')
  screen.getByText('Read-only')
  expect(grid.getAttribute('aria-readonly')).toBe('true')
  for (const role of ['textbox', 'spinbutton', 'combobox', 'checkbox', 'switch'] as const) {
    expect(within(grid).queryAllByRole(role, { hidden: true })).toEqual([])
  }
  await user.click(screen.getByRole('button', { name: /^View: / }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Partner of record removed' }))
  await waitFor(() => expect(within(grid).queryByText('Offer One')).toBeNull())
  await user.dblClick(within(grid).getByText('Offer Two'))
  const page = await screen.findByRole('region', { name: 'Subscription details' })
  within(page).getByText('Offer Two')
})

test('the links say where they lead, whose they are, and where they were used', async () => {
  const { goTo, rowsOf } = await openPage(makeAccount)
  await goTo('Links')
  await screen.findByText('1 link')
  const [row = []] = await rowsOf('Invitation links')
  expect(row).toContain('admin.microsoft.com')
  expect(row).toContain('21Vianet')
  expect(row).toContain('In use')
})
