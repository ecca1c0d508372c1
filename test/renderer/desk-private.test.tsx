import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

const withTwo = async (desk: Loopback) =>
  importFile(
    desk,
    await makeAccount(desk),
    reconciliationFile([
      line({ CustomerID: tenant(1), CustomerName: 'Contoso', SyndicationPartnerSubscriptionNumber: 's-1' }),
      line({ CustomerID: tenant(2), CustomerName: 'Fabrikam', SyndicationPartnerSubscriptionNumber: 's-2' }),
    ]),
  )

/** Everything of the page that can be read by eyes, by a screen reader or out of its source. */
function everyText(): string {
  const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
  return [document.title, document.documentElement.outerHTML, ...values].join('\n')
}
const expectHidden = async (...texts: readonly string[]) =>
  waitFor(() => texts.forEach((text) => expect(everyText()).not.toContain(text)))

test('on the customer-safe screen only the chosen customer can be read', async () => {
  const { user } = await openPage(withTwo)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await user.click(await within(grid).findByText('Contoso'))
  await user.keyboard('{F8}')
  const banner = await screen.findByText('Customer-safe screen is on.')
  await waitFor(() => expect(banner.parentElement?.textContent).toContain('Only Contoso can be read.'))
  within(grid).getByText('Contoso')
  await expectHidden('Fabrikam', tenant(2))

  // What is found is hidden too, and so is the window's title.
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Search or run an action' }), 'fabri')
  const results = await screen.findByRole('listbox', { name: 'Results' })
  await within(results).findByRole('group', { name: 'Customers' })
  await expectHidden('Fabrikam')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
  expect(document.title).toBe('Multi-Partner Desk')
  await screen.findByText(/^Hidden on the customer-safe screen/)
  await expectHidden('Fabrikam', tenant(2))

  await user.click(screen.getByRole('button', { name: 'Turn off' }))
  await waitFor(() => expect(document.title).toBe('Fabrikam – Multi-Partner Desk'))
})

test('on the customer-safe screen a copy has the chosen customer’s rows alone, and says so', async () => {
  const copied: string[] = []
  document.execCommand = () => {
    const event = new Event('copy', { cancelable: true })
    Object.assign(event, {
      clipboardData: { setData: (_: string, text: string) => copied.push(text) },
    })
    return document.dispatchEvent(event) || true
  }
  const { user } = await openPage(withTwo)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await user.click(await within(grid).findByText('Contoso'))
  await user.keyboard('{F8}')
  grid.focus()
  await user.keyboard('{Control>}a{/Control}{Control>}c{/Control}')
  await screen.findByText('1 row of another customer was left out.')
  expect(copied).toHaveLength(1)
  expect(copied[0]).toContain('Contoso')
  expect(copied[0]).not.toContain('Fabrikam')

  await user.keyboard('{Escape}')
  await user.click(within(grid).getAllByRole('row')[2] as HTMLElement)
  grid.focus()
  await user.keyboard('{Control>}c{/Control}')
  await screen.findByText('Not copied: another customer’s data.')
  expect(copied).toHaveLength(1)
})

test('on the customer-safe screen nothing is done with another customer’s rows', async () => {
  const { user } = await openPage(withTwo)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await user.click(await within(grid).findByText('Contoso'))
  grid.focus()
  await user.keyboard('{Control>}a{/Control}')
  const bar = await screen.findByRole('toolbar', { name: 'Chosen rows' })
  await within(bar).findByRole('button', { name: 'Tag…' })
  await user.keyboard('{F8}')
  await within(bar).findByText(/^Some of these rows are another customer’s/)
  expect(within(bar).queryByRole('button', { name: 'Tag…' })).toBeNull()
  await user.keyboard('{Control>}t{/Control}')
  await screen.findByText('Not now: this is another customer’s.')
  expect(screen.queryByRole('dialog')).toBeNull()

  // The chosen customer's own rows can still be worked with.
  await user.keyboard('{Escape}')
  grid.focus()
  await user.keyboard('{Home}{Shift>}{Home}{/Shift}')
  await within(await screen.findByRole('toolbar', { name: 'Chosen rows' })).findByRole('button', {
    name: 'Tag…',
  })
})

