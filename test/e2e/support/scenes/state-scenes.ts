import type { ViewName } from '#shared/protocol.ts'
import { failView } from '#test/e2e/support/fail-view.ts'
import { expect } from '#test/e2e/support/launch.ts'
import { goTo, type Stage } from '#test/e2e/support/stage.ts'
import { toEmpty, type Scene } from './scene.ts'

/** Scenes of places that have nothing to show yet, in a program that knows nothing. */
export const emptyStateScenes: readonly Scene[] = [
  { name: 'subscriptions-empty', open: async (stage) => toEmpty(stage, 'subscriptions') },
  { name: 'renewals-empty', open: async (stage) => toEmpty(stage, 'renewals') },
  { name: 'links-empty', open: async (stage) => toEmpty(stage, 'links') },
]

/** Scenes of what is said where something could not be read. */
export const stateScenes: readonly Scene[] = [
  {
    name: 'list-failed',
    open: async (stage) => toFailed(stage, 'link.list', async () => goTo(stage, 'links')),
  },
  {
    name: 'home-failed',
    open: async (stage) => toFailed(stage, 'home.attention', async () => goTo(stage, 'home')),
  },
]

async function toFailed(stage: Stage, view: ViewName, go: () => Promise<void>): Promise<void> {
  const { desk, texts } = stage
  const stop = await failView(desk, view)
  await desk.window.reload()
  await go()
  await expect(desk.window.getByRole('alert').getByText(texts.errors.INTERNAL).first()).toBeVisible()
  await stop()
}
