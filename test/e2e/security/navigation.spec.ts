import { writeFile } from 'node:fs/promises'
import { addressOf, countOf, pageAddress, read, trapDesktop, untilPage } from '../support/hostile.ts'
import { expect, test, type Desk } from '../support/launch.ts'

// Controls C20, C21, C24 and C27: the window stays on its page, alone, and opens and saves nothing.

/** A way out, and how it is stopped: refused before it happens, undone after it, reported by the policy, or by Chromium. */
type Way = {
  readonly go: string
  readonly stop: 'refused' | 'restored' | 'policy' | 'chromium' | 'reloaded' | 'allowed'
}

const link = (address: string) =>
  `const a = document.createElement('a'); a.href = ${JSON.stringify(address)}; document.body.append(a); a.click()`

const ways: { readonly [name: string]: Way } = {
  'the web': { go: `location.href = 'https://example.invalid/'`, stop: 'refused' },
  'another host of our scheme': { go: `location.href = 'app://other/index.html'`, stop: 'refused' },
  'another file of the bundle': { go: `location.href = 'app://bundle/page.css'`, stop: 'refused' },
  'the page with a query': { go: `location.href = 'app://bundle/index.html?x=1'`, stop: 'refused' },
  'a file': { go: `location.href = 'file:///etc/passwd'`, stop: 'chromium' },
  data: { go: link('data:text/html,<title>x</title>'), stop: 'chromium' },
  javascript: { go: `location.href = 'javascript:document.title="x"'`, stop: 'policy' },
  'a blob': {
    go: `location.href = URL.createObjectURL(new Blob(['<title>x</title>'], { type: 'text/html' }))`,
    stop: 'refused',
  },
  'a mail program': { go: `location.href = 'mailto:someone@contoso.example'`, stop: 'refused' },
  'Chromium’s own pages': { go: `location.href = 'chrome://gpu/'`, stop: 'chromium' },
  'a program of Windows': { go: `location.href = 'ms-msdt:/id x'`, stop: 'refused' },
  'the source of a page': { go: `location.href = 'view-source:https://example.invalid/'`, stop: 'chromium' },
  'an empty page': { go: `location.href = 'about:blank'`, stop: 'restored' },
  'an empty page, replacing': { go: `location.replace('about:blank#x')`, stop: 'restored' },
  'a form': {
    go: `const f = document.createElement('form'); f.method = 'post'; f.action = 'https://example.invalid/'; document.body.append(f); f.submit()`,
    stop: 'policy',
  },
  'a form to ourselves': {
    go: `const f = document.createElement('form'); f.method = 'post'; f.action = 'app://bundle/index.html'; document.body.append(f); f.submit()`,
    stop: 'policy',
  },
  'a refresh': {
    go: `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=https://example.invalid/'; document.head.append(m)`,
    stop: 'refused',
  },
  'a link': { go: link('https://example.invalid/'), stop: 'refused' },
  'a link to the top': {
    go: link('https://example.invalid/').replace('a.click()', `a.target = '_top'; a.click()`),
    stop: 'refused',
  },
  'a reload': { go: `location.reload()`, stop: 'reloaded' },
  'a fragment': { go: `location.hash = 'customers'`, stop: 'allowed' },
}

/** Tries one way out and waits for what stopped it, which is not the passing of time. */
async function tryWay(desk: Desk, { go, stop }: Way): Promise<void> {
  const before = {
    refused: await countOf(desk, 'navigation.refused'),
    restored: await countOf(desk, 'navigation.restored'),
  }
  const complaint = desk.window.waitForEvent('console', {
    predicate: (message) => /Not allowed to/.test(message.text()),
    timeout: 60_000,
  })
  const reloaded = desk.window.waitForEvent('load', { timeout: 60_000 })
  reloaded.catch(() => undefined)
  complaint.catch(() => undefined)
  const violation = await desk.window.evaluate(
    async ([code, isReported]) => {
      const reported = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', resolve, { once: true }),
      )
      Reflect.set(window, 'hasLeft', true)
      // oxlint-disable-next-line no-implied-eval, no-new-func
      new Function(code)()
      return isReported ? reported.then(() => true) : false
    },
    [go, stop === 'policy'] as const,
  )
  if (stop === 'refused') {
    await expect.poll(async () => countOf(desk, 'navigation.refused')).toBeGreaterThan(before.refused)
  } else if (stop === 'restored') {
    await expect.poll(async () => countOf(desk, 'navigation.restored')).toBeGreaterThan(before.restored)
    await untilPage(desk, 'hasLeft')
  } else if (stop === 'chromium') {
    await complaint
  } else if (stop === 'reloaded') {
    await reloaded
  }
  expect(violation).toBe(stop === 'policy')
}

test('no way out of the page leads anywhere, and the program still answers', async ({ desk }) => {
  const askedOfDesktop = await trapDesktop(desk)
  for (const [name, way] of Object.entries(ways)) {
    await test.step(name, async () => {
      await tryWay(desk, way)
      expect((await addressOf(desk)).split('#')[0]).toBe(pageAddress)
      expect(await read(desk, 'account.list')).toEqual([])
    })
  }
  expect(await countOf(desk, 'navigation.restored')).toBe(2)
  expect(await askedOfDesktop()).toEqual([])
})

