import type { ViewName } from '#shared/protocol.ts'
import { csv } from '#test/support/reconciliation.ts'
import { failView } from '#test/e2e/support/fail-view.ts'
import { goBackToToday, killNextReader, letDaysPass } from '#test/e2e/support/faults.ts'
import { dropFiles, putFile } from '#test/e2e/support/files.ts'
import { expect } from '#test/e2e/support/launch.ts'
import { goTo, said, settle, sizes, type Stage } from '#test/e2e/support/stage.ts'
import { toHome } from './home-scenes.ts'
import { toEmpty, toList, type Scene } from './scene.ts'

/** Scenes of places that have nothing to show yet, in a program that knows nothing. */
export const emptyStateScenes: readonly Scene[] = [
  { name: 'subscriptions-empty', open: async (stage) => toEmpty(stage, 'subscriptions') },
  { name: 'renewals-empty', open: async (stage) => toEmpty(stage, 'renewals') },
  { name: 'links-empty', open: async (stage) => toEmpty(stage, 'links') },
]

/** Scenes of what is said where something could not be read, has grown old, or is not to be found. */
export const stateScenes: readonly Scene[] = [
  {
    name: 'list-failed',
    open: async (stage) => toFailed(stage, 'link.list', async () => goTo(stage, 'links')),
  },
  {
    name: 'home-failed',
    open: async (stage) => toFailed(stage, 'home.attention', async () => goTo(stage, 'home')),
  },
  {
    name: 'home-stale',
    open: async (stage) => toStale(stage),
    leave: async ({ desk }) => goBackToToday(desk),
  },
  { name: 'import-crashed', open: async (stage) => toCrashedReader(stage) },
  { name: 'subscriptions-no-match', open: async (stage) => toNoRow(stage) },
  { name: 'palette-none', open: async (stage) => toNoHit(stage) },
]

async function toFailed(stage: Stage, view: ViewName, go: () => Promise<void>): Promise<void> {
  const { desk, texts } = stage
  const stop = await failView(desk, view)
  await desk.window.reload()
  await go()
  const told = desk.window.getByRole('alert')
  await expect(told.getByText(texts.errors.INTERNAL).first()).toBeVisible()
  await expect(told.getByRole('button', { name: texts.common.tryAgain })).toBeVisible()
  await stop()
}

async function toStale(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await letDaysPass(desk, 48)
  await desk.window.reload()
  await toHome(stage)
  // Where the page is longest; in a larger window its end is as far down, or nearer.
  await settle(stage, { theme: 'light', ...sizes[0] })
  const hint = desk.window.getByText(texts.desk.home.staleHint)
  await hint.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect(hint).toBeInViewport()
}

async function toCrashedReader({ desk, texts, folder, ...stage }: Stage): Promise<void> {
  const rows = Array.from({ length: 20_000 }, (_, at) => [
    `c0ffee00-0000-4000-8000-${String(at).padStart(12, '0')}`,
    `Customer ${at}`,
    '',
    'Cloud Reseller',
  ])
  const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship']
  await goTo({ desk, texts, folder, ...stage }, 'imports')
  await killNextReader(desk)
  await dropFiles(desk.window, [await putFile(folder, 'all customers.csv', csv([header, ...rows]))])
  await expect(desk.window.getByText(said(texts.imports.refusedNamed)).first()).toBeVisible()
}

async function toNoRow(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toList(stage, 'subscriptions', 'allSubscriptions')
  await desk.window.getByRole('searchbox', { name: texts.table.quickFilter }).fill('no such subscription')
  await expect(desk.window.getByRole('button', { name: texts.table.showAll })).toBeVisible()
}

async function toNoHit(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toHome(stage)
  await desk.window.keyboard.press('ControlOrMeta+k')
  const palette = desk.window.getByRole('dialog', { name: texts.desk.palette.title })
  await palette.getByRole('combobox').fill('no such thing')
  await expect(palette.getByText(said(texts.desk.palette.nothing))).toBeVisible()
}
