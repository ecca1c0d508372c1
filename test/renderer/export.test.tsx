import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { listColumns } from '#shared/domain/list-columns.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

await import('#renderer/table/popups/popups.tsx')

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
  // Without a layout the card's focus trap may find nothing to focus, and hide it from the roles.
  const card = within(await screen.findByRole('dialog', { name: 'Export this list', hidden: true }))
  const stated = () =>
    Number(/^1 rows × (\d+) columns$/.exec(card.getByRole('status', { hidden: true }).textContent)?.[1])
  const shown = stated()
  await user.click(card.getByRole('radio', { name: /^All \d+$/, hidden: true }))
  expect(stated()).toBe(Object.keys(listColumns.customers).length)
  expect(stated()).toBeGreaterThan(shown)
  await user.click(card.getByRole('radio', { name: /shown$/, hidden: true }))
  await user.click(card.getByRole('radio', { name: /^CSV/, hidden: true }))
  await user.click(card.getByRole('button', { name: 'Save as…', hidden: true }))
  await screen.findByText(`1 rows, ${shown} columns.`)
  const [file] = desk.savedFiles
  const [header = '', row = '', rest] = Buffer.from(file?.bytes ?? [])
    .toString('utf8')
    .split('\r\n')
  expect(header).toMatch(/^\uFEFFName,Domain,Relationship,/)
  expect(header.split(',')).toHaveLength(shown)
  expect(row).toMatch(/^Bellows,bellows\.com,Advisor,/)
  expect(rest).toBe('')
})