test('going back leads nowhere else', async ({ desk }) => {
  await desk.window.evaluate(() => history.pushState(null, '', '#pushed'))
  await desk.window.evaluate(async () => {
    const went = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    history.back()
    return went.then(() => undefined)
  })
  await desk.window.evaluate(() => history.go(-50))
  expect(await read(desk, 'account.list')).toEqual([])
  expect((await addressOf(desk)).split('#')[0]).toBe(pageAddress)
})

test('no other window opens, whoever asks', async ({ desk }) => {
  const refusals = async (): Promise<number> => countOf(desk, 'navigation.refused', { kind: 'window' })
  const open = async (address: string): Promise<boolean> =>
    desk.window.evaluate((target) => window.open(target) !== null, address)
  for (const address of ['https://example.invalid/', 'about:blank', pageAddress, '', 'ms-msdt:/id x']) {
    const before = await refusals()
    expect(await open(address)).toBe(false)
    await expect.poll(refusals).toBeGreaterThan(before)
  }
  // Chromium refuses these by itself.
  expect(await open('file:///etc/passwd')).toBe(false)
  expect(await open('javascript:1')).toBe(false)
  for (const how of ['click', 'auxclick'] as const) {
    const before = await refusals()
    await desk.window.evaluate(() => {
      const anchor = document.createElement('a')
      anchor.href = 'https://example.invalid/'
      anchor.target = '_blank'
      anchor.id = 'away'
      anchor.textContent = 'away'
      anchor.setAttribute('role', 'button')
      // In front of whatever the page shows.
      anchor.style.cssText =
        'position: fixed; inset: 0 auto auto 0; width: 80px; height: 40px; z-index: 2147483647'
      document.body.append(anchor)
    })
    await desk.window.locator('#away').click({ button: how === 'click' ? 'left' : 'middle', force: true })
    await expect.poll(refusals).toBeGreaterThan(before)
    await desk.window.evaluate(() => document.getElementById('away')?.remove())
  }
  expect(desk.application.windows()).toHaveLength(1)
  const contents = await desk.application.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  )
  expect(contents).toBe(1)
})

test('a file dropped on the window does not replace the page', async ({ desk }, testInfo) => {
  const file = testInfo.outputPath('page.html')
  await writeFile(file, '<title>dropped</title>')
  await desk.window.evaluate(() => {
    // A page that takes no file leaves it to Chromium, which would open it: the program's own handlers are kept out.
    let seen = 0
    for (const kind of ['dragenter', 'dragover', 'drop'] as const) {
      addEventListener(
        kind,
        (event) => {
          event.stopImmediatePropagation()
          seen += 1
          Reflect.set(window, 'seen', seen)
        },
        { capture: true },
      )
    }
  })
  const session = await desk.window.context().newCDPSession(desk.window)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }
  expect(await desk.window.evaluate(() => Reflect.get(window, 'seen') as number)).toBeGreaterThan(1)
  expect(await read(desk, 'account.list')).toEqual([])
  expect(await addressOf(desk)).toBe(pageAddress)
  // Not even the attempt was made: with `navigateOnDragDrop` Chromium asks for a window to show the file in.
  expect(await countOf(desk, 'navigation.refused')).toBe(0)
})

test('nothing is downloaded, whatever it is called', async ({ desk }) => {
  const askedOfDesktop = await trapDesktop(desk)
  await desk.application.evaluate(({ session }) => {
    const begun: boolean[] = []
    Reflect.set(globalThis, 'downloads', begun)
    session.defaultSession.on('will-download', (event) => begun.push(!event.defaultPrevented))
  })
  const addresses = ['data:text/plain,evil', 'blob', pageAddress, 'app://bundle/index.html#x']
  for (const [index, address] of addresses.entries()) {
    await desk.window.evaluate((target) => {
      const anchor = document.createElement('a')
      anchor.download = '../../evil.exe'
      anchor.href = target === 'blob' ? URL.createObjectURL(new Blob(['evil'])) : target
      document.body.append(anchor)
      anchor.click()
    }, address)
    await expect.poll(async () => countOf(desk, 'download.refused')).toBe(index + 1)
  }
  const begun = await desk.application.evaluate(() => Reflect.get(globalThis, 'downloads') as boolean[])
  expect(begun).toEqual([false, false, false, false])
  expect(await askedOfDesktop()).toEqual([])
})

test('fifty alerts and questions return at once and show nothing', async ({ desk }) => {
  const askedOfDesktop = await trapDesktop(desk)
  // Chromium tells its debugger of a dialog before it suppresses it; there is nothing to answer.
  desk.window.on('dialog', () => undefined)
  const answers = await desk.window.evaluate(() =>
    Array.from({ length: 50 }, () => [window.alert('a'), window.confirm('b')]),
  )
  expect(new Set(answers.map(([, isConfirmed]) => isConfirmed))).toEqual(new Set([false]))
  expect(await read(desk, 'account.list')).toEqual([])
  expect(await askedOfDesktop()).toEqual([])
})
