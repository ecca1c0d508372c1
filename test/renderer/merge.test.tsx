import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Contoso twice, once as a company writes itself. */
async function withTwins(desk: Loopback): Promise<void> {
  await importFile(
    desk,
    await makeAccount(desk),
    customersFile([
      [tenant(1), 'Contoso', 'contoso.cn', 'Advisor', ''],
      [tenant(2), 'Contoso Ltd.', 'contoso.com', '', ''],
      [tenant(3), 'Fabrikam', 'fabrikam.com', '', ''],
    ]),
  )
}

test('two customers that may be one are laid side by side, merged, and parted again', async () => {
  const { desk, user } = await openPage(async (loopback) => {
    await withTwins(loopback)
    const twin = loopback.read('customer.list', { search: 'ltd' }).rows[0]
    await loopback.run('customer.note', { customerId: twin?.id ?? '', text: 'Call' })
  })
  await screen.findByText('3 customers')
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'merge duplicate')
  await user.click(await screen.findByRole('option', { name: 'Merge duplicate customers' }))
  const dialog = await screen.findByRole('dialog', { name: 'Merge two customers' })
  await within(dialog).findByText('Their names are nearly the same.')
  within(dialog).getByRole('row', { name: 'Primary domain contoso.cn contoso.com' })
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
  await screen.findByText('2 customers')
  const notes = () =>
    desk.read('customer.list', { search: 'contoso' }).rows.map(({ id, name }) => ({
      name,
      notes: desk.read('customer.detail', { customerId: id }).notes.length,
    }))
  expect(notes()).toEqual([{ name: 'Contoso', notes: 1 }])
  await desk.run('undo.last', {})
  await waitFor(() =>
    expect(notes()).toEqual([
      { name: 'Contoso', notes: 0 },
      { name: 'Contoso Ltd.', notes: 1 },
    ]),
  )
})

test('possible duplicates are told on the customers’ page, and said not to be one they are told no more', async () => {
  const { user } = await openPage(withTwins)
  await user.click(await screen.findByRole('button', { name: '1 possible duplicate' }))
  const dialog = await screen.findByRole('dialog', { name: 'Merge two customers' })
  await within(dialog).findByText('Their names are nearly the same.')
  await user.click(await within(dialog).findByRole('button', { name: 'Not a duplicate' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 possible duplicate' })).toBeNull())
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByRole('button', { name: '1 possible duplicate' })
})
