import { expect, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

type Desk = Parameters<typeof look>[0]

/** What the real menu says of an item now. */
const item = async ({ application }: Desk, id: string) =>
  application.evaluate(({ Menu }, wanted) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    return found === null || found === undefined
      ? null
      : { label: found.label, isEnabled: found.enabled, isChecked: found.checked, keys: found.accelerator }
  }, id)
const click = async ({ application }: Desk, id: string) =>
  application.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

test('the menu does what it says, follows the window, and speaks its language', async ({ desk }) => {
  await run(desk, 'sample.load', {})
  await run(desk, 'preferences.update', { language: 'en' })
  await expect.poll(async () => item(desk, 'goSettings')).toMatchObject({ isEnabled: true })
  expect(await item(desk, 'goBack')).toMatchObject({ label: 'Back', isEnabled: false })

  await click(desk, 'goSettings')
  await expect(desk.window.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await expect.poll(async () => item(desk, 'goBack')).toMatchObject({ isEnabled: true })

  await click(desk, 'zoomIn')
  await expect.poll(async () => (await look(desk, 'preferences.current', {})).zoom).toBe(110)
  const factor = async () =>
    desk.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    )
  await expect.poll(factor).toBeCloseTo(1.1)

  await click(desk, 'themeDark')
  await expect.poll(async () => item(desk, 'themeDark')).toMatchObject({ isChecked: true })
  await expect.poll(async () => item(desk, 'themeSystem')).toMatchObject({ isChecked: false })

  await run(desk, 'preferences.update', { language: 'zh-CN' })
  await expect
    .poll(async () => item(desk, 'goSettings'))
    .toMatchObject({ label: '设置…', isEnabled: true, keys: 'CommandOrControl+8' })
})

test('undo in the menu is the field’s while a text is typed', async ({ desk }) => {
  await run(desk, 'sample.load', {})
  await run(desk, 'preferences.update', { language: 'en' })
  await expect.poll(async () => item(desk, 'openPalette')).toMatchObject({ isEnabled: true })
  await click(desk, 'openPalette')
  const field = desk.window.getByRole('combobox')
  await field.pressSequentially('contoso')
  await expect.poll(async () => item(desk, 'undo')).toMatchObject({ isEnabled: true })
  await click(desk, 'undo')
  await expect(field).not.toHaveValue('contoso')
})
