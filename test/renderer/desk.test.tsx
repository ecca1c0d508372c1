import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { actionIds, specOf } from '#shared/actions.ts'
import { en } from '#shared/locales/en.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`

const withTwo = async (desk: Loopback) =>
  importFile(
    desk,
    await makeAccount(desk),
    reconciliationFile([
      line({
        CustomerID: tenant(1),
        CustomerName: '上海华联贸易有限公司',
        SyndicationPartnerSubscriptionNumber: 's-1',
      }),
      line({ CustomerID: tenant(2), CustomerName: 'Contoso', SyndicationPartnerSubscriptionNumber: 's-2' }),
    ]),
  )

const palette = async () => screen.findByRole('combobox', { name: 'Search or run an action' })

test('the palette finds a customer by pinyin and opens it', async () => {
  const { user } = await openPage(withTwo, { at: 'home' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await palette(), 'hlmy')
  const found = await screen.findByRole('option', { name: /上海华联贸易有限公司/, selected: true })
  expect(found.closest('[role="group"]')?.getAttribute('aria-label')).toBe('Customers')
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: '上海华联贸易有限公司' })
  expect(screen.queryByRole('combobox', { name: 'Search or run an action' })).toBeNull()
})

test('the palette acts: it changes the theme and the language, and remembers what was done', async () => {
  const { desk, user } = await openPage(withTwo, { at: 'home' })
  await user.click(screen.getByRole('button', { name: /Search or run an action/ }))
  await user.type(await palette(), 'dark')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(desk.read('preferences.current', {}).theme).toBe('dark'))
  await user.keyboard('{Control>}k{/Control}')
  const recent = await screen.findByRole('group', { name: 'Recent' })
  within(recent).getByRole('option', { name: /Theme: dark/ })
  await user.type(await palette(), '简体')
  await user.keyboard('{Enter}')
  await screen.findByRole('navigation', { name: '主导航' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: '搜索或执行操作' }), 'xjqq')
  await screen.findByRole('option', { name: /新建请求/, selected: true })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('the sheet of shortcuts lists every action that has keys', async () => {
  const { user } = await openPage(withTwo, { at: 'home' })
  await user.keyboard('?')
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const id of actionIds.filter((each) => specOf(each).keys.length > 0)) {
    within(sheet).getByText(en.desk.actions[id], { selector: 'dt' })
  }
})

test('keys lead to the screens, and back and forward go over them', async () => {
  const { user } = await openPage(withTwo, { at: 'home' })
  const trail = () => screen.getByRole('navigation', { name: 'Where you are' }).textContent
  await screen.findByRole('heading', { name: 'Home' })
  await user.keyboard('gr')
  expect(trail()).toBe('Requests')
  await user.keyboard('{Control>}8{/Control}')
  expect(trail()).toBe('Settings')
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(trail()).toBe('Requests')
  await user.click(screen.getByRole('button', { name: 'Earlier screen' }))
  expect(trail()).toBe('Home')
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(trail()).toBe('Requests')
  fireEvent.mouseUp(window, { button: 3 })
  expect(trail()).toBe('Home')
})

test('an undo says what it undid, and offers to do it again', async () => {
  const { desk, user } = await openPage(async (fresh) => {
    await withTwo(fresh)
    const customer = fresh.read('customer.list', {}).rows.find(({ name }) => name === 'Contoso')
    await fresh.run('customer.note', { customerId: customer?.id ?? '', text: 'call on Monday' })
  })
  const notes = () => {
    const id = desk.read('customer.list', {}).rows.find(({ name }) => name === 'Contoso')?.id ?? ''
    return desk.read('customer.detail', { customerId: id }).notes.length
  }
  expect(notes()).toBe(1)
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('Undone: note added')
  expect(notes()).toBe(0)
  await user.click(await screen.findByRole('button', { name: 'Redo' }))
  await screen.findByText('Redone: note added')
  expect(notes()).toBe(1)
})

test('the window opens again where it was closed', async () => {
  const { desk, goTo } = await openPage(withTwo, { at: 'home' })
  await goTo('Settings')
  await act(async () => window.dispatchEvent(new Event('pagehide')))
  await waitFor(() => expect(desk.read('screen.remembered', {}).state).toContain('settings'))
})

test('a broken remembered state is ignored', async () => {
  await openPage(
    async (desk) => {
      await withTwo(desk)
      await desk.run('screen.remember', { state: '{"version":1,"route":{"screen":"nowhere"},"customers":7' })
    },
    { at: 'home' },
  )
  await screen.findByRole('heading', { name: 'Home' })
})

test('a remembered screen is the first one', async () => {
  await openPage(
    async (desk) => {
      await withTwo(desk)
      await desk.run('screen.remember', { state: '{"version":1,"route":{"screen":"settings"}}' })
    },
    { at: 'home' },
  )
  await screen.findByRole('heading', { name: 'Settings' })
})

test('the first invitation is two minutes away, and the steps say which are done', async () => {
  const { user } = await openPage(async (desk) => makeAccount(desk), { at: 'home' })
  const guide = await screen.findByRole('region', { name: 'Two minutes to the first invitation' })
  within(guide).getByText('1 of 3 done')
  within(guide).getByRole('button', { name: 'Import a file' })
  await user.click(within(guide).getByRole('button', { name: 'Hide these steps' }))
  expect(screen.queryByRole('region', { name: 'Two minutes to the first invitation' })).toBeNull()
})
