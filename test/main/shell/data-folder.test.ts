import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimFolder, isWritableFolder } from '#main/shell/data-folder.ts'

let parent: string
let umask: number

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'data-folder-test-'))
  umask = process.umask(0)
})
afterEach(() => {
  process.umask(umask)
  rmSync(parent, { recursive: true, force: true })
})

const mode = (path: string) => statSync(path).mode & 0o777

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  test('is made for its owner alone, whatever the umask', () => {
    const folder = join(parent, 'deep', 'data')
    expect(claimFolder(folder)).toEqual([])
    expect(mode(folder)).toBe(0o700)
  })

  test('is narrowed when it was wider, with what it holds, and what was wider is told', () => {
    const folder = join(parent, 'data')
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o755 })
    writeFileSync(join(folder, 'portfolio.db'), '', { mode: 0o644 })
    writeFileSync(join(folder, 'preferences.json'), '', { mode: 0o600 })
    expect(claimFolder(folder)).toEqual([
      { name: 'folder', mode: '755' },
      { name: 'folder', mode: '755' },
      { name: 'file', mode: '644' },
    ])
    expect([folder, join(folder, 'logs'), join(folder, 'portfolio.db')].map(mode)).toEqual([
      0o700, 0o700, 0o600,
    ])
    expect(claimFolder(folder)).toEqual([])
  })

  test('leaves alone what a link in it leads to', () => {
    const folder = join(parent, 'data')
    mkdirSync(folder, { mode: 0o700 })
    const outside = join(parent, 'outside')
    writeFileSync(outside, '', { mode: 0o644 })
    symlinkSync(outside, join(folder, 'SingletonLock'))
    symlinkSync('nowhere', join(folder, 'SingletonCookie'))
    expect(claimFolder(folder)).toEqual([])
    expect(mode(outside)).toBe(0o644)
  })
})

describe('a folder is writable', () => {
  test('when a file can be made in it, of which nothing is left', () => {
    expect(isWritableFolder(join(parent, 'new'))).toBe(true)
    expect(readdirSync(join(parent, 'new'))).toEqual([])
  })

  test('not when it is a file, or below one', () => {
    writeFileSync(join(parent, 'file'), '')
    expect(isWritableFolder(join(parent, 'file'))).toBe(false)
    expect(isWritableFolder(join(parent, 'file', 'data'))).toBe(false)
  })
})
