import { expect } from '#test/e2e/support/launch.ts'
import { goTo, rowsOf, run, type Stage } from '#test/e2e/support/stage.ts'
import { toCustomer, toCustomers } from './customer-scenes.ts'
import type { Scene } from './scene.ts'

/** Scenes of the portfolio over time. */
export const portfolioScenes: readonly Scene[] = [
  { name: 'customer-history', open: async (stage) => toHistory(stage) },
  { name: 'home-news', open: async (stage) => toNews(stage) },
  { name: 'as-of-question', open: async (stage) => toQuestion(stage) },
  { name: 'as-of-customers', open: async (stage) => toEarlierDay(stage) },
  { name: 'merge', open: async (stage) => toMerge(stage) },
  { name: 'freshness', open: async (stage) => toFreshness(stage) },
]

async function toHistory(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'history')
  await expect(desk.window.getByRole('grid', { name: texts.portfolio.history.list })).toBeVisible()
}

async function toNews(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'home')
  const card = desk.window.getByRole('region', { name: texts.portfolio.news.title })
  await expect(card.getByRole('list').getByRole('button').first()).toBeVisible()
}

async function toQuestion(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await desk.window.keyboard.press('F9')
  await expect(desk.window.getByRole('dialog', { name: texts.portfolio.past.title })).toBeVisible()
}

async function toEarlierDay(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomer(stage, 'overview')
  await desk.window.keyboard.press('F9')
  const dialog = desk.window.getByRole('dialog', { name: texts.portfolio.past.title })
  await dialog.getByRole('textbox').fill(new Date().toISOString().slice(0, 4) + '-01-01')
  await dialog.getByRole('button', { name: texts.portfolio.past.show }).click()
  await expect(desk.window.getByText(texts.portfolio.past.readOnly)).toBeVisible()
}

async function toMerge(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  const rows = rowsOf(desk.window, texts.customers.list)
  await rows.first().click()
  await rows.nth(1).click({ modifiers: ['Shift'] })
  await desk.window.getByRole('button', { name: texts.portfolio.merge.choose }).click()
  await expect(
    desk.window.getByRole('button', { name: texts.portfolio.merge.run, exact: true }),
  ).toBeVisible()
}

async function toFreshness(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await run(desk, 'preferences.update', { accountId: null })
  await toCustomers(stage)
  await desk.window
    .getByRole('contentinfo')
    .getByRole('button', { name: new RegExp(`^${texts.portfolio.freshness.open.split('{{')[0]}`) })
    .click()
  await expect(desk.window.getByText(texts.portfolio.freshness.title)).toBeVisible()
}
