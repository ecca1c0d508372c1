import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openPage } from './open-page.tsx'

test('the language changes at once, everywhere', async () => {
  const { desk, user, goTo } = await openPage((fresh) => fresh.run('sample.load', {}))
  await goTo('Settings')
  await user.click(await screen.findByRole('radio', { name: '简体中文' }))
  await screen.findByRole('heading', { name: '设置' })
  expect(document.documentElement.lang).toBe('zh-CN')
  screen.getByRole('button', { name: /搜索或执行操作/ })
  within(screen.getByRole('contentinfo')).getByText('删除示例数据')
  await goTo('客户')
  await screen.findByText('40 个客户')
  expect(desk.read('preferences.current', {}).language).toBe('zh-CN')
})

test('the first start speaks the language of the system', async () => {
  await openPage(undefined, { systemLanguage: 'zh-CN' })
  await screen.findByRole('heading', { name: '欢迎使用 Multi-Partner Desk' })
  // Two sentences of Chinese have nothing between them, not even a key that was looked for in vain.
  screen.getByText(/^基于许可证的对帐文件，或合作伙伴中心的 Customers\.csv。也可以把文件拖到窗口/)
})

test('the theme is kept', async () => {
  const { desk, user, goTo } = await openPage()
  await goTo('Settings')
  await user.click(await screen.findByRole('radio', { name: 'Dark' }))
  await waitFor(() => expect(desk.read('preferences.current', {}).theme).toBe('dark'))
  expect(screen.getByRole('radio', { name: 'Dark', checked: true })).toBeTruthy()
})

test('the navigation folds to icons that keep their names', async () => {
  const { desk, user } = await openPage()
  await user.click(await screen.findByRole('button', { name: 'Collapse the navigation' }))
  await screen.findByRole('button', { name: 'Expand the navigation' })
  screen.getByRole('button', { name: 'Partner accounts' })
  expect(desk.read('preferences.current', {}).isNavigationCollapsed).toBe(true)
})
