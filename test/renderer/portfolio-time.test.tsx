import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`
const row = (number: number, name: string, quantity: string) =>
  line({
    CustomerID: tenant(number),
    CustomerName: name,
    OfferName: 'Office 365 E3',
    Quantity: quantity,
    SyndicationPartnerSubscriptionNumber: `b1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`,
  })

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** Two imports: Contoso with 10 seats forty days ago, with 12 and beside Fabrikam ten days ago. */
function twoImports(look = false) {
  let now = daysAgo(40)
  const prepare = async (desk: Loopback) => {
    const accountId = await makeAccount(desk)
    await importFile(desk, accountId, reconciliationFile([row(1, 'Contoso', '10')]))
    if (look) {
      await desk.run('portfolio.looked', {})
    }
    now = daysAgo(10)
    await importFile(desk, accountId, reconciliationFile([row(1, 'Contoso', '12'), row(2, 'Fabrikam', '5')]))
    now = new Date()
  }
  return { prepare, clock: () => now }
}

test('the history of a customer says what changed, from what to what, when and by which file', async () => {
  const { prepare, clock } = twoImports()
  const { user, rowsOf } = await openPage(prepare, { clock })
  await user.click(await screen.findByText('Contoso'))
  await user.click(await screen.findByRole('tab', { name: 'History' }))
  const history = await screen.findByRole('grid', { name: 'History' })
  await within(history).findByText('Seats: 10, then 12')
  const rows = await rowsOf('History')
  expect(rows.map(([date]) => date)).toEqual([10, 40, 40].map((days) => civilDateOf(daysAgo(days))))
  expect(rows[0]?.[1]).toContain('Office 365 E3')
  expect(rows[1]?.[1]).toContain('First listed')
  expect(rows[1]?.[2]).toContain('Reconciliation file')

  await user.click(screen.getByRole('button', { name: 'Changed 1' }))
  await waitFor(async () => expect(await rowsOf('History')).toHaveLength(1))
  await user.click(within(history).getByText('Office 365 E3'))
  within(await screen.findByRole('list', { name: 'What changed' })).getByText('Seats: 10, then 12')
})

test('Home says what is new since the user last looked, leads to it, and is told when it has been seen', async () => {
  const { prepare, clock } = twoImports(true)
  const { desk, user, goTo } = await openPage(prepare, { clock, at: 'home' })
  const card = await screen.findByRole('region', { name: 'Since you last looked' })
  const kinds = await within(card).findByRole('group', { name: 'Kinds of news' })
  expect(within(kinds).getAllByRole('button')).toHaveLength(3)
  await user.click(within(kinds).getByRole('button', { name: 'Seats 1' }))
  const list = await within(card).findByRole('list', { name: 'Seats' })
  await user.click(within(list).getByRole('button', { name: /^Contoso/ }))
  await screen.findByRole('heading', { name: 'Contoso' })
  await screen.findByText('Seats: 10, then 12')

  await goTo('Home')
  await user.click(await screen.findByRole('button', { name: 'Mark as seen' }))
  await screen.findByText('Nothing new.')
  expect(desk.read('portfolio.changes', {}).counts.seats).toBe(0)
})

test('an earlier day is read everywhere, marked and with nothing to change, and one key leads back', async () => {
  const { prepare, clock } = twoImports()
  const { user, rowsOf, goTo } = await openPage(prepare, { clock })
  await screen.findByText('2 customers')
  const day = civilDateOf(daysAgo(20))
  await user.keyboard('{F9}')
  const dialog = await screen.findByRole('dialog', { name: 'As of a day' })
  const field = within(dialog).getByRole('textbox', { name: 'Day' })
  await user.clear(field)
  await user.type(field, '2026-02-30{Enter}')
  await within(dialog).findByText('Type a day up to today as YYYY-MM-DD.')
  await user.clear(field)
  await user.type(field, `${day}{Enter}`)

  await screen.findByText('1 customer')
  expect(await screen.findAllByText(`As of ${day}`)).not.toHaveLength(0)
  await screen.findByText(/^You are reading an earlier day. Nothing can be changed./)
  expect((await rowsOf('Customers')).map(([name]) => name)).toEqual(['Contoso'])
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
  await user.click(within(screen.getByRole('grid', { name: 'Customers' })).getByText('Contoso'))
  await screen.findByRole('region', { name: 'Customer' })
  expect(screen.queryByRole('button', { name: 'Request a relationship' })).toBeNull()
  expect(screen.queryByRole('button', { name: /^Edit: / })).toBeNull()
  await user.click(screen.getByRole('tab', { name: 'History' }))
  expect((await rowsOf('History')).map(([date]) => date)).not.toContain(civilDateOf(daysAgo(10)))
  for (const [tab, said] of [
    ['Partners', 'The partners and what is known of them'],
    ['Requests', 'Requests'],
    ['Notes', 'Notes'],
  ] as const) {
    await user.click(screen.getByRole('tab', { name: new RegExp(`^${tab}`) }))
    await screen.findByText(`${said} are shown as they are today, not as of ${day}.`)
  }
  await user.click(screen.getByRole('tab', { name: 'History' }))
  expect(screen.queryByText(/are shown as they are today/)).toBeNull()
  for (const keys of ['{Control>}z{/Control}', '{Control>}n{/Control}', '{Control>}o{/Control}']) {
    await user.keyboard(keys)
    expect(
      await screen.findAllByText('You are reading an earlier day, where nothing can be changed.'),
    ).not.toEqual([])
  }
  await goTo('Imports')
  await screen.findByText(/^This page has no earlier days: it shows today./)
  const dropped = new File(['a,b'], 'later.csv')
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [dropped] } })
  await screen.findByText('later.csv was not imported')
  await goTo('Subscriptions')
  await screen.findByText('1 subscription')
  expect((await rowsOf('All subscriptions'))[0]).toContain('10')
  await goTo('Home')
  await screen.findByText(`as of ${day}`)

  await user.keyboard('{F9}')
  await waitFor(() => expect(screen.queryByText(`As of ${day}`)).toBeNull())
  await goTo('Customers')
  await screen.findByText('2 customers')
})
