import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import Conf from 'conf'
import { glanceAtPreferences } from '#main/store/glance.ts'
import type { PreferencesFile } from '#main/store/preferences-file.ts'
import { openPreferencesFile } from '#main/store/preferences-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preferences-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'preferences.json')
const open = (): PreferencesFile =>
  openPreferencesFile(
    folder,
    (options) => new Conf({ ...options, cache: true }),
    () => new Date('2026-11-22T01:02:03.004Z'),
  )
const aside = 'preferences.corrupt-2026-11-22T01-02-03.004Z.json'

describe('preferences', () => {
  test('are empty at a first start', () => {
    const preferences = open()
    expect(preferences.read()).toEqual({})
    expect(preferences.shell.read()).toEqual({
      window: null,
      folders: { open: null, save: null },
      watched: [],
    })
    expect(preferences.quarantinedFile).toBeNull()
  })

  test('outlive the program, the user’s and the shell’s apart, readable by their owner only', () => {
    const place = { x: 1, y: 2, width: 1000, height: 700, isMaximized: true }
    const first = open()
    first.write({ language: 'zh-CN' })
    first.shell.write({ window: place })
    first.write({ language: 'en', columns: ['a', 'b'] })
    const second = open()
    expect(second.read()).toEqual({ language: 'en', columns: ['a', 'b'] })
    expect(second.shell.read()).toEqual({ window: place, folders: { open: null, save: null }, watched: [] })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test.each<[string, string]>([
    ['nothing at all', ''],
    ['zeros, as after a power cut', '\0'.repeat(4096)],
    ['half a file', '{"stored":{"version":1,"prefer'],
    ['another program’s file', '{"window":{}}'],
    ['a list', '[]'],
    ['a newer version', '{"stored":{"version":2,"preferences":{}}}'],
    ['preferences of another shape', '{"stored":{"version":1,"preferences":[]}}'],
    ['an absurd window', '{"stored":{"version":1,"preferences":{},"shell":{"window":{"x":1e9}}}}'],
  ])('that hold %s are put aside byte for byte, reported, and begun anew', (_name, content) => {
    writeFileSync(file(), content)
    const preferences = open()
    expect(preferences.quarantinedFile).toBe(aside)
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content)
    expect(preferences.read()).toEqual({})
    preferences.write({ language: 'en' })
    expect(open().read()).toEqual({ language: 'en' })
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content)
    expect(readdirSync(folder).toSorted()).toEqual([aside, 'preferences.json'])
  })

  test('that turn out to be a folder are put aside too', () => {
    mkdirSync(join(file(), 'inside'), { recursive: true })
    expect(open().quarantinedFile).toBe(aside)
    expect(readdirSync(join(folder, aside))).toEqual(['inside'])
  })

  test('hold no prototype, whatever the file says', () => {
    writeFileSync(
      file(),
      '{"stored":{"version":1,"preferences":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}}',
    )
    open()
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('a glance at the preferences', () => {
  test('sees what they hold before they are opened', () => {
    const place = { x: 1, y: 2, width: 1000, height: 700, isMaximized: true }
    const preferences = open()
    preferences.write({ theme: 'dark' })
    preferences.shell.write({ window: place })
    expect(glanceAtPreferences(folder)).toEqual({ preferences: { theme: 'dark' }, window: place })
  })

  test.each<[string, string | null]>([
    ['is not there', null],
    ['holds nothing', ''],
    ['holds half a file', '{"stored":{"version":1,"prefer'],
    ['holds a list', '[]'],
    ['holds null', '{"stored":null}'],
    ['is of a newer version', '{"stored":{"version":2,"preferences":{"theme":"dark"}}}'],
    ['has no preferences', '{"stored":{"version":1,"preferences":null}}'],
  ])('at a file that %s sees a first start, and leaves it as it is', (_name, content) => {
    if (content !== null) {
      writeFileSync(file(), content)
    }
    expect(glanceAtPreferences(folder)).toEqual({ preferences: {}, window: null })
    expect(readdirSync(folder)).toEqual(content === null ? [] : ['preferences.json'])
  })
})
