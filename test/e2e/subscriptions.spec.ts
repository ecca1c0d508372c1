import type { Locator } from '@playwright/test'
import { expect, test } from './support/launch.ts'
import { catalogues, goTo, look, rowsOf, run, said, speak, type Stage } from './support/stage.ts'

const texts = catalogues.en
/** Whatever could be typed into, ticked or drawn out. */
const editable =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="spinbutton"], [role="combobox"], [role="checkbox"], [role="switch"], [role="slider"]'
/** What a row's menu may do: look, narrow the list, copy. */
const allowed: ReadonlySet<string | undefined> = new Set([
  texts.table.cell.open,
  texts.table.cell.only,
  texts.table.cell.exclude,
  texts.table.cell.copyCell,
  texts.table.cell.copyTsv_one,
  texts.table.cell.copyMarkdown_one,
])

test('no screen of subscriptions has a control that edits one, and what main said cannot be written to', async ({
  desk,
}, testInfo) => {
  const { accountId } = await run(desk, 'sample.load', {})
  await run(desk, 'preferences.update', { accountId })
  await speak(desk, 'en')
  const stage: Stage = { desk, language: 'en', texts, folder: testInfo.outputPath() }
  const { window } = desk
  const readOnly = async (place: Locator) => {
    await expect(place).toBeVisible()
    await expect(place.locator(editable)).toHaveCount(0)
  }

  await goTo(stage, 'subscriptions')
  const all = window.getByRole('grid', { name: texts.allSubscriptions.list })
  await expect(rowsOf(window, texts.allSubscriptions.list).first()).toBeVisible()
  await readOnly(all)
  const menuOf = async (list: string) => {
    await rowsOf(window, list).first().click({ button: 'right' })
    // The menu is loaded when it is first asked for.
    await expect(window.getByRole('menuitem').first()).toBeVisible()
    const entries = await window.getByRole('menuitem').allTextContents()
    expect(entries.filter((entry) => !allowed.has(entry))).toEqual([])
    await window.keyboard.press('Escape')
  }
  await menuOf(texts.allSubscriptions.list)
  await all.focus()
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await readOnly(window.getByRole('region', { name: texts.subscriptionPage.label }))
  await desk.screenshot('subscription-page')

  await goTo(stage, 'renewals')
  await expect(rowsOf(window, texts.renewals.list).first()).toBeVisible()
  await readOnly(window.getByRole('grid', { name: texts.renewals.list }))
  await menuOf(texts.renewals.list)
  await rowsOf(window, texts.renewals.list).first().click()
  await readOnly(window.getByRole('region', { name: texts.renewals.actions.label }))
  await desk.screenshot('renewals')
  await window.getByRole('tab', { name: texts.renewals.ways.timeline }).click()
  await readOnly(window.getByRole('region', { name: texts.renewals.timeline.title }))
  await desk.screenshot('renewals-timeline')

  await window.getByRole('tab', { name: texts.renewals.ways.calendar }).click()
  await expect(window.getByRole('columnheader')).toHaveCount(7)
  await readOnly(window.getByRole('region', { name: said(texts.renewals.calendar.label) }))

  await goTo(stage, 'customers')
  await rowsOf(window, texts.customers.list).first().click()
  await window.getByRole('tab', { name: new RegExp(`^${texts.customers.tabs.subscriptions}`) }).click()
  await expect(rowsOf(window, texts.subscriptions.list).first()).toBeVisible()
  await readOnly(window.getByRole('tabpanel', { name: texts.customers.tabs.subscriptions }))
  await rowsOf(window, texts.subscriptions.list).first().dblclick()
  await readOnly(window.getByRole('region', { name: texts.subscriptionPage.label }))

  // A page taken over gets copies: whatever it does to them, main's rows stay as they are.
  const before = await look(desk, 'subscription.list', { limit: 20 })
  await window.evaluate(async () => {
    const bridge = (globalThis as unknown as { bridge: { watch: (...args: unknown[]) => () => void } }).bridge
    const snapshot = await new Promise<{ value: { rows: { quantity: number }[] } }>((resolve) => {
      const stop = bridge.watch('subscription.list', { limit: 20 }, (each: never) => {
        resolve(each)
        stop()
      })
    })
    snapshot.value.rows.forEach((row) => {
      row.quantity = -1
    })
  })
  expect(await look(desk, 'subscription.list', { limit: 20 })).toEqual(before)
})
