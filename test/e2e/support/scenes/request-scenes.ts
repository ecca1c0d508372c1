import { expect } from '#test/e2e/support/launch.ts'
import { goTo, rowsOf, type Stage } from '#test/e2e/support/stage.ts'
import { toEmpty, type Scene } from './scene.ts'

/** Scenes of the ledger of requests, in a program that knows nothing yet. */
export const emptyRequestScenes: readonly Scene[] = [
  { name: 'requests-empty', open: async (stage) => toEmpty(stage, 'requests') },
]

/** Scenes of the ledger of requests. */
export const requestScenes: readonly Scene[] = [
  { name: 'requests', open: async (stage) => toRequests(stage) },
  { name: 'request-open', open: async (stage) => toRequest(stage) },
  { name: 'request-page', open: async (stage) => toRequestPage(stage) },
  { name: 'requests-chosen', open: async (stage) => toChosen(stage) },
  { name: 'requests-board', open: async (stage) => toBoard(stage) },
  { name: 'request-steps', open: async (stage) => toSteps(stage) },
  { name: 'request-kit', open: async (stage) => toKit(stage) },
  { name: 'request-reason', open: async (stage) => toReason(stage) },
  { name: 'request-discard', open: async (stage) => toDiscard(stage) },
]

async function toRequests(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'requests')
  // How the requests stand is remembered from one scene to the next.
  await desk.window.getByRole('button', { name: texts.ledger.asList }).click()
  await expect(rowsOf(desk.window, texts.requests.list).first()).toBeVisible()
}

async function toRequest(stage: Stage, state: 'draft' | 'sent' | 'exported' = 'exported'): Promise<void> {
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

async function toChosen(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toRequests(stage)
  const sent = rowsOf(desk.window, texts.requests.list).filter({ hasText: texts.requests.states.sent })
  await sent.first().click()
  await sent.last().click({ modifiers: ['Shift'] })
  await expect(desk.window.getByRole('button', { name: texts.ledger.saveReminders })).toBeVisible()
}

async function toBoard(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'requests')
  await desk.window.getByRole('button', { name: texts.ledger.asBoard }).click()
  await expect(desk.window.getByRole('region', { name: texts.ledger.board })).toBeVisible()
}

async function toSteps(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toRequest(stage, 'sent')
  await desk.window.getByRole('button', { name: texts.ledger.move }).click()
  await expect(desk.window.getByRole('menuitem', { name: texts.ledger.moveTo.reminded })).toBeVisible()
}

async function toKit(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toRequest(stage, 'sent')
  await desk.window.getByRole('button', { name: texts.ledger.more }).click()
  await expect(desk.window.getByRole('menuitem', { name: texts.ledger.kit.chat })).toBeVisible()
}

async function toReason(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toSteps(stage)
  await desk.window.getByRole('menuitem', { name: texts.ledger.moveTo.accepted }).click()
  await expect(desk.window.getByRole('dialog', { name: texts.ledger.reasonTitle.accepted })).toBeVisible()
}
