import { answerSaveDialog, dropFiles } from './files.ts'
import { expect } from './launch.ts'
import { ownCompany, putReconciliation, putStranger } from './sample-desk.ts'
import { goTo, rowsOf, said, startAfresh, type Stage } from './stage.ts'

/** One view of the program worth looking at, reached as a user reaches it, in any language, theme and size. */
export type Scene = {
  /** What its picture is called. */
  readonly name: string
  /** Brings a freshly loaded page there. */
  readonly open: (stage: Stage) => Promise<void>
}

/** Scenes of a program that knows nothing yet. */
export const emptyScenes: readonly Scene[] = [
  { name: 'first-run', open: async (stage) => toFirstRun(stage) },
  { name: 'account-editor-new', open: async (stage) => toNewAccount(stage) },
  { name: 'account-editor-problems', open: async (stage) => toWrongAccount(stage) },
  { name: 'requests-empty', open: async (stage) => toEmpty(stage, 'requests') },
  { name: 'imports-empty', open: async (stage) => toEmpty(stage, 'imports') },
  { name: 'accounts-empty', open: async (stage) => toEmpty(stage, 'accounts') },
]

/** Scenes over the sample portfolio and what `fillDesk` puts beside it. */
export const sampleScenes: readonly Scene[] = [
  { name: 'home', open: async (stage) => toHome(stage) },
  { name: 'palette', open: async (stage) => toPalette(stage, '') },
  { name: 'palette-found', open: async (stage) => toPalette(stage, 'sh') },
  { name: 'shortcuts', open: async (stage) => toShortcuts(stage) },
  { name: 'quick-look', open: async (stage) => toQuickLook(stage) },
  { name: 'customer-safe', open: async (stage) => toSafe(stage) },
  { name: 'subscriptions', open: async (stage) => toList(stage, 'subscriptions', 'allSubscriptions') },
  { name: 'links', open: async (stage) => toList(stage, 'links', 'links') },
  { name: 'customers', open: async (stage) => toCustomers(stage) },
  { name: 'account-switch', open: async (stage) => toAccountSwitch(stage) },
  { name: 'customer-overview', open: async (stage) => toCustomer(stage, 'overview') },
  { name: 'customer-subscriptions', open: async (stage) => toCustomer(stage, 'subscriptions') },
  { name: 'customer-requests', open: async (stage) => toCustomer(stage, 'requests') },
  { name: 'customer-notes', open: async (stage) => toCustomer(stage, 'notes') },
  { name: 'customer-page', open: async (stage) => toCustomerPage(stage, 'overview') },
  { name: 'customer-page-subscriptions', open: async (stage) => toCustomerPage(stage, 'subscriptions') },
  { name: 'search-found', open: async (stage) => toFound(stage) },
  { name: 'search-no-match', open: async (stage) => toNoMatch(stage) },
  { name: 'wizard-customer', open: async (stage) => toCustomerQuestion(stage) },
  { name: 'wizard-prospect', open: async (stage) => toProspect(stage) },
  { name: 'wizard-account', open: async (stage) => toWizard(stage, 1) },
  { name: 'wizard-link-missing', open: async (stage) => toMissingLink(stage) },
  { name: 'wizard-message', open: async (stage) => toWizard(stage, 2) },
  { name: 'wizard-review', open: async (stage) => toWizard(stage, 3) },
  { name: 'wizard-saved', open: async (stage) => toSaved(stage) },
  { name: 'requests', open: async (stage) => toRequests(stage) },
  { name: 'request-open', open: async (stage) => toRequest(stage) },
  { name: 'request-page', open: async (stage) => toRequestPage(stage) },
  { name: 'request-discard', open: async (stage) => toDiscard(stage) },
  { name: 'imports', open: async (stage) => toImports(stage) },
  { name: 'import-preview', open: async (stage) => toPreview(stage) },
  { name: 'import-refused', open: async (stage) => toRefusal(stage) },
  { name: 'accounts', open: async (stage) => toAccounts(stage) },
  { name: 'account-editor', open: async (stage) => toAccount(stage) },
  { name: 'settings', open: async (stage) => toSettings(stage) },
]

/** Brings the app to a scene, whatever it showed before. */
export async function openScene(scene: Scene, stage: Stage): Promise<void> {
  await startAfresh(stage)
  await scene.open(stage)
}

async function toFirstRun(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'customers')
  await expect(desk.window.getByRole('button', { name: texts.welcome.accountAction })).toBeVisible()
}

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

async function toEmpty(stage: Stage, place: 'requests' | 'imports' | 'accounts'): Promise<void> {
  await goTo(stage, place)
  await expect(stage.desk.window.getByText(stage.texts[place].empty, { exact: true })).toBeVisible()
}

async function toCustomers(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'customers')
  const search = desk.window.getByRole('searchbox', { name: texts.frame.search })
  if ((await search.inputValue()) !== '') await search.fill('')
  await expect(rowsOf(desk.window, texts.customers.list).nth(8)).toBeVisible()
}

