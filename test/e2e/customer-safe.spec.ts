import { expect, test } from './support/launch.ts'
import { playScenes } from './support/play.ts'
import { catalogues, look, type Stage } from './support/stage.ts'

const [settings] = [[{ theme: 'light', width: 1440, height: 900 }]] as const
const texts = catalogues.en

type Telling = { readonly owner: string | null; readonly text: string }

/** Every name, domain and tenant id of a customer or a prospect, with whose it is. */
async function everybody(desk: Stage['desk']): Promise<readonly Telling[]> {
  const customers = await look(desk, 'customer.list', { offset: 0, limit: 200 })
  const requests = await look(desk, 'request.list', { offset: 0, limit: 200 })
  return [
    ...customers.rows.flatMap(({ id, name, domain, tenantId }) =>
      [name, domain, tenantId].map((text) => ({ owner: id, text: text ?? '' })),
    ),
    ...requests.rows.map(({ customerId, customerName }) => ({ owner: customerId, text: customerName })),
  ].filter(({ text }) => text !== '')
}

/** Everything that can be read on the page: texts, names, tooltips, values, hidden or not, and the window's title. */
async function readPage({ window, application }: Stage['desk']): Promise<string> {
  const onPage = await window.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
    return [document.title, document.body.outerHTML, ...fields.map(({ value }) => value)].join('\n')
  })
  const title = await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getTitle(),
  )
  return `${onPage}\n${title ?? ''}`
}

test('on the customer-safe screen no scene tells of another customer', async ({ desk }, testInfo) => {
  test.setTimeout(300_000)
  const leaks: string[] = []
  let seen = 0
  const { window } = desk
  await playScenes(
    { desk, voice: 'en', folder: testInfo.outputPath('files') },
    settings,
    async ({ name }) => {
      const head = window.locator('strong', { hasText: texts.desk.safe.on })
      if ((await head.count()) === 0) await window.keyboard.press('F8')
      const banner = head.locator('xpath=..')
      // Its second sentence says for whom, once the name has come.
      await expect(banner).toContainText('can be read')
      const said = (await banner.textContent()) ?? ''
      const all = await everybody(desk)
      const page = await readPage(desk)
      const chosen = all.find(({ text }) => said.includes(text))?.owner ?? ''
      const own = all.filter(({ owner }) => owner === chosen).map(({ text }) => text)
      for (const { owner, text } of all) {
        // A name can be a part of the chosen customer's own.
        if (owner !== chosen && page.includes(text) && !own.some((each) => each.includes(text))) {
          leaks.push(`${name}: ${text}`)
        }
      }
      seen += chosen === '' ? 0 : 1
      await window.keyboard.press('F8')
      await expect(banner).toHaveCount(0)
    },
  )
  expect(leaks).toEqual([])
  // With nobody chosen everything is hidden, which is the easier half.
  expect(seen).toBeGreaterThan(5)
})
