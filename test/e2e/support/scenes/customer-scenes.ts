import { expect } from '#test/e2e/support/launch.ts'
import { goTo, rowsOf, said, type Stage } from '#test/e2e/support/stage.ts'
import type { Scene } from './scene.ts'

/** Scenes of the customers and one customer's tabs. */
export const customerScenes: readonly Scene[] = [
  { name: 'customers', open: async (stage) => toCustomers(stage) },
  { name: 'customer-overview', open: async (stage) => toCustomer(stage, 'overview') },
  { name: 'customer-subscriptions', open: async (stage) => toCustomer(stage, 'subscriptions') },
  { name: 'customer-requests', open: async (stage) => toCustomer(stage, 'requests') },
  { name: 'customer-notes', open: async (stage) => toCustomer(stage, 'notes') },
  { name: 'customer-partners', open: async (stage) => toCustomer(stage, 'partners') },
  { name: 'customer-page-partners', open: async (stage) => toCustomerPage(stage, 'partners') },
  { name: 'customer-page', open: async (stage) => toCustomerPage(stage, 'overview') },
  { name: 'customer-page-subscriptions', open: async (stage) => toCustomerPage(stage, 'subscriptions') },
  { name: 'customer-paper-menu', open: async (stage) => toPaperMenu(stage) },
  { name: 'search-found', open: async (stage) => toFound(stage) },
  { name: 'search-no-match', open: async (stage) => toNoMatch(stage) },
  { name: 'quick-look', open: async (stage) => toQuickLook(stage) },
  { name: 'customer-safe', open: async (stage) => toSafe(stage) },
]

/** Goes to the list of customers, with nothing searched for. */
export async function toCustomers(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'customers')
  const search = desk.window.getByRole('searchbox', { name: texts.frame.search })
  if ((await search.inputValue()) !== '') await search.fill('')
  await expect(rowsOf(desk.window, texts.customers.list).nth(8)).toBeVisible()
}

/** Chooses the first customer and one of its tabs. */
export async function toCustomer(
  stage: Stage,
  tab: keyof Stage['texts']['customers']['tabs'],
): Promise<void> {
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

async function toCustomerPage(stage: Stage, tab: 'overview' | 'subscriptions' | 'partners'): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('button', { name: texts.customers.openPage }).click()
  await expect(
    desk.window.getByRole('button', { name: texts.customers.backToList, exact: true }).last(),
  ).toBeVisible()
  await chooseTab(stage, tab)
}

async function toPaperMenu(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.getByRole('button', { name: texts.reports.button }).last().click()
  await expect(desk.window.getByRole('menuitem', { name: texts.reports.print })).toBeVisible()
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
  const banner = desk.window.getByText(texts.desk.safe.on).first()
  if (!(await banner.isVisible())) await desk.window.keyboard.press('F8')
  await expect(banner).toBeVisible()
}
