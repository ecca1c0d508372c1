import type { Language } from '#shared/domain/cloud.ts'
import { pseudoLocale } from '#test/support/pseudo-locale.ts'
import { expect, test } from './launch.ts'
import { speakPseudo } from './pseudo-language.ts'
import { fillDesk } from './sample-desk.ts'
import { emptyScenes, openScene, sampleScenes } from './scenes.ts'
import type { Scene } from './scenes/scene.ts'
import { catalogues, rest, settle, speak, type Setting, type Stage } from './stage.ts'

/** What the window speaks: a language, or one made up to find what is too narrow. */
export type Voice = Language | 'pseudo'

/**
 * Fluent's slider names a look that Chromium is about to forget, in a rule for those that lack `sideways-lr` (before
 * 132): the test runtime complains of it, and what is shipped never reads it.
 */
const foreseen = /slider-vertical/

/** Which scenes are played: those whose name contains one of these; empty for all. */
type Choice = readonly string[]

/**
 * Plays every scene once in a language and calls `look` for each setting of theme and size there, which may depend on
 * the scene; the empty scenes first, then the sample is loaded. Numbers follow the order of the scenes, whatever is chosen.
 */
export async function playScenes(
  { desk, voice, folder }: Pick<Stage, 'desk' | 'folder'> & { readonly voice: Voice },
  settings: readonly Setting[] | ((scene: Scene) => readonly Setting[]),
  look: (scene: Scene, setting: Setting, number: number) => Promise<void>,
  choice: Choice = [],
): Promise<void> {
  const language = voice === 'pseudo' ? 'en' : voice
  const texts = voice === 'pseudo' ? pseudoLocale : catalogues[voice]
  const stage: Stage = { desk, language, texts, folder }
  const isChosen = ({ name }: Scene): boolean =>
    choice.length === 0 || choice.some((part) => name.includes(part))
  const complaints: string[] = []
  desk.window.on('console', (message) => {
    if (/^(error|warning)$/.test(message.type()) && !foreseen.test(message.text())) {
      complaints.push(message.text())
    }
  })
  await desk.window.emulateMedia({ reducedMotion: 'reduce' })
  await speak(desk, language)
  if (voice === 'pseudo') {
    await speakPseudo(desk)
  }

  const play = async (scenes: readonly Scene[], first: number): Promise<void> => {
    for (const [index, scene] of scenes.entries()) {
      if (!isChosen(scene)) continue
      await test.step(scene.name, async () => {
        await openScene(scene, stage)
        await rest(desk.window)
        for (const setting of typeof settings === 'function' ? settings(scene) : settings) {
          await settle(stage, setting)
          await look(scene, setting, first + index)
        }
        await scene.leave?.(stage)
      })
    }
  }
  await play(emptyScenes, 1)
  await fillDesk(desk)
  await play(sampleScenes, 1 + emptyScenes.length)
  expect(complaints, 'what the page complained of in its console').toEqual([])
}
