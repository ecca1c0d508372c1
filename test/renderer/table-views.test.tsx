import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

await import('#renderer/table/popups/popups.tsx')

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

const three = customersFile([
  [tenant(1), 'Adventure', 'adventure.com', 'Reseller', ''],
  [tenant(2), 'Bellows', 'bellows.com', 'Advisor', ''],
  [tenant(3), 'Graphic', 'graphic.com', '', ''],
])

// In a file of its own: in a document other stories have used, the dialog is not found.
test('a view is named, says when it has been changed, and is put back', async () => {
  const { desk, user, rowsOf } = await openPage(async (loopback) =>
    importFile(loopback, await makeAccount(loopback), three),
  )
  await screen.findByText('3 customers')
  const expectNames = (expected: readonly string[]) =>
    waitFor(async () => expect((await rowsOf('Customers')).map((row) => row[0])).toEqual(expected))
  const openViews = async (item: string, role = 'menuitemradio') => {
    await user.click(screen.getByRole('button', { name: /^View: / }))
    await user.click(await screen.findByRole(role, { name: item }))
  }
  await openViews('No relationship stated')
  await expectNames(['Graphic'])
  await openViews('All customers')
  await screen.findByText('3 customers')

  await user.click(within(screen.getByRole('columnheader', { name: 'Domain' })).getByRole('button'))
  await screen.findByRole('button', { name: 'View: All customers, edited' })
  await openViews('Save as…', 'menuitem')
  await user.type(await screen.findByRole('textbox', { name: 'Name of the view' }), 'By domain{Enter}')
  await screen.findByRole('button', { name: 'View: By domain' })
  expect(desk.read('saved-view.list', {})).toMatchObject([
    { name: 'By domain', isPinned: true, definition: { list: 'customers', sort: [{ column: 'domain' }] } },
  ])

  await user.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'))
  await screen.findByRole('button', { name: 'View: By domain, edited' })
  await openViews('Undo the changes', 'menuitem')
  await screen.findByRole('button', { name: 'View: By domain' })
  await openViews('Remove this view', 'menuitem')
  await screen.findByRole('button', { name: 'View: All customers' })
  expect(desk.read('saved-view.list', {})).toEqual([])
  await desk.run('undo.last', {})
  expect(desk.read('saved-view.list', {})).toHaveLength(1)
})
