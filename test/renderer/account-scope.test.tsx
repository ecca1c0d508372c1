import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`
const row = (number: number, name: string, offer: string) =>
  line({
    CustomerID: tenant(number),
    CustomerName: name,
    OfferName: offer,
    SyndicationPartnerSubscriptionNumber: `b1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`,
  })

/** Two accounts: Contoso belongs to both, as customers of dual partners do. */
async function twoPortfolios(desk: Loopback): Promise<void> {
  const east = await makeAccount(desk, { companyName: 'East Cloud' })
  const west = await makeAccount(desk, { companyName: 'West Cloud', cloud: 'global' })
  await importFile(desk, east, reconciliationFile([row(1, 'Contoso', 'E3'), row(2, 'Fabrikam', 'E1')]))
  await importFile(desk, west, reconciliationFile([row(1, 'Contoso', 'E5')]))
}

const names = (rows: readonly (readonly string[])[]) => rows.map(([name]) => name).toSorted()

test('portfolios stay apart: the keyboard narrows every list and Home to one account, and opens all again', async () => {
  const { user, rowsOf, goTo } = await openPage(twoPortfolios)
  await screen.findByText('3 customers')
  expect(names(await rowsOf('Customers'))).toEqual(['Contoso', 'Contoso', 'Fabrikam'])
  // Together, each row says whose it is.
  screen.getByRole('columnheader', { name: 'Partner account' })
  await user.keyboard('{Control>}a{/Control}')

  await user.keyboard('{Control>}{Shift>}a{/Shift}{/Control}')
  await user.click(await screen.findByRole('menuitemradio', { name: /^West Cloud/ }))
  await screen.findByText('1 customer')
  expect(names(await rowsOf('Customers'))).toEqual(['Contoso'])
  expect(screen.queryByRole('columnheader', { name: 'Partner account' })).toBeNull()
  await screen.findByText(/^1 of 1 customers/)

  await goTo('Subscriptions')
  await screen.findByText('1 subscription')
  expect((await rowsOf('All subscriptions'))[0]?.[0]).toBe('E5')
  await goTo('Imports')
  await screen.findByRole('grid', { name: 'Imports' })
  expect(await rowsOf('Imports')).toHaveLength(1)

  await user.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  await waitFor(async () => expect(await rowsOf('Imports')).toHaveLength(2))
  await goTo('Customers')
  await screen.findByText('3 customers')
})

test('what was chosen does not outlive the account it was chosen in', async () => {
  const { user } = await openPage(twoPortfolios)
  await screen.findByText('3 customers')
  const grid = screen.getByRole('grid', { name: 'Customers' })
  grid.focus()
  await user.keyboard('{Control>}a{/Control}')
  await screen.findByText('3 rows chosen')
  await user.click(within(grid).getByText('Fabrikam'))
  await screen.findByRole('region', { name: 'Customer' })
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: 'Fabrikam' })
  await user.keyboard('{Control>}{Shift>}a{/Shift}{/Control}')
  await user.click(await screen.findByRole('menuitemradio', { name: /^West Cloud/ }))
  await screen.findByText('1 customer')
  expect(screen.queryByRole('heading', { name: 'Fabrikam' })).toBeNull()
  expect(screen.queryByRole('toolbar', { name: 'Chosen rows' })).toBeNull()
})
