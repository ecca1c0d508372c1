import { languages } from '#shared/domain/cloud.ts'
import { en } from '#shared/locales/en.ts'
import { expect, test } from './support/launch.ts'
import { measurePage } from './support/measure.ts'
import { measureTargets } from './support/measure-targets.ts'
import { playScenes } from './support/play.ts'
import { sizes, type Setting } from './support/stage.ts'

const settings: readonly Setting[] = sizes.map((size) => ({ theme: 'light', ...size }))

/** The window of a desk at 200 %, which is as much as half of it: one scene of every kind of screen. */
const enlarged: Setting = { theme: 'light', width: 1440, height: 900, zoom: 200 }
const enlargedScenes = new Set([
  'first-run',
  'accounts',
  'account-editor',
  'home',
  'palette',
  'settings',
  'settings-backups',
  'customers',
  'customer-overview',
  'customer-page-subscriptions',
  'filter-range',
  'merge',
  'subscriptions',
  'subscription-page',
  'renewals',
  'renewals-calendar',
  'links',
  'wizard-account',
  'wizard-message',
  'requests',
  'request-page',
  'imports',
  'import-preview',
  'import-mapping',
  'list-failed',
])

/** The keys of the catalogue, none of which may stand where its text should. */
const keys = keysOf(en)

test.describe.configure({ mode: 'parallel' })

for (const voice of [...languages, 'pseudo'] as const) {
  test(`nothing is cut, overlaps or leaves the window in ${voice}, small, large and enlarged`, async ({
    desk,
  }, testInfo) => {
    test.setTimeout(900_000)
    /** Scenes by what is wrong there, so that one fault of the frame is one line. */
    const flaws = new Map<string, string[]>()
    const note = (flaw: string, place: string) => flaws.set(flaw, [...(flaws.get(flaw) ?? []), place])
    await playScenes(
      { desk, voice, folder: testInfo.outputPath('files') },
      ({ name }) => (voice !== 'pseudo' && enlargedScenes.has(name) ? [enlarged, ...settings] : settings),
      async ({ name }, { width, height, zoom = 100 }) => {
        const place = `${name} ${width}x${height}${zoom === 100 ? '' : ` at ${zoom} %`}`
        for (const { kind, text, where } of await desk.window.evaluate(measurePage)) {
          note(`${kind}: "${text}", ${where}`, place)
        }
        if (voice !== 'pseudo') {
          for (const small of await desk.window.evaluate(measureTargets)) note(`small: ${small}`, place)
        }
        const words = (await desk.window.locator('body').innerText()).match(/[\w-]+(?:\.[\w-]+)+/g) ?? []
        const key = words.find((word) => keys.has(word))
        if (key !== undefined) note(`a key instead of its text: ${key}`, place)
      },
    )
    const told = [...flaws].map(([flaw, places]) => `${flaw} [${[...new Set(places)].join(', ')}]`)
    expect(told, told.join('\n')).toEqual([])
  })
}

function keysOf(texts: object, path = ''): Set<string> {
  const found = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : [...keysOf(value as object, `${path}${key}.`)],
  )
  return new Set(found)
}
