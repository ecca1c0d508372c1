import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bundle, BundledFile } from '#main/shell/app-protocol.ts'
import {
  contentPolicy,
  createAppProtocol,
  filesOf,
  readBundle,
  resolveRequest,
  securityHeaders,
} from '#main/shell/app-protocol.ts'
import type { FirstView } from '#main/shell/first-page.ts'

const page = { file: 'index.html', mime: 'text/html; charset=utf-8' }
const script = { file: 'assets/客户 a.js', mime: 'text/javascript; charset=utf-8' }
const bundle: Bundle = new Map([
  ['/index.html', page],
  ['/assets/客户 a.js', script],
  ['/gone.js', { file: 'gone.js', mime: 'text/javascript; charset=utf-8' }],
])

describe('an address of the program', () => {
  test('leads to a file of the bundle', () => {
    expect(resolveRequest(bundle, 'GET', 'app://bundle/index.html')).toBe(page)
    expect(resolveRequest(bundle, 'GET', 'app://bundle/index.html#fragment')).toBe(page)
    expect(resolveRequest(bundle, 'GET', 'app://bundle/assets/%E5%AE%A2%E6%88%B7%20a.js')).toBe(script)
  })

  test.each([
    'app://bundle/',
    'app://bundle',
    'app://bundle/INDEX.HTML',
    'app://bundle/index.html/',
    'app://bundle//index.html',
    'app://bundle/index.html?raw',
    'app://bundle/index.html.',
    'app://bundle/index.html%20',
    'app://bundle/index.html%00',
    'app://bundle/index.html::$DATA',
    'app://bundle/../index.html/../../etc/passwd',
    'app://bundle/..%2f..%2f..%2fetc%2fpasswd',
    'app://bundle/..%5c..%5cwindows',
    'app://bundle/%2e%2e/%2e%2e/etc/passwd',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle//etc/passwd',
    'app://bundle/renderer.manifest.json',
    'app://bundle/__proto__',
    'app://bundle/constructor',
    'app://evil/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:80/index.html',
    'app://user@bundle/index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'not an address',
  ])('that is not in the bundle leads nowhere: %s', (address) => {
    expect(resolveRequest(bundle, 'GET', address)).toBe(404)
  })

  test.each(['app://bundle/%c0%ae%c0%ae/etc', 'app://bundle/%', 'app://bundle/%ff'])(
    'with a broken escape is refused: %s',
    (address) => {
      expect(resolveRequest(bundle, 'GET', address)).toBe(400)
    },
  )

  test.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'get'])('takes no %s', (method) => {
    expect(resolveRequest(bundle, method, 'app://bundle/index.html')).toBe(405)
  })
})

describe('a response', () => {
  let folder: string
  const options = () => ({
    folder,
    bundle,
    nonce: 'n0nce',
    files: () => ['/a.js'],
    views: async (): Promise<readonly FirstView[]> => [],
  })
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'protocol-test-'))
    writeFileSync(
      join(folder, 'index.html'),
      '<head></head><i a="__CSP_NONCE__" b="__FIRST_VIEWS__">__CSP_NONCE__</i>',
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('of the page carries this start’s nonce wherever it belongs, and all headers', async () => {
    const answer = createAppProtocol(options())({ method: 'GET', url: 'app://bundle/index.html' })
    expect(answer.statusCode).toBe(200)
    expect(await text(answer.data)).toBe(
      '<head><link rel="modulepreload" crossorigin href="/a.js"></head><i a="n0nce" b="[]">n0nce</i>',
    )
    expect(answer.headers).toMatchObject({ ...securityHeaders('n0nce'), 'Content-Type': page.mime })
  })

  test('of the page begins before its views are read, and ends with them', async () => {
    let read: (views: readonly FirstView[]) => void = () => undefined
    const views = new Promise<readonly FirstView[]>((resolve) => {
      read = resolve
    })
    const { data } = createAppProtocol({ ...options(), views: async () => views })({
      method: 'GET',
      url: 'app://bundle/index.html',
    })
    const parts = data.iterator()
    const first = (await parts.next()) as IteratorResult<Buffer>
    expect(String(first.value)).toMatch(/<head>.*<\/head><i a="n0nce" b="$/)
    read([{ name: 'account.list', params: {}, snapshot: { ok: true, value: [], revision: 1 } }])
    const last = (await parts.next()) as IteratorResult<Buffer>
    expect(String(last.value)).toMatch(/^\[\{&quot;name&quot;:&quot;account\.list&quot;.*">n0nce<\/i>$/)
    expect((await parts.next()).done).toBe(true)
  })

  test('of the page is whole without views where they cannot be read', async () => {
    const views = async () => Promise.reject(new Error('no views'))
    const answer = createAppProtocol({ ...options(), views })({
      method: 'GET',
      url: 'app://bundle/index.html',
    })
    expect(await text(answer.data)).toMatch(/ b="\[\]">n0nce<\/i>$/)
  })

  test.each([
    ['GET', 'app://bundle/nothing', 404],
    ['GET', 'app://bundle/gone.js', 404],
    ['GET', 'app://bundle/%ff', 400],
    ['POST', 'app://bundle/index.html', 405],
  ])('that refuses (%s %s) is empty and carries all headers too', async (method, url, status) => {
    const answer = createAppProtocol(options())({ method, url })
    expect(answer.statusCode).toBe(status)
    expect(await text(answer.data)).toBe('')
    expect(answer.headers).toMatchObject(securityHeaders('n0nce'))
  })

  test('allows no inline or foreign code, and no style but our own and the nonce’s', () => {
    const rules = new Map(
      contentPolicy('n0nce')
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    )
    expect(Object.fromEntries(rules)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce-n0nce'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'none'",
      'worker-src': "'none'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    })
  })

  test('names the files a source needs, each once, and none for a source the page does not have', () => {
    const file = { file: 'a.js', mime: 'text/javascript; charset=utf-8' }
    const listed: Bundle = new Map<string, BundledFile>([
      ['/a.js', { ...file, source: 'shared/locales/en.ts', needs: ['/a.js', '/common.js'] }],
      ['/b.js', { ...file, source: 'renderer/app/themes/dark.ts', needs: ['/b.js', '/common.js'] }],
      ['/common.js', file],
    ])
    expect(filesOf(listed, ['shared/locales/en.ts', 'renderer/app/themes/dark.ts', 'gone.ts'])).toEqual([
      '/a.js',
      '/common.js',
      '/b.js',
    ])
  })

  test('comes from the list the build wrote', () => {
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ '/index.html': { ...page, sha256: '', bytes: 1 } }),
    )
    const read = readBundle(join(folder, 'manifest.json'))
    expect(resolveRequest(read, 'GET', 'app://bundle/index.html')).toMatchObject(page)
    expect(resolveRequest(read, 'GET', 'app://bundle/manifest.json')).toBe(404)
  })
})
