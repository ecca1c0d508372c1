import { expect } from '#test/e2e/support/launch.ts'
import { ownCompany } from '#test/e2e/support/sample-desk.ts'
import { goTo, said, type Stage } from '#test/e2e/support/stage.ts'
import { toFirstRun } from './home-scenes.ts'
import { toEmpty, type Scene } from './scene.ts'

/** Scenes of the partner accounts and their editor, in a program that knows nothing yet. */
export const emptyAccountScenes: readonly Scene[] = [
  { name: 'accounts-empty', open: async (stage) => toEmpty(stage, 'accounts') },
  { name: 'account-editor-new', open: async (stage) => toNewAccount(stage) },
  { name: 'account-editor-problems', open: async (stage) => toWrongAccount(stage) },
]

/** Scenes of the partner accounts and their editor. */
export const accountScenes: readonly Scene[] = [
  { name: 'accounts', open: async (stage) => toAccounts(stage) },
  { name: 'account-editor', open: async (stage) => toAccount(stage) },
]

async function toNewAccount(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toFirstRun(stage)
  await desk.window.getByRole('button', { name: texts.welcome.accountAction }).click()
  await expect(desk.window.getByRole('dialog', { name: texts.accounts.createTitle })).toBeVisible()
}

async function toWrongAccount(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toNewAccount(stage)
  const dialog = desk.window.getByRole('dialog')
  await dialog.getByLabel(texts.accounts.fields.tenantId).fill('4400001')
  await dialog.getByLabel(texts.accounts.fields.link).fill('http://portal.partner.microsoftonline.cn/Home')
  await dialog.getByRole('button', { name: texts.accounts.add }).click()
  await expect(dialog.getByText(texts.link.problems['not-https']).first()).toBeVisible()
}

async function toAccounts(stage: Stage): Promise<void> {
  await goTo(stage, 'accounts')
  await expect(stage.desk.window.getByRole('main').getByText(ownCompany).first()).toBeVisible()
}

async function toAccount(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toAccounts(stage)
  await desk.window
    .getByRole('main')
    .getByRole('button', { name: said(texts.accounts.editNamed) })
    .first()
    .click()
  await expect(desk.window.getByRole('dialog', { name: texts.accounts.editTitle })).toBeVisible()
}
