import { expect } from '#test/e2e/support/launch.ts'
import { goTo, look, rowsOf, run, type Stage } from '#test/e2e/support/stage.ts'
import type { Scene } from './scene.ts'

/** Goes to the worklist with some of the user's own marks on it. */
async function toRenewals(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  const { rows } = await look(desk, 'renewal.list', { limit: 6 })
  const [first, second] = rows.map(({ accountId, key }) => ({ accountId, key }))
  if (first !== undefined && second !== undefined) {
    await run(desk, 'renewal.pin', { renewals: [second], isPinned: true })
    await run(desk, 'renewal.note', { renewals: [first], text: '客户要求减少席位；周三再联系。' })
  }
  await goTo(stage, 'renewals')
  await expect(desk.window.getByRole('grid', { name: texts.renewals.list })).toBeVisible()
  await expect(desk.window.getByRole('gridcell').first()).toBeVisible()
}

/** Chooses the first row, so that its pane stands beside the list. */
async function toPane(stage: Stage): Promise<void> {
  await toRenewals(stage)
  await stage.desk.window.getByRole('row').nth(1).click()
  await expect(
    stage.desk.window.getByRole('region', { name: stage.texts.renewals.actions.label }),
  ).toBeVisible()
}

async function toWay(stage: Stage, way: 'timeline' | 'calendar'): Promise<void> {
  await toRenewals(stage)
  await stage.desk.window.getByRole('tab', { name: stage.texts.renewals.ways[way] }).click()
}

/** Opens the page of a subscription whose seats have changed from import to import. */
async function toSeats(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  const { rows } = await look(desk, 'subscription.list', { limit: 40 })
  const histories = await Promise.all(
    rows.map(async ({ accountId, id }) => ({
      id,
      ...(await look(desk, 'subscription.history', { accountId, subscriptionId: id })),
    })),
  )
  const grown = histories.toSorted((a, b) => b.changes.length - a.changes.length)[0]
  await goTo(stage, 'subscriptions')
  await desk.window.getByRole('searchbox', { name: texts.table.quickFilter }).fill(grown?.id ?? '')
  await expect(rowsOf(desk.window, texts.allSubscriptions.list)).toHaveCount(1)
  await rowsOf(desk.window, texts.allSubscriptions.list).dblclick()
  await expect(desk.window.getByText(texts.subscriptionPage.seats, { exact: true })).toBeVisible()
}

/** Scenes of what ends when, and of one subscription. */
export const renewalScenes: readonly Scene[] = [
  { name: 'renewals', open: toRenewals },
  { name: 'renewals-pane', open: toPane },
  {
    name: 'renewals-timeline',
    open: async (stage) => {
      await toWay(stage, 'timeline')
      await expect(
        stage.desk.window.getByRole('heading', { name: stage.texts.renewals.timeline.title }),
      ).toBeVisible()
    },
  },
  {
    name: 'renewals-calendar',
    open: async (stage) => {
      await toWay(stage, 'calendar')
      await expect(stage.desk.window.getByRole('columnheader')).toHaveCount(7)
    },
  },
  {
    name: 'renewals-export',
    open: async (stage) => {
      await toRenewals(stage)
      await stage.desk.window.getByRole('button', { name: stage.texts.exports.button, exact: true }).click()
      await expect(stage.desk.window.getByText(stage.texts.exports.format)).toBeVisible()
    },
  },
  {
    name: 'subscription-page',
    open: async (stage) => {
      await toPane(stage)
      await stage.desk.window.getByRole('button', { name: stage.texts.renewals.actions.open }).click()
      await expect(
        stage.desk.window.getByRole('heading', { name: stage.texts.subscriptionPage.history }),
      ).toBeVisible()
    },
  },
  {
    name: 'renewals-calendar-file',
    open: async (stage) => {
      await toRenewals(stage)
      await stage.desk.window.getByRole('button', { name: stage.texts.calendarFile.button }).click()
      await expect(
        stage.desk.window.getByRole('heading', { name: stage.texts.calendarFile.title }),
      ).toBeVisible()
    },
  },
  { name: 'subscription-seats', open: toSeats },
  {
    name: 'subscription-why',
    open: async (stage) => {
      await toPane(stage)
      await stage.desk.window.getByRole('button', { name: stage.texts.renewals.actions.open }).click()
      await stage.desk.window.getByRole('button', { name: stage.texts.subscriptionPage.why }).click()
      await expect(
        stage.desk.window.getByRole('heading', { name: stage.texts.subscriptionPage.whyTitle }),
      ).toBeVisible()
    },
  },
]
