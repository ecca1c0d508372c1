import type { Locator, Page } from '@playwright/test'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  ViewName,
  ViewParams,
  ViewValue,
} from '#shared/protocol.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { Catalogue } from '#shared/locales/catalogue.ts'
import { en } from '#shared/locales/en.ts'
import { zhCN } from '#shared/locales/zh-CN.ts'
import { invoke, read } from './hostile.ts'
import { expect, type Desk } from './launch.ts'

/** A running app in one language, ready to be brought to a scene. */
export type Stage = {
  readonly desk: Desk
  readonly language: Language
  readonly texts: Catalogue
  /** Where files lie that a scene drops on the window. */
  readonly folder: string
}

/** Where a scene's picture or measure is taken: a theme and a size of the window. */
export type Setting = {
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
  /** In per cent of the usual size; 100 where nothing is said. */
  readonly zoom?: number
}

/** The catalogues, as the window has them. */
export const catalogues: { readonly [L in Language]: Catalogue } = { 'zh-CN': zhCN, en }

/** The smallest window, and the one of a desk. */
export const sizes = [
  { width: 900, height: 600 },
  { width: 1440, height: 900 },
] as const

/** Runs a command of the contract through the page's bridge and returns its value. */
export async function run<C extends CommandName>(
  desk: Desk,
  name: C,
  input: CommandInput<C>,
): Promise<CommandOutput<C>> {
  const reply = await invoke(desk, name, input)
  expect(reply).toMatchObject({ ok: true })
  return (reply as { readonly value: unknown }).value as CommandOutput<C>
}

/** Reads a view of the contract once through the page's bridge. */
export async function look<V extends ViewName>(
  desk: Desk,
  name: V,
  params: ViewParams<V>,
): Promise<ViewValue<V>> {
  return (await read(desk, name, params)) as ViewValue<V>
}

/** A catalogue's text as it may stand in the window, with anything where it has a placeholder. */
export function said(text: string): RegExp {
  const parts = text
    .split(/\{\{[^}]*\}\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.+')}$`)
}

/** Changes the window's language and waits until it speaks it. */
export async function speak(desk: Desk, language: Language): Promise<void> {
  await run(desk, 'preferences.update', { language })
  await expect(desk.window.locator('html')).toHaveAttribute('lang', language)
  await expect(desk.window.getByRole('navigation', { name: catalogues[language].nav.label })).toBeVisible()
}

/** Changes theme and size at run time and waits until the page has drawn itself with them. */
export async function settle({ desk }: Stage, { theme, width, height, zoom = 100 }: Setting): Promise<void> {
  await run(desk, 'preferences.update', { theme, zoom })
  await desk.application.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await desk.window.waitForFunction(
    (wanted) => {
      const main =
        document.querySelector('main, [role="main"]') ?? document.querySelector('.fui-FluentProvider')
      if (main === null) return false
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(main).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number)
      const isDark = red + green + blue < 384
      return (
        isDark === (wanted.theme === 'dark') &&
        Math.abs(innerWidth - wanted.width) <= 1 &&
        Math.abs(innerHeight - wanted.height) <= 1
      )
    },
    { theme, width: (width * 100) / zoom, height: (height * 100) / zoom },
  )
  await rest(desk.window)
}

/** Waits until nothing on the page moves, loads or is about to be drawn. */
export async function rest(window: Page): Promise<void> {
  await window.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await window.evaluate(async () => {
    const frame = async () => new Promise((resolve) => requestAnimationFrame(resolve))
    await document.fonts.ready
    await frame()
    await frame()
    const ending = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(async (each) => each.finished))
    await frame()
    await frame()
  })
}

/** Loads the page again, which forgets what the page alone knew, and waits until it stands. */
export async function startAfresh({ desk, texts }: Stage): Promise<void> {
  const { window } = desk
  await window.reload()
  await expect(window.getByRole('navigation', { name: texts.nav.label })).toBeVisible()
  // The customer-safe screen outlives a restart, on purpose; the next scene is not about it.
  const safe = window.getByRole('banner').getByRole('button', { pressed: true })
  if (await safe.isVisible()) {
    await safe.click()
    await expect(safe).toHaveCount(0)
  }
}

/** Goes to a place of the navigation by its name in the catalogue. */
export async function goTo(
  { desk, texts }: Stage,
  place: Exclude<keyof Catalogue['nav'], 'label' | 'collapse' | 'expand'>,
): Promise<void> {
  const navigation = desk.window.getByRole('navigation', { name: texts.nav.label })
  const named = { name: texts.nav[place], exact: true }
  await navigation.getByRole('button', named).or(navigation.getByRole('link', named)).click()
}

/** The rows of a table below its header. */
export function rowsOf(window: Page, label: string): Locator {
  return window
    .getByRole('grid', { name: label, exact: true })
    .getByRole('row')
    .filter({ has: window.getByRole('gridcell') })
}
