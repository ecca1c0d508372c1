import { expect } from '#test/e2e/support/launch.ts'
import { goTo, rowsOf, type Stage } from '#test/e2e/support/stage.ts'
import { toCustomer, toCustomers } from './customer-scenes.ts'
import type { Scene } from './scene.ts'

/** Scenes of the user's own work on customers. */
export const ownScenes: readonly Scene[] = [
  { name: 'own-tags', open: async (stage) => toTags(stage) },
  { name: 'own-tags-many', open: async (stage) => toTagsOfMany(stage) },
  { name: 'own-tag-manager', open: async (stage) => toManager(stage) },
  { name: 'own-owner', open: async (stage) => toOwner(stage) },
  { name: 'own-statement', open: async (stage) => toStatement(stage) },
  { name: 'own-contact', open: async (stage) => toContact(stage) },
  { name: 'own-note-edited', open: async (stage) => toEditedNote(stage) },
  { name: 'own-mine', open: async (stage) => toMine(stage) },
]

async function toTags(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('grid', { name: texts.customers.list, exact: true }).press('ControlOrMeta+t')
  await expect(desk.window.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
}

async function chooseSome(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  const rows = rowsOf(desk.window, texts.customers.list)
  await rows.first().click()
  await rows.nth(4).click({ modifiers: ['Shift'] })
}

async function toTagsOfMany(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await chooseSome(stage)
  await desk.window.getByRole('button', { name: texts.own.tags.assign }).click()
  const dialog = desk.window.getByRole('dialog')
  await expect(dialog.getByRole('checkbox').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: texts.own.tags.find }).fill('VIP 2027')
  await expect(dialog.getByText(texts.own.tags.noMatch)).toBeVisible()
}

async function toOwner(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await chooseSome(stage)
  await desk.window.getByRole('button', { name: texts.own.owner.assign }).click()
  await expect(desk.window.getByRole('combobox', { name: texts.own.owner.label })).toBeVisible()
}

async function toManager(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toTags(stage)
  await desk.window.getByRole('button', { name: texts.own.tags.manage }).click()
  await expect(desk.window.getByRole('textbox', { name: texts.own.tags.newName })).toBeVisible()
}

async function toStatement(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  const edit = texts.own.editNamed.replace('{{name}}', texts.own.privileges.label)
  await desk.window.getByRole('button', { name: edit }).click()
  await expect(desk.window.getByRole('dialog', { name: texts.own.privileges.title })).toBeVisible()
}

async function toContact(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('button', { name: texts.own.contacts.add }).click()
  const dialog = desk.window.getByRole('dialog', { name: texts.own.contacts.addTitle })
  await dialog.getByRole('textbox', { name: texts.own.contacts.email }).fill('no address')
  await dialog.getByRole('button', { name: texts.common.save }).click()
  await expect(dialog.getByText(texts.own.contacts.emailProblem)).toBeVisible()
}

async function toEditedNote(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'notes')
  const [start = ''] = texts.own.notes.edit.split('{{date}}')
  await desk.window
    .getByRole('button', { name: new RegExp(`^${start}`) })
    .first()
    .click()
  await expect(desk.window.getByRole('button', { name: texts.common.save })).toBeVisible()
}

async function toMine(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'customers')
  await desk.window.getByRole('button', { name: new RegExp(`^${texts.savedViews.button}: `) }).click()
  await desk.window.getByRole('menuitemradio', { name: texts.savedViews.defaults.customers.mine }).click()
  await expect(rowsOf(desk.window, texts.customers.list).first()).toBeVisible()
}
