import { accountScenes, emptyAccountScenes } from './scenes/account-scenes.ts'
import { customerScenes } from './scenes/customer-scenes.ts'
import { filterScenes } from './scenes/filter-scenes.ts'
import { frameScenes } from './scenes/frame-scenes.ts'
import { emptyHomeScenes, homeScenes } from './scenes/home-scenes.ts'
import { emptyImportScenes, importScenes } from './scenes/import-scenes.ts'
import { linkScenes } from './scenes/link-scenes.ts'
import { renewalScenes } from './scenes/renewal-scenes.ts'
import { emptyRequestScenes, requestScenes } from './scenes/request-scenes.ts'
import { ownScenes } from './scenes/own-scenes.ts'
import { portfolioScenes } from './scenes/portfolio-scenes.ts'
import type { Scene } from './scenes/scene.ts'
import { emptyStateScenes, stateScenes } from './scenes/state-scenes.ts'
import { subscriptionScenes } from './scenes/subscription-scenes.ts'
import { wizardScenes } from './scenes/wizard-scenes.ts'
import { startAfresh, type Stage } from './stage.ts'

/** Scenes of a program that knows nothing yet. */
export const emptyScenes: readonly Scene[] = [
  ...emptyHomeScenes,
  ...emptyAccountScenes,
  ...emptyRequestScenes,
  ...emptyImportScenes,
  ...emptyStateScenes,
]

/** Scenes over the sample portfolio and what `fillDesk` puts beside it. */
export const sampleScenes: readonly Scene[] = [
  ...homeScenes,
  ...frameScenes,
  ...customerScenes,
  ...filterScenes,
  ...ownScenes,
  ...portfolioScenes,
  ...subscriptionScenes,
  ...renewalScenes,
  ...linkScenes,
  ...wizardScenes,
  ...requestScenes,
  ...importScenes,
  ...accountScenes,
  ...stateScenes,
]

/** Brings the app to a scene, whatever it showed before. */
export async function openScene(scene: Scene, stage: Stage): Promise<void> {
  await startAfresh(stage)
  await scene.open(stage)
}
