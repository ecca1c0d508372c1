import { expect } from '#test/e2e/support/launch.ts'
import { goTo, type Stage } from '#test/e2e/support/stage.ts'

/** One view of the program worth looking at, reached as a user reaches it, in any language, theme and size. */
export type Scene = {
  /** What its picture is called. */
  readonly name: string
  /** Brings a freshly loaded page there. */
  readonly open: (stage: Stage) => Promise<void>
  /** Puts back what the scene has changed about the program itself, once it has been looked at. */
  readonly leave?: (stage: Stage) => Promise<void>
}

/** Goes to a place that has nothing to show and says so. */
export async function toEmpty(
  stage: Stage,
  place: 'requests' | 'imports' | 'accounts' | 'subscriptions' | 'renewals' | 'links',
): Promise<void> {
  await goTo(stage, place)
  await expect(stage.desk.window.getByText(stage.texts[place].empty, { exact: true })).toBeVisible()
}

/** Goes to a place that is one list. */
export async function toList(
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
