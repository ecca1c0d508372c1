import { toList, type Scene } from './scene.ts'

/** Scenes of the invitation links. */
export const linkScenes: readonly Scene[] = [
  { name: 'links', open: async (stage) => toList(stage, 'links', 'links') },
]
