import { en } from '#shared/locales/en.ts'
import { layHandsOn } from './support/keyboard.ts'
import { expect, test } from './support/launch.ts'
import { measurePage } from './support/measure.ts'
import { catalogues, run, settle } from './support/stage.ts'

test('at 200 % in the smallest window everything is within reach of the keyboard, and seen there', async ({
  desk,
}, testInfo) => {
  test.setTimeout(120_000)
  const { window } = desk
  const keys = layHandsOn(desk)
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true })
  const navigation = window.getByRole('navigation', { name: en.nav.label }).getByRole('button')
  const goTo = async (place: keyof typeof en.nav) => {
    await navigation.focus()
    await keys.press('Enter')
    await keys.goTo(window.getByRole('menuitemradio', { name: en.nav[place], exact: true }), 'ArrowDown')
    await keys.press('Enter')
    await expect(window.getByRole('menu')).toHaveCount(0)
  }
  await run(desk, 'preferences.update', { language: 'en' })
  const { accountId } = await run(desk, 'sample.load', {})
  await run(desk, 'preferences.update', { accountId })
  const stage = { desk, language: 'en', texts: catalogues.en, folder: testInfo.outputPath() } as const
  await settle(stage, { theme: 'light', width: 900, height: 600, zoom: 200 })

  await test.step('a list: its last row is seen whole below its header', async () => {
    await goTo('customers')
    const grid = window.getByRole('grid', { name: en.customers.list })
    await keys.goTo(grid)
    await keys.press('End', 'Home', 'ArrowDown')
    await expect(grid.getByRole('row', { selected: true })).toBeInViewport({ ratio: 1 })
    await keys.press('Enter')
    await keys.goTo(button(en.customers.request))
    await expect(button(en.customers.request)).toBeInViewport({ ratio: 1 })
  })

  await test.step('the wizard: its question, then its one way on', async () => {
    await keys.press('Enter')
    for (const step of ['purpose', 'customer', 'account', 'message'] as const) {
      await expect(window.getByRole('heading', { name: en.wizard[step].question })).toBeInViewport()
      await keys.goTo(button(en.wizard.next))
      await expect(button(en.wizard.next)).toBeInViewport({ ratio: 1 })
      await keys.press('Enter')
    }
    await expect(window.getByRole('heading', { name: en.wizard.review.question })).toBeInViewport()
  })

  await test.step('a form over the screen scrolls to its buttons', async () => {
    await goTo('accounts')
    await keys.goTo(button(en.accounts.add))
    await keys.press('Enter')
    const dialog = window.getByRole('dialog')
    const add = dialog.getByRole('button', { name: en.accounts.add })
    await keys.goTo(add)
    await expect(add).toBeInViewport({ ratio: 1 })
    await keys.press('Escape')
  })

  await test.step('at 80 % nothing is cut either', async () => {
    await settle(stage, { theme: 'light', width: 900, height: 600, zoom: 80 })
    await expect(navigation.first()).toBeVisible()
    expect(await window.evaluate(measurePage)).toEqual([])
  })
})
