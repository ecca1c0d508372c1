import { expect } from '#test/e2e/support/launch.ts'
import { goTo, type Stage } from '#test/e2e/support/stage.ts'
import type { Scene } from './scene.ts'

/** Scenes of what a program shows first, with and without a portfolio, in a program that knows nothing yet. */
export const emptyHomeScenes: readonly Scene[] = [
  { name: 'first-run', open: async (stage) => toFirstRun(stage) },
]

/** Scenes of what a program shows first, with and without a portfolio. */
export const homeScenes: readonly Scene[] = [{ name: 'home', open: async (stage) => toHome(stage) }]

/** Goes to what a program without data offers. */
export async function toFirstRun(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'customers')
  await expect(desk.window.getByRole('button', { name: texts.welcome.accountAction })).toBeVisible()
}

/** Goes home. */
export async function toHome(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await goTo(stage, 'home')
  await expect(desk.window.getByRole('heading', { name: texts.desk.home.plot })).toBeVisible()
}
