import { bypassContentPolicy, countOf, pageAddress } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Control C07: the policy is on every answer, and each way to bring code or data in is stopped by it.

const headers = {
  'content-security-policy':
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'; .*trusted-types 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'x-dns-prefetch-control': /^off$/,
  'cross-origin-opener-policy': /^same-origin$/,
}

test('every file of the page, and every refusal, is answered with the policy and all headers', async ({
  desk,
}) => {
  const answers = await desk.application.evaluate(async ({ app, session }, page) => {
    const { readFileSync } = process.getBuiltinModule('node:fs')
    const manifest = JSON.parse(
      readFileSync(`${app.getAppPath()}/out/renderer.manifest.json`, 'utf8'),
    ) as object
    const asked = [
      ...Object.keys(manifest).map((path) => ['GET', new URL(path, page).href] as const),
      ['GET', 'app://bundle/nothing'] as const,
      ['GET', 'app://bundle/%ff'] as const,
      ['POST', page] as const,
    ]
    const fetched = asked.map(async ([method, address]) => {
      const answer = await session.defaultSession.fetch(address, { method })
      return {
        address,
        status: answer.status,
        bytes: (await answer.arrayBuffer()).byteLength,
        headers: Object.fromEntries(answer.headers),
      }
    })
    return Promise.all(fetched)
  }, pageAddress)
  expect(answers.slice(-3).map(({ status, bytes }) => [status, bytes])).toEqual([
    [404, 0],
    [400, 0],
    [405, 0],
  ])
  const found = answers.slice(0, -3)
  expect(found.every(({ status, bytes }) => status === 200 && bytes > 0)).toBe(true)
  expect(found.some(({ address }) => address.endsWith('.js'))).toBe(true)
  expect(found.some(({ address }) => address.endsWith('.css'))).toBe(true)
  for (const { headers: sent } of answers) {
    for (const [name, pattern] of Object.entries(headers)) {
      expect(sent[name]).toMatch(pattern)
    }
  }
})

