import { mkdir } from 'node:fs/promises'
import { answerOpenDialog, answerSaveDialog } from '#test/e2e/support/files.ts'
import { expect } from '#test/e2e/support/launch.ts'
import { ownCompany } from '#test/e2e/support/sample-desk.ts'
import { goTo, said, type Stage } from '#test/e2e/support/stage.ts'
import { toCustomer } from './customer-scenes.ts'
import type { Scene } from './scene.ts'

/** Scenes of the request wizard, question by question. */
export const wizardScenes: readonly Scene[] = [
  { name: 'wizard-purpose', open: async (stage) => toNewRequest(stage) },
  { name: 'wizard-several', open: async (stage) => toSeveral(stage) },
  { name: 'wizard-several-review', open: async (stage) => toSeveralReview(stage) },
  { name: 'wizard-several-saved', open: async (stage) => toSeveralSaved(stage) },
  { name: 'wizard-customer', open: async (stage) => toCustomerQuestion(stage) },
  { name: 'wizard-prospect', open: async (stage) => toProspect(stage) },
  { name: 'wizard-account', open: async (stage) => toWizard(stage, 1) },
  { name: 'wizard-link-missing', open: async (stage) => toMissingLink(stage) },
  { name: 'wizard-message', open: async (stage) => toWizard(stage, 2) },
  { name: 'wizard-holes', open: async (stage) => toHoles(stage) },
  { name: 'wizard-template', open: async (stage) => toTemplate(stage) },
  { name: 'wizard-review', open: async (stage) => toWizard(stage, 3) },
  { name: 'wizard-saved', open: async (stage) => toSaved(stage) },
]

async function toNewRequest(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'requests')
  await desk.window.getByRole('button', { name: texts.requests.new }).click()
  await toFirstQuestion(stage)
}

/** What an earlier scene left unsaved is asked about first; it is given up. */
async function toFirstQuestion({ desk, texts }: Stage): Promise<void> {
  const again = desk.window
    .getByRole('alertdialog')
    .getByRole('button', { name: texts.wizard.resume.restart })
  const question = desk.window.getByRole('heading', { name: texts.wizard.purpose.question })
  await expect(again.or(question).first()).toBeVisible()
  if (await again.isVisible()) await again.click()
  await expect(question).toBeVisible()
}

async function toCustomerQuestion(stage: Stage): Promise<void> {
  await toNewRequest(stage)
  await next(stage)
  await expect(stage.desk.window.getByRole('option').nth(7)).toBeVisible()
}

async function toProspect(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toNewRequest(stage)
  await next(stage)
  await desk.window.getByRole('radio', { name: texts.wizard.customer.prospect }).check()
  await desk.window.getByLabel(texts.wizard.customer.prospectName).fill('Wingtip Toys 玩具（深圳）有限公司')
  await desk.window.getByLabel(texts.wizard.customer.prospectEmail).fill('office@wingtip.example')
}

async function toMissingLink(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toProspect(stage)
  await next(stage)
  await desk.window.getByRole('radio', { name: new RegExp(ownCompany) }).check()
  await expect(desk.window.getByText(texts.wizard.account.linkMissingProvider).first()).toBeVisible()
}

async function toWizard(stage: Stage, step: 1 | 2 | 3): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('button', { name: texts.customers.request }).click()
  await toFirstQuestion(stage)
  await next(stage)
  await next(stage)
  await expect(desk.window.getByRole('heading', { name: texts.wizard.account.question })).toBeVisible()
  if (step === 1) return
  await next(stage)
  const recipients = desk.window.getByLabel(texts.wizard.message.recipients)
  await recipients.fill('it@customer.example')
  await recipients.press('Enter')
  if (step === 2) return
  await next(stage)
  await expect(desk.window.getByRole('heading', { name: texts.wizard.review.question })).toBeVisible()
}

async function next({ desk, texts }: Stage): Promise<void> {
  await desk.window.getByRole('button', { name: texts.wizard.next, exact: true }).click()
}

async function toSaved(stage: Stage): Promise<void> {
  const { desk, texts, folder } = stage
  await toWizard(stage, 3)
  await answerSaveDialog(desk.application, `${folder}-invitation.eml`)
  await desk.window.getByRole('button', { name: texts.wizard.review.save }).click()
  await expect(desk.window.getByText(said(texts.wizard.review.savedTitle)).first()).toBeVisible()
}

async function toHoles(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toWizard(stage, 2)
  await desk.window.getByLabel(texts.wizard.message.text).fill('{{customer}}\n\n{{fax}} {{合作伙伴ID}}')
  await expect(desk.window.locator('mark').first()).toBeVisible()
}

async function toTemplate(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toWizard(stage, 2)
  await desk.window.getByRole('button', { name: texts.templates.saveAs }).click()
  await expect(desk.window.getByLabel(texts.templates.name)).toBeVisible()
}

async function toSeveral(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toNewRequest(stage)
  await next(stage)
  await desk.window.getByRole('radio', { name: texts.wizard.several.choice }).check()
  await desk.window
    .getByLabel(texts.wizard.several.paste)
    .fill(
      '上海远大机电有限公司\tit@yuanda.example\nWingtip Toys 玩具（深圳）有限公司, office@wingtip.example',
    )
  await desk.window.getByRole('button', { name: said(texts.wizard.several.add_other), exact: false }).click()
  await desk.window.getByRole('option').first().click()
  await expect(
    desk.window.getByRole('region', { name: texts.wizard.several.chosen }).getByRole('listitem'),
  ).toHaveCount(3)
}

async function toSeveralReview(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toSeveral(stage)
  await next(stage)
  await next(stage)
  await next(stage)
  await expect(desk.window.getByRole('heading', { name: texts.wizard.review.question })).toBeVisible()
}

async function toSeveralSaved(stage: Stage): Promise<void> {
  const { desk, texts, folder } = stage
  await toSeveralReview(stage)
  const target = `${folder}-drafts`
  await mkdir(target, { recursive: true })
  await answerOpenDialog(desk.application, target)
  await desk.window.getByRole('button', { name: said(texts.wizard.several.save_other) }).click()
  await expect(desk.window.getByText(said(texts.wizard.review.savedTitle)).first()).toBeVisible()
}
