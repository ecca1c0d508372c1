import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { link } from '#test/support/fixtures.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

test('from the first start to an invitation in the ledger', async () => {
  const { desk, user, goTo, rowsOf } = await openPage()

  await user.click(await screen.findByRole('button', { name: 'Set up account' }))
  const editor = await screen.findByRole('dialog', { name: 'New partner account' })
  await user.type(within(editor).getByRole('textbox', { name: 'Company name' }), '晨星云服务有限公司')
  await user.type(within(editor).getByRole('textbox', { name: 'PartnerID (MPN)' }), '4400001')
  await user.click(within(editor).getByRole('textbox', { name: 'Link from Partner Center' }))
  await user.paste(`  ${link}\n`)
  await user.click(within(editor).getByRole('button', { name: 'Add account' }))
  await screen.findByRole('heading', { name: 'No customers yet' })
  expect(desk.read('account.list', {})[0]?.link?.link).toBe(link)

  desk.pickFile = reconciliationFile([line(), line({ SyndicationPartnerSubscriptionNumber: '' })])
  await user.click(screen.getByRole('button', { name: 'Import a file' }))
  await screen.findByRole('heading', { name: 'Import preview' })
  screen.getByRole('tab', { name: 'New customers 1' })
  await user.click(screen.getByRole('tab', { name: 'Rows left out 1' }))
  await screen.findByText('The subscription id is missing')
  await user.click(screen.getByRole('button', { name: 'Apply import' }))

  const [customer = []] = await rowsOf('Customers')
  expect(customer.slice(0, 7)).toEqual([
    ...[
      '上海华联贸易有限公司',
      'hualian.partner.onmschina.cn',
      'Not stated',
      'Unknown',
      '1',
      '25',
      '2027-01-31',
    ],
  ])
  await user.click(screen.getByText('上海华联贸易有限公司'))
  await user.click(await screen.findByRole('button', { name: 'Request a relationship' }))

  await user.click(await screen.findByRole('button', { name: 'Next' }))
  await user.click(await screen.findByRole('button', { name: 'Next' }))
  await screen.findByText('change existing subscriptions')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await user.type(await screen.findByRole('textbox', { name: 'Recipients' }), 'it@hualian.example{Enter}')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await user.click(await screen.findByRole('button', { name: 'Save as mail draft (.eml)' }))
  await screen.findByText(/^Saved: /)
  expect(desk.savedFiles).toHaveLength(1)

  await user.click(screen.getByRole('button', { name: 'Show in folder' }))
  expect(desk.revealed).toEqual(['saved-1'])
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect((await screen.findByRole('list', { name: 'History' })).textContent).toContain('saved as mail draft')

  await goTo('Requests')
  const [request] = await rowsOf('Requests')
  expect(request?.slice(0, 5)).toEqual([
    '上海华联贸易有限公司',
    'Handed over',
    '–',
    'it@hualian.example',
    '晨星云服务有限公司',
  ])
})

test('the sample is marked everywhere it shows and goes with one click', async () => {
  const { desk, user } = await openPage()
  await user.click(await screen.findByRole('button', { name: 'Load sample data' }))
  // The grid stands before main has said what is in it.
  const rows = await waitFor(() => {
    const [, ...shown] = within(screen.getByRole('grid', { name: 'Customers' })).getAllByRole('row')
    expect(shown.length).toBeGreaterThan(10)
    return shown
  })
  for (const row of rows) {
    await within(row).findByRole('img', { name: 'Sample' })
  }
  const status = screen.getByRole('contentinfo')
  within(status).getByText('Sample')

  await user.click(within(status).getByRole('button', { name: 'Remove sample data' }))
  await screen.findByRole('heading', { name: 'Welcome to Multi-Partner Desk' })
  expect(desk.read('account.list', {})).toEqual([])
})

test('a file chosen before there is an account waits for the account', async () => {
  const { desk, user } = await openPage()
  desk.pickFile = reconciliationFile([line()])
  await user.click(await screen.findByRole('button', { name: 'Choose a file' }))
  const editor = await screen.findByRole('dialog', { name: 'New partner account' })
  within(editor).getByText(/then the import goes on/)
  await user.type(within(editor).getByRole('textbox', { name: 'Company name' }), '晨星云服务有限公司')
  await user.click(within(editor).getByRole('button', { name: 'Add account' }))
  await screen.findByRole('heading', { name: 'Import preview' })
})
