import { expect } from '#test/e2e/support/launch.ts'
import { goTo, run, type Stage } from '#test/e2e/support/stage.ts'
import { toCustomers } from './customer-scenes.ts'
import { toHome } from './home-scenes.ts'
import type { Scene } from './scene.ts'

/** Scenes of the frame: its palette, its sheet of shortcuts, its switch of accounts, the settings. */
export const frameScenes: readonly Scene[] = [
  { name: 'palette', open: async (stage) => toPalette(stage, '') },
  { name: 'palette-found', open: async (stage) => toPalette(stage, 'sh') },
  { name: 'shortcuts', open: async (stage) => toShortcuts(stage) },
  { name: 'account-switch', open: async (stage) => toAccountSwitch(stage) },
  { name: 'settings', open: async (stage) => toSettings(stage) },
  { name: 'settings-renewals', open: async (stage) => toRenewalSettings(stage) },
  { name: 'settings-backups', open: async (stage) => toBackups(stage) },
  { name: 'settings-restore', open: async (stage) => toRestore(stage) },
]

async function toPalette(stage: Stage, typed: string): Promise<void> {
  const { desk, texts } = stage
  await toHome(stage)
  await desk.window.keyboard.press('ControlOrMeta+k')
  const palette = desk.window.getByRole('dialog', { name: texts.desk.palette.title })
  await palette.getByRole('combobox').fill(typed)
  const group = typed === '' ? texts.desk.palette.actions : texts.desk.palette.customers
  await expect(palette.getByRole('group', { name: group }).getByRole('option').first()).toBeVisible()
}

async function toShortcuts(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toHome(stage)
  await desk.window.keyboard.press('F1')
  await expect(desk.window.getByRole('dialog', { name: texts.desk.shortcuts.title })).toBeVisible()
}

async function toAccountSwitch(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await desk.window.getByRole('button', { name: new RegExp(`^${texts.frame.account}: `) }).click()
  await expect(desk.window.getByRole('menuitem', { name: texts.frame.manageAccounts })).toBeVisible()
}

async function toSettings(stage: Stage): Promise<void> {
  await goTo(stage, 'settings')
  await expect(stage.desk.window.getByText(stage.texts.settings.version, { exact: true })).toBeVisible()
}

async function toRenewalSettings(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toSettings(stage)
  const heading = desk.window.getByRole('heading', { name: texts.renewalSettings.title })
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await expect(heading).toBeInViewport()
}

async function toBackups(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toSettings(stage)
  await run(desk, 'backup.create', {})
  const list = desk.window.getByRole('list', { name: texts.backups.title })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await list.scrollIntoViewIfNeeded()
}

async function toRestore(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toBackups(stage)
  await desk.window.getByRole('button', { name: texts.backups.fromFile }).click()
  await expect(desk.window.getByRole('alertdialog', { name: texts.backups.question })).toBeVisible()
}
