import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const file = reconciliationFile([
  line({ SyndicationPartnerSubscriptionNumber: 'own', OfferName: 'Offer Own' }),
  line({ SyndicationPartnerSubscriptionNumber: 'other', OfferName: 'Offer Other', ResellerMPNID: '4890123' }),
  line({ SyndicationPartnerSubscriptionNumber: 'gone', OfferName: 'Offer Removed', ResellerMPNID: '-1' }),
  line({ SyndicationPartnerSubscriptionNumber: 'none', OfferName: 'Offer Unstated', ResellerMPNID: '' }),
  line({
    SyndicationPartnerSubscriptionNumber: 'open',
    OfferName: 'Offer Open',
    SubscriptionEndDate: '12/10/9999 0:00',
  }),
])

async function openSubscriptions() {
  const page = await openPage(async (desk) => importFile(desk, await makeAccount(desk), file))
  await page.user.click(await screen.findByText('上海华联贸易有限公司'))
  await page.user.click(await screen.findByRole('tab', { name: /^Subscriptions/ }))
  return { ...page, grid: await screen.findByRole('grid', { name: 'Subscriptions' }) }
}

test('nothing on a subscription can be edited, or looks as if it could', async () => {
  const { user, grid } = await openSubscriptions()
  await within(grid).findByText('Offer Own')
  const panel = screen.getByRole('tabpanel', { name: 'Subscriptions' })
  within(panel).getByText('Read-only')
  within(panel).getByText('A mirror of the imported files. This program cannot change subscriptions.')
  expect(grid.getAttribute('aria-readonly')).toBe('true')
  for (const role of [
    'textbox',
    'spinbutton',
    'combobox',
    'checkbox',
    'switch',
    'slider',
    'button',
  ] as const) {
    expect(within(panel).queryAllByRole(role, { hidden: true })).toEqual([])
  }
  // A row opens its own page, which is to read as well.
  await user.dblClick(within(grid).getByText('Offer Own'))
  const page = await screen.findByRole('region', { name: 'Subscription details' })
  await within(page).findByText('Offer Own')
  expect(within(page).queryAllByRole('textbox', { hidden: true })).toEqual([])
})

test('what the file does not say is not made up', async () => {
  const { grid } = await openSubscriptions()
  const rowOf = async (offer: string) => {
    const cell = await within(grid).findByText(offer)
    return cell.closest<HTMLElement>('[role="row"]')?.textContent ?? ''
  }
  for (const offer of ['Offer Own', 'Offer Other', 'Offer Removed', 'Offer Unstated', 'Offer Open']) {
    expect(await rowOf(offer)).toContain('Unknown')
    expect(await rowOf(offer)).not.toContain('Active')
  }
  expect(await rowOf('Offer Own')).toContain('Own PartnerID 4400001')
  expect(await rowOf('Offer Other')).toContain('Other partner 4890123')
  expect(await rowOf('Offer Removed')).toContain('Removed')
  expect(await rowOf('Offer Unstated')).toContain('Not stated')
  expect(await rowOf('Offer Unstated')).not.toContain('Own PartnerID')
  expect(await rowOf('Offer Open')).toContain('No end date')
})