test('the nonce changes at each start and does not stay in the markup of the page', async ({ desk }) => {
  const nonce = async (): Promise<string> =>
    desk.application.evaluate(async ({ session }, page) => {
      const answer = await session.defaultSession.fetch(page)
      return /'nonce-([\w-]+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    }, pageAddress)
  const first = await nonce()
  expect(first).toHaveLength(22)
  await desk.window.locator('#root > *').first().waitFor({ state: 'attached' })
  expect(await desk.window.evaluate((text) => document.documentElement.outerHTML.includes(text), first)).toBe(
    false,
  )
  await desk.restart()
  expect(await nonce()).not.toBe(first)
})

/** Ways in. Each sets `reached` on the window if it works, and is stopped by a throw or a report of the policy. */
const injections: { readonly [name: string]: string } = {
  'an inline script': `const s = document.createElement('script'); s.append('reached = 1'); document.body.append(s)`,
  'a script from elsewhere': `const s = document.createElement('script'); s.setAttribute('src', 'https://example.invalid/x.js'); document.body.append(s)`,
  'a script made of data': `const s = document.createElement('script'); s.setAttribute('src', 'data:text/javascript,reached=1'); document.body.append(s)`,
  'a module made of data': `import('data:text/javascript,window.reached=1').catch(() => {})`,
  'a timer made of text': `setTimeout('reached = 1', 0)`,
  'a handler made of text': `const d = document.createElement('div'); d.setAttribute('onclick', 'reached = 1'); document.body.append(d); d.click()`,
  'HTML made of text': `document.body.innerHTML = '<img src=x onerror="reached = 1">'`,
  'HTML inserted': `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="reached = 1">')`,
  'a document written': `document.write('<script>reached = 1</script>')`,
  'a policy for trusted types': `trustedTypes.createPolicy('default', { createHTML: (text) => text, createScript: (text) => text })`,
  'a javascript: link': `const a = document.createElement('a'); a.href = 'javascript:reached=1'; document.body.append(a); a.click()`,
  'a frame from elsewhere': `const f = document.createElement('iframe'); f.src = 'https://example.invalid/'; document.body.append(f)`,
  'a frame of our own': `const f = document.createElement('iframe'); f.src = 'app://bundle/index.html'; document.body.append(f)`,
  'a frame made of text': `const f = document.createElement('iframe'); f.srcdoc = '<script>parent.reached = 1</script>'; document.body.append(f)`,
  'a form': `const f = document.createElement('form'); f.action = 'https://example.invalid/'; f.method = 'post'; document.body.append(f); f.submit()`,
  'a base': `const b = document.createElement('base'); b.href = 'https://example.invalid/'; document.head.append(b)`,
  'a picture from elsewhere': `new Image().src = 'https://example.invalid/x.png'`,
  'a request': `fetch('https://example.invalid/').catch(() => {})`,
  'a request to ourselves': `fetch('app://bundle/index.html').catch(() => {})`,
  'an older request': `const x = new XMLHttpRequest(); x.open('GET', 'https://example.invalid/'); x.send()`,
  'a beacon': `navigator.sendBeacon('https://example.invalid/', 'x')`,
  'a socket': `new WebSocket('wss://example.invalid/')`,
  'a stream of events': `new EventSource('https://example.invalid/')`,
  'a service worker': `navigator.serviceWorker.register('app://bundle/sw.js').catch((reason) => stopped(reason.name))`,
  'a worker': `new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))`,
  'a style sheet from elsewhere': `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://example.invalid/x.css'; document.head.append(l)`,
  'an inline style sheet': `const s = document.createElement('style'); s.append('body { --reached: 1 }'); document.head.append(s)`,
  'an inline style': `const d = document.createElement('div'); d.setAttribute('style', '--reached: 1'); document.body.append(d)`,
  'a font from elsewhere': `const f = new FontFace('x', 'url(https://example.invalid/x.woff2)'); f.load().catch(() => {})`,
  'a plug-in': `const o = document.createElement('object'); o.data = 'https://example.invalid/x'; document.body.append(o)`,
  'media from elsewhere': `const v = document.createElement('video'); v.src = 'https://example.invalid/x.mp4'; document.body.append(v)`,
  'a prefetch': `const l = document.createElement('link'); l.rel = 'prefetch'; l.href = 'https://example.invalid/x'; document.head.append(l)`,
}

/** Runs one way in and tells how it was stopped: by a report of the policy, or by an exception. */
async function attempt(code: string): Promise<{ how: string; hasReached: boolean }> {
  const how = await new Promise<string>((resolve) => {
    Reflect.set(window, 'stopped', resolve)
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
      once: true,
    })
    addEventListener('error', (event) => resolve(`error: ${event.message}`), { once: true })
    try {
      // Playwright runs this function outside the policy's reach of eval; what the text does is within it.
      // oxlint-disable-next-line no-implied-eval, no-new-func
      new Function(code)()
    } catch (thrown) {
      resolve(thrown instanceof Error ? thrown.name : String(thrown))
    }
  })
  return { how, hasReached: 'reached' in window }
}

test('every way to bring code, data or style in is stopped', async ({ desk }) => {
  const stopped: { [name: string]: string } = {}
  for (const [name, code] of Object.entries(injections)) {
    const { how, hasReached } = await test.step(name, async () => desk.window.evaluate(attempt, code))
    stopped[name] = hasReached ? 'it ran' : how
    await desk.window.reload()
  }
  // A directive reported it, or trusted types refused the text before it was markup or code.
  const walls =
    /^((script|style|img|font|connect|worker|frame|object|media|default)-src(-elem|-attr)?|base-uri|form-action|TypeError)$/
  expect(Object.entries(stopped).filter(([, how]) => !walls.test(how))).toEqual([])
  expect(stopped).toMatchObject({
    'a javascript: link': 'script-src-elem',
    'a module made of data': 'script-src-elem',
    'an inline style sheet': 'style-src-elem',
    'a picture from elsewhere': 'img-src',
    'a request': 'connect-src',
    'a frame of our own': 'frame-src',
    'a form': 'form-action',
    'HTML made of text': 'TypeError',
  })
  // The policy is the first wall; the second, which logs, has not been touched.
  expect(await countOf(desk, 'request.refused')).toBe(0)
})

test('without the policy the first of them does run: it is the policy that stops them', async ({ desk }) => {
  await bypassContentPolicy(desk)
  const { hasReached } = await desk.window.evaluate(async (code) => {
    // oxlint-disable-next-line no-implied-eval, no-new-func
    await Promise.resolve(new Function(code)())
    return { hasReached: 'reached' in window }
  }, injections['an inline script'] ?? '')
  expect(hasReached).toBe(true)
})
