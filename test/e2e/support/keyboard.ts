import type { Locator } from '@playwright/test'
import { expect, type Desk } from './launch.ts'

/** The keyboard and nothing else; after each key the focus must be somewhere, and be seen there. */
export type Keyboard = {
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Goes on with Tab, or with another key, until this control has the focus. */
  readonly goTo: (control: Locator, key?: string) => Promise<void>
}

/** Most keys anybody would press on the way to a control. */
const patience = 80

/** Lays the hands on the keyboard of a running app. */
export function layHandsOn(desk: Desk): Keyboard {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      await desk.window.keyboard.press(key)
      const message = `what hides the focus after ${key}`
      await expect
        .poll(async () => (await desk.window.evaluate(focusNow)).hidden, { message, timeout: 5_000 })
        .toBeNull()
    }
  }
  return {
    press,
    type: async (text) => {
      await desk.window.keyboard.insertText(text)
      await press('Shift')
    },
    goTo: async (control, key = 'Tab') => {
      await expect(control).toBeVisible()
      const way: string[] = []
      while (way.length < patience && !(await hasFocus(control))) {
        await press(key)
        way.push((await desk.window.evaluate(focusNow)).what)
      }
      expect(await hasFocus(control), `${key} leads to ${control.toString()}, not by ${way.join(', ')}`).toBe(
        true,
      )
    },
  }
}

async function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const active = document.activeElement
    const id = active?.getAttribute('aria-activedescendant') ?? null
    return element === active || (id !== null && element === document.getElementById(id))
  })
}

/**
 * Says what has the focus and what hides it, or `null` when it can be seen: it is in the window, and it or what it
 * stands in has a ring, a cursor or a caret. It is sent to the page as it stands here, so it must hold everything it
 * uses.
 */
function focusNow(): { readonly what: string; readonly hidden: string | null } {
  const active = document.activeElement
  if (active === null || active === document.body) {
    return { what: 'nothing', hidden: 'nothing has the focus' }
  }
  const at = document.getElementById(active.getAttribute('aria-activedescendant') ?? '') ?? active
  const name = at.getAttribute('aria-label') ?? at.textContent ?? ''
  const what = `${at.getAttribute('role') ?? at.tagName.toLowerCase()} "${name.slice(0, 40)}"`
  const { width, height, top, right, bottom, left } = at.getBoundingClientRect()
  const isInWindow =
    width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
  if (!isInWindow) {
    return { what, hidden: `${what} is outside the window` }
  }
  const isField =
    active.matches('textarea, [contenteditable="true"]') ||
    (active instanceof HTMLInputElement && !/^(radio|checkbox|button|range)$/.test(active.type))
  const isRinged = (element: Element, part: string): boolean => {
    const style = getComputedStyle(element, part)
    if (part !== '' && (/^(none|normal)$/.test(style.content) || style.opacity === '0')) return false
    const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    const hasBorder =
      part !== '' && style.borderTopStyle === 'solid' && Number.parseFloat(style.borderTopWidth) > 1
    // A link is underlined twice.
    const isUnderlined = style.textDecorationStyle === 'double'
    return hasOutline || style.boxShadow !== 'none' || hasBorder || isUnderlined
  }
  const around = [at, at.parentElement, at.parentElement?.parentElement].filter(
    (each) => each instanceof Element,
  )
  const isSeen =
    isField || around.some((each) => ['', '::before', '::after'].some((part) => isRinged(each, part)))
  return { what, hidden: isSeen ? null : `nothing shows that ${what} has the focus` }
}
