import { toList, type Scene } from './scene.ts'

/** Scenes of the list of all subscriptions. */
export const subscriptionScenes: readonly Scene[] = [
  { name: 'subscriptions', open: async (stage) => toList(stage, 'subscriptions', 'allSubscriptions') },
]
