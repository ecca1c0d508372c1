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

const isHidden = (element: HTMLElement) => element.closest('[aria-hidden="true"]') !== null

test('on the customer-safe screen only the chosen customer can be read', async () => {
  const { user } = await openPage(withTwo)
  const grid = await screen.findByRole('grid', { name: 'Customers' })
  await user.click(await within(grid).findByText('Contoso'))
  await user.keyboard('{F8}')
  const banner = await screen.findByText('Customer-safe screen is on.')
  await waitFor(() => expect(banner.parentElement?.textContent).toContain('Only Contoso can be read.'))
  expect(isHidden(within(grid).getByText('Contoso'))).toBe(false)
  expect(isHidden(within(grid).getByText('Fabrikam'))).toBe(true)

  // What is found is hidden too, and so is the window's title.
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Search or run an action' }), 'fabrikam')
  const results = await screen.findByRole('listbox', { name: 'Results' })
  expect(isHidden(await within(results).findByText('Fabrikam'))).toBe(true)
  expect(within(results).queryByRole('option', { name: /Fabrikam/ })).toBeNull()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
  expect(document.title).toBe('Multi-Partner Desk')

  await user.click(screen.getByRole('button', { name: 'Turn off' }))
  await waitFor(() => expect(document.title).toBe('Fabrikam – Multi-Partner Desk'))
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
