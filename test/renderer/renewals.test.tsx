import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

await import('#renderer/renewals/renewals-screen.tsx')
await import('#renderer/subscriptions/subscription-page.tsx')

const clock = () => new Date('2026-11-24T09:00:00Z')

const fill = async (desk: Loopback) =>
  importFile(
    desk,
    await makeAccount(desk),
    reconciliationFile(
      [
        ['one', 'Offer One', '11/20/2026 0:00', '10'],
        ['two', 'Offer Two', '12/1/2026 0:00', '25'],
        ['three', 'Offer Three', '12/9/2027 0:00', '7'],
        ['four', 'Offer Four', '12/10/9999 0:00', '3'],
      ].map(([id = '', offer = '', end = '', seats = '']) =>
        line({
          SyndicationPartnerSubscriptionNumber: id,
          OfferName: offer,
          SubscriptionName: offer,
          SubscriptionEndDate: end,
          Quantity: seats,
        }),
      ),
    ),
  )

async function openRenewals() {
  const page = await openPage(fill, { clock })
  await page.goTo('Renewals')
  const grid = await screen.findByRole('grid', { name: 'Renewals' })
  await within(grid).findByText('Offer One')
  const offers = async () =>
    (await page.rowsOf('Renewals')).map((row) => row.find((cell) => cell.startsWith('Offer ')))
  return { ...page, grid, offers }
}

const only = (desk: Loopback, key: string) =>
  desk.read('renewal.list', {}).rows.find((row) => row.key === key)

test('the worklist is worked through by keys alone, and every mark can be taken back', async () => {
  const { desk, user, grid, offers } = await openRenewals()
  expect(await offers()).toEqual(['Offer One', 'Offer Two', 'Offer Three', 'Offer Four'])
  grid.focus()
  await user.keyboard('{Home}jp')
  await screen.findByText('Pinned.')
  await waitFor(async () =>
    expect(await offers()).toEqual(['Offer Two', 'Offer One', 'Offer Three', 'Offer Four']),
  )
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(only(desk, 'two')?.isPinned).toBe(false))
  grid.focus()
  await user.keyboard('{Home}s')
  await waitFor(() =>
    expect(only(desk, 'one')).toMatchObject({ state: 'snoozed', snoozedUntil: '2026-12-01' }),
  )
  await waitFor(async () => expect(await offers()).toEqual(['Offer Two', 'Offer Three', 'Offer Four']))
  grid.focus()
  await user.keyboard('{Home}n')
  // Without a layout the dialog's trap finds nothing to focus, and hides the dialog from the roles.
  const note = await screen.findByRole('textbox', { name: 'Note', hidden: true })
  await user.type(note, '问 王总{Control>}{Enter}{/Control}')
  await waitFor(() => expect(only(desk, 'two')?.note).toBe('问 王总'))
  grid.focus()
  await user.keyboard('{Home}d')
  await waitFor(() => expect(only(desk, 'two')?.state).toBe('done'))
  await waitFor(async () => expect(await offers()).toEqual(['Offer Three', 'Offer Four']))
})

test('each part, each month and each day is a filter of the worklist', async () => {
  const { user, offers } = await openRenewals()
  await user.click(screen.getByRole('button', { name: 'Overdue 1' }))
  await waitFor(async () => expect(await offers()).toEqual(['Offer One']))
  await user.click(screen.getByRole('button', { name: 'No end date 1' }))
  await waitFor(async () => expect(await offers()).toEqual(['Offer Four']))
  await user.click(screen.getByRole('tab', { name: 'Timeline' }))
  await user.click(await screen.findByRole('button', { name: /^2026-12: 1 renewal, 25 seats/ }))
  await waitFor(async () => expect(await offers()).toEqual(['Offer Two']))
  await user.click(screen.getByRole('tab', { name: 'Calendar' }))
  await user.click(await screen.findByRole('button', { name: /^20.*1 renewal.*10 seats/ }))
  await waitFor(async () => expect(await offers()).toEqual(['Offer One']))
})

test('what happens if nobody acts, until when, and why nothing can be edited', async () => {
  const { user, grid } = await openRenewals()
  await user.click(within(grid).getByText('Offer Two'))
  const pane = within(await screen.findByRole('region', { name: 'Renewal' }))
  pane.getByText('Its term ends on 2026-12-01. What then happens is not known: no source states its status.')
  pane.getByText('Last safe working day: 2026-11-30')
  pane.getByText('2026-12-01 08:00 Beijing')
  pane.getByText('2026-12-01 00:00 UTC')
  await user.click(pane.getByRole('button', { name: 'Open the subscription' }))
  const page = await screen.findByRole('region', { name: 'Subscription details' })
  for (const place of [page, grid]) {
    expect(place.querySelectorAll('input, textarea, select, [contenteditable]')).toHaveLength(0)
  }
  await user.click(within(page).getByRole('button', { name: "Why can't I edit this?" }))
  await screen.findByText(/Only the partner who sold a subscription can change it/)
})
