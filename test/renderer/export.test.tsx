import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

await import('#renderer/table/popups.tsx')

const three = customersFile([
  ['a1b2c3d4-0000-4000-8000-000000000001', 'Adventure', 'adventure.com', 'Reseller', ''],
  ['a1b2c3d4-0000-4000-8000-000000000002', 'Bellows', 'bellows.com', 'Advisor', ''],
  ['a1b2c3d4-0000-4000-8000-000000000003', 'Contoso', 'contoso.com', 'Reseller', ''],
])

test('a list says how much it will write, and writes what it shows', async () => {
  const { desk, user } = await openPage(async (program) =>
    importFile(program, await makeAccount(program), three),
  )
  await screen.findByText('3 customers')
  await user.type(screen.getByRole('searchbox', { name: 'Search customers' }), 'bell')
  await screen.findByText('1 customer found')
  await user.click(screen.getByRole('button', { name: 'Export' }))
  const card = within(await screen.findByRole('dialog', { name: 'Export this list' }))
  card.getByText('1 rows × 8 columns')
  await user.click(card.getByRole('radio', { name: 'All 16' }))
  card.getByText('1 rows × 16 columns')
  await user.click(card.getByRole('radio', { name: 'The 8 shown' }))
  await user.click(card.getByRole('radio', { name: /^CSV/ }))
  await user.click(card.getByRole('button', { name: 'Save as…' }))
  await screen.findByText('1 rows, 8 columns.')
  const [file] = desk.savedFiles
  expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(
    '\uFEFFName,Domain,Relationship,Delegated privileges,Subscriptions,Seats,Next end (UTC),Your tags\r\nBellows,bellows.com,Advisor,Unknown,0,0,,\r\n',
  )
})
