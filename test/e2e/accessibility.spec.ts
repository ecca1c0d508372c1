import { AxeBuilder } from '@axe-core/playwright'
import { languages } from '#shared/domain/cloud.ts'
import { expect, test } from './support/launch.ts'
import { playScenes } from './support/play.ts'
import { sizes } from './support/stage.ts'

/** What a theme can change; everything else is judged once. */
const colourRules = ['color-contrast', 'link-in-text-block']
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const [, { width, height }] = sizes
const settings = (['light', 'dark'] as const).map((theme) => ({ theme, width, height }))

test.describe.configure({ mode: 'parallel' })

for (const language of languages) {
  test(`every screen meets WCAG 2.2 AA in ${language}, light and dark`, async ({ desk }, testInfo) => {
    test.setTimeout(900_000)
    /** Scenes by what is wrong there, so that one fault of the frame is one line. */
    const violations = new Map<string, string[]>()
    const stage = { desk, voice: language, folder: testInfo.outputPath('files') }
    await playScenes(stage, settings, async ({ name }, { theme }) => {
      const axe = new AxeBuilder({ page: desk.window })
        // Fluent's focus guards: they hand the focus on at once and never keep it.
        .exclude('[data-tabster-dummy]')
        // The window is the only page there may ever be; axe's usual way opens another one.
        .setLegacyMode()
      // An open menu covers what lies below it, which axe takes for too small; the layout is where sizes are measured.
      if (theme === 'light') axe.withTags(standards).disableRules(['target-size'])
      else axe.withRules(colourRules)
      for (const { id, impact, nodes } of (await axe.analyze()).violations) {
        for (const { target, failureSummary = '' } of nodes) {
          const why = failureSummary.replaceAll(/\s+/g, ' ')
          const violation = `${id} (${impact ?? 'unknown'}): ${target.join(' ')}: ${why}`
          violations.set(violation, [...(violations.get(violation) ?? []), `${name} ${theme}`])
        }
      }
    })
    const told = [...violations].map(([violation, scenes]) => `${violation} [${scenes.join(', ')}]`)
    expect(told, told.join('\n')).toEqual([])
  })
}
