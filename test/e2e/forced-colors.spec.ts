import { languages } from '#shared/domain/cloud.ts'
import { layHandsOn } from './support/keyboard.ts'
import { expect, test } from './support/launch.ts'
import { fillDesk } from './support/sample-desk.ts'
import { catalogues, goTo, rest, rowsOf, settle, speak } from './support/stage.ts'

test.describe.configure({ mode: 'parallel' })

for (const language of languages) {
  test(`in the system's own colours the focus, the choice, borders and states are seen, in ${language}`, async ({
    desk,
  }, testInfo) => {
    test.setTimeout(180_000)
    const { window } = desk
    const texts = catalogues[language]
    const keys = layHandsOn(desk)
    const stage = { desk, language, texts, folder: testInfo.outputPath() }
    const picture = async (name: string) => desk.screenshot(`forced-colors-${language}-${name}`)
    /** Goes through what Tab leads to; the keyboard itself says when a focus cannot be seen. */
    const walk = async (steps: number) => keys.press(...Array.from({ length: steps }, () => 'Tab'))
    await window.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await speak(desk, language)
    await fillDesk(desk)
    await settle(stage, { theme: 'light', width: 1440, height: 900 })

    await test.step('home', async () => {
      await goTo(stage, 'home')
      await rest(window)
      await walk(30)
      expect(await window.evaluate(unbordered)).toEqual([])
      await picture('home')
    })

    await test.step('a list: the chosen row, several of them, and where the cursor is', async () => {
      await goTo(stage, 'customers')
      const rows = rowsOf(window, texts.customers.list)
      await rows.nth(2).click()
      await rows.nth(4).click({ modifiers: ['Shift'] })
      await rest(window)
      // A ring above the cells, which would hide an outline of the row's own.
      const ringed = await rows.evaluateAll((all) =>
        all.map((row) => {
          const { content, borderTopStyle, borderTopWidth, zIndex } = getComputedStyle(row, '::after')
          return content !== 'none' && `${borderTopStyle} ${borderTopWidth} ${zIndex}` === 'solid 2px 2'
        }),
      )
      expect(ringed.slice(0, 7)).toEqual([false, false, true, true, true, false, false])
      expect(await window.evaluate(unbordered)).toEqual([])
      await picture('customers')
      await walk(30)
      await window.keyboard.press('Escape')
    })

    await test.step('states are words or signs beside their colours', async () => {
      await goTo(stage, 'subscriptions')
      const cells = window.locator('[data-column="status"]')
      await expect(cells.nth(4)).toBeVisible()
      expect((await cells.allInnerTexts()).filter((text) => text.trim() === '')).toEqual([])
      await picture('subscriptions')
      await goTo(stage, 'requests')
      await expect(rowsOf(window, texts.requests.list).first()).toBeVisible()
      await picture('requests')
      await goTo(stage, 'renewals')
      await window.getByRole('tab', { name: texts.renewals.ways.timeline }).click()
      await rest(window)
      expect(await window.evaluate(unbordered)).toEqual([])
      await picture('timeline')
    })

    await test.step('menus, boxes and dialogs have an edge', async () => {
      await goTo(stage, 'customers')
      await window.getByRole('button', { name: texts.table.columns, exact: true }).click()
      await expect(window.getByRole('dialog')).toBeVisible()
      expect(await window.evaluate(unbordered)).toEqual([])
      await picture('columns')
      await window.keyboard.press('Escape')
      await window.getByRole('button', { name: new RegExp(`^${texts.savedViews.button}: `) }).click()
      await expect(window.getByRole('menu')).toBeVisible()
      expect(await window.evaluate(unbordered)).toEqual([])
      await window.keyboard.press('Escape')
      await goTo(stage, 'settings')
      await rest(window)
      await walk(12)
      expect(await window.evaluate(unbordered)).toEqual([])
      await picture('settings')
    })
  })
}

/**
 * What is seen only by a background or a shadow of its own, which the system's colours take away: controls, cards,
 * boxes and bars without a border or an outline. It is sent to the page as it stands here.
 */
function unbordered(): readonly string[] {
  const edged =
    '.fui-Button, .fui-Input, .fui-SearchBox, .fui-Badge, .fui-MessageBar, [role="menu"], [role="dialog"], [role="alertdialog"], input[type="text"], textarea, select'
  const hasEdge = (element: Element, part?: string): boolean => {
    const style = getComputedStyle(element, part)
    if (part !== undefined && style.content === 'none') return false
    const hasSide = (['Top', 'Right', 'Bottom', 'Left'] as const).some(
      (side) => style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
    )
    return hasSide || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
  }
  return [...document.querySelectorAll(edged)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    if (width < 2 || height < 2 || !element.checkVisibility({ visibilityProperty: true })) return []
    const around = [element, element.parentElement, element.parentElement?.parentElement]
    const isEdged = around.some(
      (each) =>
        each instanceof Element && (hasEdge(each) || hasEdge(each, '::after') || hasEdge(each, '::before')),
    )
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return isEdged
      ? []
      : [`${element.tagName.toLowerCase()}.${element.className.split(' ')[0]} "${name.slice(0, 40)}"`]
  })
}
