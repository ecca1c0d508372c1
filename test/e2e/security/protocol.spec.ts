import { readFile } from 'node:fs/promises'
import { bypassContentPolicy, pageAddress } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Control C26: app:// serves the files of the build's list, byte for byte, and nothing else of the disk.

const hostile: readonly (readonly [address: string, status: number])[] = [
  ['app://bundle/', 404],
  ['app://bundle/../../package.json', 404],
  ['app://bundle/..%2f..%2fpackage.json', 404],
  ['app://bundle/..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd', 404],
  ['app://bundle/%2e%2e/%2e%2e/etc/passwd', 404],
  ['app://bundle/..%5c..%5cetc%5cpasswd', 404],
  ['app://bundle/\\..\\..\\etc\\passwd', 404],
  ['app://bundle//etc/passwd', 404],
  ['app://bundle/%2fetc%2fpasswd', 404],
  ['app://bundle/file:///etc/passwd', 404],
  ['app://bundle/C:/Windows/win.ini', 404],
  ['app://bundle/index.html%00', 404],
  ['app://bundle/index.html%00.js', 404],
  ['app://bundle/index.html.', 404],
  ['app://bundle/index.html%20', 404],
  ['app://bundle/index.html::$DATA', 404],
  ['app://bundle/INDEX.HTML', 404],
  ['app://bundle/index.html/', 404],
  ['app://bundle/index.html?x=/etc/passwd', 404],
  ['app://bundle/%c0%ae%c0%ae/etc/passwd', 400],
  ['app://bundle/%', 400],
  ['app://bundle/__proto__', 404],
  ['app://bundle/constructor', 404],
  ['app://bundle/renderer.manifest.json', 404],
  ['app://bundle/../main/index.cjs', 404],
  [`app://bundle/${'a/'.repeat(20_000)}`, 404],
  ['app://other/index.html', 404],
  ['app://bundle.evil/index.html', 404],
  ['app:///index.html', 404],
]

test('no other address gives a byte', async ({ desk }) => {
  const answers = await desk.application.evaluate(
    async ({ session }, addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await session.defaultSession.fetch(address)
          return { address, status: answer.status, text: await answer.text() }
        }),
      ),
    hostile.map(([address]) => address),
  )
  expect(answers).toEqual(hostile.map(([address, status]) => ({ address, status, text: '' })))
})

test('the page reads no file of the disk, even without its policy', async ({ desk }) => {
  await bypassContentPolicy(desk)
  const answers = await desk.window.evaluate(async () => {
    const loaded = async (element: HTMLImageElement | HTMLScriptElement, address: string): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('failed'))
        element.setAttribute('src', address)
        document.body.append(element)
      })
    return Promise.all([
      fetch('file:///etc/passwd').then(
        async (answer) => answer.text(),
        (reason: unknown) => (reason instanceof Error ? reason.name : 'failed'),
      ),
      loaded(new Image(), 'file:///usr/share/pixmaps/debian-logo.png'),
      loaded(document.createElement('script'), 'file:///etc/passwd'),
    ])
  })
  expect(answers).toEqual(['TypeError', 'failed', 'failed'])
})

test('a method other than GET is refused', async ({ desk }) => {
  const statuses = await desk.application.evaluate(
    async ({ session }, address) =>
      Promise.all(
        ['POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'].map(
          async (method) => (await session.defaultSession.fetch(address, { method })).status,
        ),
      ),
    pageAddress,
  )
  expect(new Set(statuses)).toEqual(new Set([405]))
})

test('the files of the list are served as they were built, with their type', async ({ desk }) => {
  const folder = await desk.application.evaluate(({ app }) => app.getAppPath())
  const manifest = JSON.parse(await readFile(`${folder}/out/renderer.manifest.json`, 'utf8')) as {
    [path: string]: { file: string; mime: string; sha256: string }
  }
  expect(Object.keys(manifest)).toContain('/index.html')
  const served = await desk.application.evaluate(
    async ({ session }, paths) =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await session.defaultSession.fetch(new URL(path, 'app://bundle/').href)
          const bytes = Buffer.from(await answer.arrayBuffer())
          const { createHash } = process.getBuiltinModule('node:crypto')
          return {
            path,
            mime: answer.headers.get('content-type'),
            sha256: createHash('sha256').update(bytes).digest('hex'),
          }
        }),
      ),
    Object.keys(manifest),
  )
  for (const { path, mime, sha256 } of served) {
    expect(mime).toBe(manifest[path]?.mime)
    // The page alone differs from its file: by the nonce of this start.
    expect(sha256 === manifest[path]?.sha256).toBe(path !== '/index.html')
  }
})

test('the scheme has no privilege it does not need: the page cannot fetch through it', async ({ desk }) => {
  const outcome = await desk.application.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    // A page without our policy, so that only the scheme itself stands in the way.
    window.webContents.session.webRequest.onBeforeRequest((_details, decide) => decide({}))
    window.webContents.removeAllListeners('did-navigate')
    await window.loadURL('data:text/html,<title>elsewhere</title>')
    const fetched = (await window.webContents.executeJavaScript(
      `fetch(${JSON.stringify(address)}).then((answer) => answer.text(), (reason) => reason.name)`,
    )) as string
    const file = (await window.webContents.executeJavaScript(
      `fetch('file:///etc/passwd').then((answer) => answer.text(), (reason) => reason.name)`,
    )) as string
    window.destroy()
    return [fetched, file]
  }, pageAddress)
  expect(outcome).toEqual(['TypeError', 'TypeError'])
})
