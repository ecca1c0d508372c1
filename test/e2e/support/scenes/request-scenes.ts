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
  { name: 'request-discard', open: async (stage) => toDiscard(stage) },
]

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
