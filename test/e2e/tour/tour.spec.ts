import { join } from 'node:path'
import { languages } from '#shared/domain/cloud.ts'
import { test } from '#test/e2e/support/launch.ts'
import { playScenes } from '#test/e2e/support/play.ts'
import { sizes } from '#test/e2e/support/stage.ts'

/** Pictures lie here until the task that started this brings them to their place. */
const pictures = join(import.meta.dirname, '..', '..', '..', 'out', 'tour')
const choice = (process.env.DESK_TOUR ?? '').split(' ').filter(Boolean)
const settings = (['light', 'dark'] as const).flatMap((theme) => sizes.map((size) => ({ theme, ...size })))

test.describe.configure({ mode: 'parallel' })

for (const language of languages) {
  test(`the tour in ${language}`, async ({ desk }, testInfo) => {
    // Hundreds of pictures; on two busy cores they have taken half an hour.
    test.setTimeout(3_600_000)
    const stage = { desk, voice: language, folder: testInfo.outputPath('files') }
    const photograph: Parameters<typeof playScenes>[2] = async (
      { name },
      { theme, width, height },
      number,
    ) => {
      const file = `${String(number).padStart(2, '0')}-${name}.png`
      await desk.window.screenshot({
        path: join(pictures, `${language}-${theme}-${width}x${height}`, file),
        animations: 'disabled',
        caret: 'hide',
      })
    }
    await playScenes(stage, settings, photograph, choice)
  })
}
