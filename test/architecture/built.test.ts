import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands, views } from '#shared/contract/contract.ts'
import { firstScreenBytes } from '#test/bench/support/first-screen.ts'
import { root } from './support/sources.ts'

// These look at what `npm run build` wrote, which `npm test` does first.
const out = join(root, 'out')

function textsOf(folder: string): string {
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|cjs|html)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

describe('the preload', () => {
  const files = readdirSync(join(out, 'preload'))
  const text = readFileSync(join(out, 'preload', 'preload.cjs'))

  test('is one file of less than 4 kB', () => {
    expect(files).toEqual(['preload.cjs'])
    expect(text.byteLength).toBeGreaterThan(200)
    expect(text.byteLength).toBeLessThan(4_000)
  })

  test('requires electron and nothing else', () => {
    const required = Array.from(
      text.toString().matchAll(/\b(?:require|import)\s*\(\s*[`'"]([^`'"]*)[`'"]\s*\)/g),
      ([, name]) => name,
    )
    expect(required).toEqual(['electron'])
    expect(text.toString().match(/\b(?:require|import)\b/g)).toHaveLength(1)
  })

  test('says two channels and no more', () => {
    const channels = Array.from(text.toString().matchAll(/[`'"](app:[\w-]+)[`'"]/g), ([, channel]) => channel)
    expect(new Set(channels)).toEqual(new Set(['app:invoke', 'app:watch']))
  })
})

describe('the page', () => {
  /** What zod leaves in any bundle it is part of, minified or not. */
  const zod = /_zod\b|ZodError|\$ZodType/

  test('carries no schema: zod is in main’s bundle and not in its own', () => {
    expect(textsOf('main')).toMatch(zod)
    expect(textsOf('renderer')).not.toMatch(zod)
  })

  test('has nothing inline and nothing from elsewhere', () => {
    const html = readFileSync(join(out, 'renderer', 'index.html'), 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(html).not.toMatch(/<style\b|\sstyle=|\son\w+=|javascript:|<base\b|http-equiv/i)
    const addresses = Array.from(html.matchAll(/\b(?:src|href)="([^"]*)"/g), ([, address]) => address ?? '')
    expect(addresses.length).toBeGreaterThan(0)
    expect(addresses.filter((address) => !/^(\.\/|\/)assets\/[\w.-]+$/.test(address))).toEqual([])
  })

  test('loads at most 400 kB before its first screen; the rest comes when it is opened', async () => {
    const { bytes } = await firstScreenBytes(join(out, 'renderer'))
    expect(bytes).toBeGreaterThan(200_000)
    expect(bytes).toBeLessThanOrEqual(400_000)
  })

  test('leaves the place of the nonce for the start to fill', () => {
    expect(readFileSync(join(out, 'renderer', 'index.html'), 'utf8')).toContain('__CSP_NONCE__')
  })
})

describe('main', () => {
  test('is built without a trace of the machine it was built on', () => {
    for (const folder of ['main', 'preload', 'renderer']) {
      expect(textsOf(folder)).not.toContain(root)
    }
  })

  test('loads nothing that speaks to a network before its window', () => {
    const first = readFileSync(join(out, 'main', 'index.cjs'), 'utf8')
    expect(first).toMatch(/\brequire\(["'`]electron["'`]\)/)
    expect(first).not.toMatch(/\brequire\(["'`](node:)?(https?|http2|net|tls|dgram)["'`]\)/)
  })

  test('leaves signals to Electron, which quits in order', () => {
    expect(textsOf('main')).not.toMatch(/SIGTERM|SIGHUP/)
  })

  test('makes each schema of the contract when it is asked for', () => {
    const main = textsOf('main')
    const getters = (name: string) => main.split(`get ${name}(){let made=`).length - 1
    expect(getters('input')).toBe(Object.keys(commands).length)
    expect(getters('output')).toBe(Object.keys(commands).length)
    expect(getters('params')).toBe(Object.keys(views).length)
    expect(getters('value')).toBe(Object.keys(views).length)
  })

  test('asks for nothing that would not be in the package', () => {
    const asked = Array.from(
      textsOf('main').matchAll(/\b(?:require|__require|import)\(["'`]([^"'`\n]+)["'`]\)/g),
      ([, name = '']) => name,
    )
    const missing = asked.filter((name) => !/^(node:|electron$|\.\/)/.test(name) && !builtins.has(name))
    expect(asked).toContain('electron')
    expect(missing).toEqual([])
  })
})

/** Node's own modules under their old names, which some packages still use. */
const builtins: ReadonlySet<string> = new Set(process.getBuiltinModule('node:module').builtinModules)
