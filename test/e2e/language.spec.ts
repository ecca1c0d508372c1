import type { Language } from '#shared/domain/cloud.ts'
import { expect, test } from './support/launch.ts'
import { playScenes } from './support/play.ts'
import { en } from '#shared/locales/en.ts'
import { catalogues, run, type Stage } from './support/stage.ts'

/** What can stand open when somebody changes the language: dialogs, menus, the wizard, the palette, a card, a form. */
const open = [
  'account-editor-problems',
  'account-switch',
  'as-of-question',
  'filter-range',
  'import-mapping',
  'import-paste',
  'merge',
  'own-contact',
  'own-tag-manager',
  'palette-found',
  'quick-look',
  'renewals-export',
  'request-steps',
  'shortcuts',
  'subscription-why',
  'wizard-message',
]

/** Texts that one language alone has, whole, so that no name and no data can be taken for one of them. */
function textsOnlyIn(language: Language): ReadonlySet<string> {
  const texts = (all: object): string[] =>
    Object.values(all).flatMap((each: unknown) => (typeof each === 'string' ? [each] : texts(each as object)))
  const others = new Set(texts(catalogues[language === 'en' ? 'zh-CN' : 'en']))
  // A word of small letters is a part of a sentence, and may as well be what a file says.
  const isWhole = (text: string) => text.length > 3 && !/^[a-z]+$/.test(text)
  return new Set(texts(catalogues[language]).filter((text) => isWhole(text) && !others.has(text)))
}

/** Every text, name, tooltip and hint of the page and the window's title, each as it stands there. */
async function saidOn({ window, application }: Stage['desk']): Promise<readonly string[]> {
  const onPage = await window.evaluate(() => {
    const said: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      said.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
    }
    return said
  })
  const menu = await application.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).map((item) => item.label),
    ]),
  )
  return [...onPage, ...menu].map((text) => text.trim())
}

/** Changes the language under what stands open, behind which the navigation cannot be seen. */
async function speakUnder(desk: Stage['desk'], language: Language): Promise<void> {
  await run(desk, 'preferences.update', { language })
  await expect(desk.window.locator('html')).toHaveAttribute('lang', language)
}

/** What has been typed and chosen on the page. */
async function typedIn({ window }: Stage['desk']): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input:not([type="radio"]), textarea')].map(
      ({ value }) => value,
    ),
  )
}

test('the language changes under whatever is open, and nothing typed is lost', async ({ desk }, testInfo) => {
  test.setTimeout(300_000)
  const english = new Set(textsOnlyIn('en'))
  // What a file says of a customer stands in the tooltip, word for word.
  english.delete(en.relationships.advisor)
  const leftover: string[] = []
  await playScenes(
    { desk, voice: 'en', folder: testInfo.outputPath('files') },
    [{ theme: 'light', width: 1440, height: 900 }],
    async ({ name }) => {
      const before = await typedIn(desk)
      await speakUnder(desk, 'zh-CN')
      await expect
        .poll(async () => (await saidOn(desk)).filter((text) => english.has(text)), { timeout: 3_000 })
        .toEqual([])
        .catch(async () => {
          const left = (await saidOn(desk)).filter((text) => english.has(text))
          leftover.push(`${name}: ${[...new Set(left)].join(' | ')}`)
        })
      expect(await typedIn(desk), name).toEqual(before)
      await speakUnder(desk, 'en')
    },
    open,
  )
  expect(leftover, leftover.join('\n')).toEqual([])
})
