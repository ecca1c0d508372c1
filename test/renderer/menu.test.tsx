import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ActionId } from '#shared/actions.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { reconciliationFile, line } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const withOne = async (desk: Loopback) =>
  importFile(desk, await makeAccount(desk), reconciliationFile([line({ CustomerName: 'Contoso' })]))
const choose = async (desk: Loopback, action: ActionId) =>
  act(async () => desk.application.chooseFromMenu(action))

test('what is chosen in the menu is done once, and the menu follows', async () => {
  const { desk } = await openPage(withOne, { at: 'home' })
  await waitFor(() => expect(desk.menu?.offered).toContain('goSettings'))
  expect(desk.menu?.offered).not.toContain('goBack')
  await choose(desk, 'goSettings')
  await screen.findByRole('heading', { name: 'Settings' })
  await waitFor(() => expect(desk.menu?.offered).toContain('goBack'))
  await choose(desk, 'zoomIn')
  await waitFor(() => expect(desk.read('preferences.current', {}).zoom).toBe(110))
  await choose(desk, 'themeDark')
  await waitFor(() => expect(desk.menu?.checked).toContain('themeDark'))
  expect(desk.menu?.checked).not.toContain('themeSystem')
})

test('a choice made before the page was there is not done', async () => {
  const { desk } = await openPage(
    async (fresh) => {
      await withOne(fresh)
      fresh.application.chooseFromMenu('goSettings')
    },
    { at: 'home' },
  )
  await waitFor(() => expect(desk.menu).not.toBeNull())
  screen.getByRole('heading', { name: 'Home' })
})

test('undo belongs to the text being typed, and a dialog keeps everything else away', async () => {
  const { desk, user } = await openPage(withOne)
  await waitFor(() => expect(desk.menu?.offered).toContain('filterList'))
  expect(desk.menu?.isTyping).toBe(false)
  await user.click(await screen.findByRole('searchbox'))
  await waitFor(() => expect(desk.menu?.isTyping).toBe(true))
  await choose(desk, 'openPalette')
  await screen.findByRole('combobox', { name: 'Search or run an action' })
  await waitFor(() => expect(desk.menu?.offered).toEqual(['customerSafe', 'zoomIn', 'zoomOut', 'zoomReset']))
  await choose(desk, 'goSettings')
  expect(screen.queryByRole('heading', { name: 'Settings' })).toBeNull()
})

test('undo and redo are offered when there is something to undo and redo', async () => {
  const { desk } = await openPage(withOne)
  await waitFor(() => expect(desk.menu).not.toBeNull())
  expect(desk.menu?.offered).not.toContain('redo')
  const [customer] = desk.read('customer.list', {}).rows
  await act(async () => desk.run('customer.note', { customerId: customer?.id ?? '', text: 'call' }))
  await waitFor(() => expect(desk.menu?.offered).toContain('undo'))
  await choose(desk, 'undo')
  await screen.findByText('Undone: note added')
  await waitFor(() => expect(desk.menu?.offered).toContain('redo'))
})