test('a request, a draft, a filter, a view and what was undone are hidden with their customer', async () => {
  const { desk, user, goTo } = await openPage(async (fresh) => {
    await withTwo(fresh)
    const other = fresh.read('customer.list', {}).rows.find(({ name }) => name === 'Fabrikam')
    const { accountId = '', id: customerId = '' } = other ?? {}
    await fresh.run('request.create', {
      accountId,
      customerId,
      language: 'en',
      recipients: ['it@fabrikam.example'],
    })
    await fresh.run('saved-view.create', {
      name: 'Fabrikam only',
      isPinned: true,
      definition: {
        list: 'customers',
        filter: { match: 'all', conditions: [{ column: 'name', operator: 'is', value: 'Fabrikam' }] },
        sort: [],
        columns: [{ column: 'name' }, { column: 'domain' }],
        frozen: 1,
      },
    })
    await fresh.run('customer.note', { customerId, text: 'call Fabrikam' })
  })
  await user.keyboard('{F8}')
  await user.click(await screen.findByRole('button', { name: 'Saved view 1' }))
  await screen.findByRole('button', { name: 'Name is hidden' })
  await expectHidden('Fabrikam')
  await goTo('Requests')
  const ledger = await screen.findByRole('grid', { name: 'Requests' })
  await waitFor(() => expect(within(ledger).getAllByRole('row')).toHaveLength(2))
  await user.click(within(ledger).getAllByRole('row')[1] as HTMLElement)
  await screen.findByText(/^Hidden on the customer-safe screen/)
  await expectHidden('Fabrikam', 'it@fabrikam.example')
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('Undone: note added')
  await expectHidden('Fabrikam')
  await user.keyboard('{Control>}n{/Control}')
  await user.click(await screen.findByRole('button', { name: 'Next' }))
  await screen.findByRole('listbox', { name: 'Customers found' })
  await expectHidden('Fabrikam', 'fabrikam')
  expect(desk.read('request.list', {}).total).toBe(1)
})

test('the customer-safe screen is still on after a restart', async () => {
  await openPage(async (desk) => {
    await withTwo(desk)
    await desk.run('screen.remember', {
      state: '{"version":1,"route":{"screen":"customers","isFullPage":false},"safe":{"isOn":true}}',
    })
  })
  await screen.findByText('Customer-safe screen is on.')
  await screen.findByRole('grid', { name: 'Customers' })
  await expectHidden('Contoso', 'Fabrikam', tenant(1))
})

test('the quick look shows the row, goes on with the arrows, and closes', async () => {
  const { user } = await openPage(withTwo)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await user.click(await within(grid).findByText('Contoso'))
  grid.focus()
  await user.keyboard(' ')
  const card = await screen.findByRole('dialog', { name: 'Quick look' })
  await within(card).findByRole('heading', { name: 'Contoso' })
  await within(card).findByText('2027-01-31')
  await user.keyboard('{ArrowDown}')
  await within(card).findByRole('heading', { name: 'Fabrikam' })
  expect(document.activeElement).toBe(grid)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog', { name: 'Quick look' })).toBeNull()
  screen.getByRole('region', { name: 'Customer' })
})

test('a bar of the home page opens the subscriptions that end in its month', async () => {
  const { user } = await openPage(withTwo, { at: 'home', clock: () => new Date('2026-12-05T08:00:00Z') })
  await user.click(await screen.findByRole('button', { name: '2027-01: 2 subscriptions, 50 seats' }))
  const grid = await screen.findByRole('grid', { name: /subscriptions/i })
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(3))
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await screen.findByRole('heading', { name: 'Home' })
})