async function toAccountSwitch(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await desk.window.getByRole('button', { name: new RegExp(`^${texts.frame.account}: `) }).click()
  await expect(desk.window.getByRole('menuitem', { name: texts.frame.manageAccounts })).toBeVisible()
}

async function toCustomer(stage: Stage, tab: keyof Stage['texts']['customers']['tabs']): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await rowsOf(desk.window, texts.customers.list).first().click()
  await chooseTab(stage, tab)
}

async function chooseTab(
  { desk, texts }: Stage,
  tab: keyof Stage['texts']['customers']['tabs'],
): Promise<void> {
  await desk.window.getByRole('tab', { name: new RegExp(`^${texts.customers.tabs[tab]}`) }).click()
  const panel = desk.window.getByRole('tabpanel', { name: texts.customers.tabs[tab] })
  await expect(panel).not.toBeEmpty()
  if (tab === 'subscriptions') await expect(panel.getByRole('gridcell').first()).toBeVisible()
}

async function toCustomerPage(stage: Stage, tab: 'overview' | 'subscriptions'): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('button', { name: texts.customers.openPage }).click()
  await expect(
    desk.window.getByRole('button', { name: texts.customers.backToList, exact: true }).last(),
  ).toBeVisible()
  await chooseTab(stage, tab)
}

async function toFound(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await desk.window.getByRole('searchbox', { name: texts.frame.search }).fill('sh')
  await expect(desk.window.getByText(said(texts.customers.found_other)).first()).toBeVisible()
}

async function toNoMatch(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await desk.window.getByRole('searchbox', { name: texts.frame.search }).fill('no such customer')
  await expect(desk.window.getByRole('button', { name: texts.customers.clearSearch })).toBeVisible()
}

async function toNewRequest(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'requests')
  await desk.window.getByRole('button', { name: texts.requests.new }).click()
  const again = desk.window.getByRole('button', { name: texts.wizard.resume.restart })
  const question = desk.window.getByRole('heading', { name: texts.wizard.customer.question })
  await expect(again.or(question)).toBeVisible()
  if (await again.isVisible()) await again.click()
  await expect(question).toBeVisible()
}

async function toCustomerQuestion(stage: Stage): Promise<void> {
  await toNewRequest(stage)
  await expect(stage.desk.window.getByRole('option').nth(7)).toBeVisible()
}

async function toProspect(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toNewRequest(stage)
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

async function toRequests(stage: Stage): Promise<void> {
  await goTo(stage, 'requests')
  await expect(rowsOf(stage.desk.window, stage.texts.requests.list).first()).toBeVisible()
}

async function toRequest(stage: Stage, state: 'draft' | 'exported' = 'exported'): Promise<void> {
  const { desk, texts } = stage
  await toRequests(stage)
  await rowsOf(desk.window, texts.requests.list)
    .filter({ hasText: texts.requests.states[state] })
    .first()
    .click()
  const action = state === 'draft' ? texts.requests.discard : texts.requests.exportAgain
  await expect(desk.window.getByRole('button', { name: action })).toBeVisible()
}

async function toRequestPage(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toRequest(stage)
  await desk.window.getByRole('button', { name: texts.requests.openPage }).click()
  await expect(desk.window.getByRole('heading', { name: texts.requests.history })).toBeVisible()
}

async function toDiscard(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toRequest(stage, 'draft')
  await desk.window.getByRole('button', { name: texts.requests.discard }).click()
  await expect(desk.window.getByText(texts.requests.discarded).first()).toBeVisible()
}

async function toImports(stage: Stage): Promise<void> {
  await goTo(stage, 'imports')
  await expect(rowsOf(stage.desk.window, stage.texts.imports.list).first()).toBeVisible()
}

async function toPreview(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putReconciliation(stage)])
  await expect(desk.window.getByRole('heading', { name: texts.imports.previewTitle })).toBeVisible()
  await expect(desk.window.getByText('viele')).toBeVisible()
}

async function toRefusal(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putStranger(stage)])
  await expect(desk.window.getByText(said(texts.imports.refusedNamed)).first()).toBeVisible()
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

async function toSettings(stage: Stage): Promise<void> {
  await goTo(stage, 'settings')
  await expect(stage.desk.window.getByText(stage.texts.settings.version, { exact: true })).toBeVisible()
}

async function toHome(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'home')
  await expect(desk.window.getByRole('heading', { name: texts.desk.home.plot })).toBeVisible()
}

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

async function toQuickLook(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('grid', { name: texts.customers.list, exact: true }).press('Space')
  const card = desk.window.getByRole('dialog', { name: texts.desk.quickLook.title })
  await expect(card.getByText(texts.desk.quickLook.ends, { exact: true })).toBeVisible()
}

async function toSafe(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.keyboard.press('F8')
  await expect(desk.window.getByText(texts.desk.safe.on).first()).toBeVisible()
}

async function toList(
  stage: Stage,
  place: 'subscriptions' | 'links',
  list: 'allSubscriptions' | 'links',
): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, place)
  await expect(
    desk.window.getByRole('main').getByRole('heading', { name: texts[list].title }).first(),
  ).toBeVisible()
  await expect(desk.window.getByRole('gridcell').first()).toBeVisible()
}
