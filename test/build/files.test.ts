import { lstat, mkdir, mkdtemp, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { fingerprint } from '#build/bootstrap/fingerprint.mjs'
import { withLock } from '#build/bootstrap/lock.mjs'
import { placeApp } from '#build/bootstrap/placement.mjs'
import { run } from '#build/bootstrap/processes.mjs'
import { archiveName, objectionToPin, sha256Of } from '#build/bootstrap/release.mjs'

let folder = ''

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'build 客户 ')))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('the fingerprint of sources', () => {
  test('changes with a written, an added and a removed file, and with nothing else', async () => {
    await mkdir(join(folder, 'main/views'), { recursive: true })
    await writeFile(join(folder, 'main/views/a.ts'), 'a')
    const first = await fingerprint(folder, ['main', 'missing'])
    expect(await fingerprint(folder, ['missing', 'main'])).toBe(first)
    await writeFile(join(folder, 'main/b.ts'), '')
    const second = await fingerprint(folder, ['main'])
    expect(second).not.toBe(first)
    await writeFile(join(folder, 'main/views/a.ts'), 'longer')
    expect(await fingerprint(folder, ['main'])).not.toBe(second)
  })
})

describe('the lock', () => {
  test('lets one in at a time', async () => {
    const events: string[] = []
    const visit = async (name: string): Promise<void> =>
      withLock(join(folder, 'lock'), 'testing', async () => {
        events.push(`${name} in`)
        await readFile(import.meta.filename)
        events.push(`${name} out`)
      })
    await Promise.all([visit('a'), visit('b')])
    const [first] = events
    const expected =
      first === 'a in' ? ['a in', 'a out', 'b in', 'b out'] : ['b in', 'b out', 'a in', 'a out']
    expect(events).toEqual(expected)
  })

  test('is taken over from a dead owner', async () => {
    const dead = await run(process.execPath, ['-p', 'process.pid'], { capture: true })
    await mkdir(join(folder, 'lock'))
    await writeFile(join(folder, 'lock', 'owner'), dead.stdout.trim())
    expect(await withLock(join(folder, 'lock'), 'testing', async () => 'in')).toBe('in')
  })
})

describe.runIf(process.platform === 'linux')('placing the app', () => {
  async function makeRuntime(withLoader: boolean): Promise<string> {
    const runtime = join(folder, 'runtime')
    await mkdir(join(runtime, 'resources'), { recursive: true })
    await writeFile(join(runtime, 'electron'), '#!/bin/sh\n', { mode: 0o755 })
    await writeFile(join(runtime, 'icudtl.dat'), '')
    if (withLoader) await writeFile(join(runtime, 'resources', 'default_app.asar'), '')
    return join(runtime, 'electron')
  }

  test('a runtime with a loader is told where the app is', async () => {
    const executable = await makeRuntime(true)
    expect(await placeApp(executable, folder, join(folder, 'links'))).toEqual({ executable, args: [folder] })
  })

  test('one without gets a folder of links, so that two checkouts do not share its resources/app', async () => {
    const executable = await makeRuntime(false)
    const links = join(folder, 'links')
    const placed = await placeApp(executable, join(folder, 'checkout'), links)
    expect(placed).toEqual({ executable: join(links, 'electron'), args: [] })
    expect((await lstat(placed.executable)).isSymbolicLink()).toBe(false)
    expect(await readlink(join(links, 'icudtl.dat'))).toBe(join(folder, 'runtime', 'icudtl.dat'))
    expect(await readlink(join(links, 'resources', 'app'))).toBe(join(folder, 'checkout'))
  })

  test('a second placement replaces the first and touches nothing behind its links', async () => {
    const executable = await makeRuntime(false)
    await mkdir(join(folder, 'checkout'))
    await writeFile(join(folder, 'checkout', 'kept'), '')
    await symlink(join(folder, 'checkout'), join(folder, 'link'))
    await placeApp(executable, join(folder, 'checkout'), join(folder, 'links'))
    await placeApp(executable, join(folder, 'checkout'), join(folder, 'links'))
    expect((await lstat(join(folder, 'checkout', 'kept'))).isFile()).toBe(true)
    expect((await lstat(executable)).isFile()).toBe(true)
  })
})

describe('what may be released', () => {
  test('only an exact pin of a supported, installed Electron', () => {
    expect(objectionToPin('45.4.1', '45.4.1')).toBeUndefined()
    expect(objectionToPin('^45.4.1', '45.4.1')).toContain('must pin')
    expect(objectionToPin('45.0.0-beta.1', '45.0.0-beta.1')).toContain('must pin')
    expect(objectionToPin('33.2.1', '33.2.1')).toContain('not supported')
    expect(objectionToPin('45.4.1', '45.4.0')).toContain('node_modules has 45.4.0')
    expect(objectionToPin(undefined, undefined)).toContain('must pin')
  })

  test('this checkout’s pin, whose archives its package has checksums for', async () => {
    const read = async (path: string): Promise<Record<string, unknown>> =>
      JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    const root = join(import.meta.dirname, '..', '..')
    const { devDependencies } = await read(join(root, 'package.json'))
    const { version } = await read(join(root, 'node_modules/electron/package.json'))
    const checksums = await read(join(root, 'node_modules/electron/checksums.json'))
    expect(devDependencies).toMatchObject({ electron: version })
    expect(objectionToPin(String(version), String(version))).toBeUndefined()
    for (const [platform, arch] of [
      ['win32', 'x64'],
      ['linux', 'x64'],
      ['darwin', 'arm64'],
    ] as const) {
      expect(checksums[archiveName(String(version), platform, arch)]).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  test('a checksum is of the content', async () => {
    await writeFile(join(folder, 'a'), 'abc')
    expect(await sha256Of(join(folder, 'a'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
