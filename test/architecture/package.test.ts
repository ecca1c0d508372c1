import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/sources.ts'

type Locked = { resolved?: string; integrity?: string; link?: boolean }
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies?: object
  devDependencies: { [name: string]: string }
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: { [path: string]: Locked }
}
const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')

test('the package is made of out/ alone: no package of node_modules, and so no native module', () => {
  expect(manifest.dependencies ?? {}).toEqual({})
  expect(builder).toMatch(/^ {2}- '!node_modules\/\*\*'$/m)
  const built = readdirSync(join(root, 'out', 'main'), { recursive: true }).map(String)
  expect(built).toContain('index.cjs')
  expect(built.filter((name) => name.endsWith('.node'))).toEqual([])
  expect(existsSync(join(root, 'out', 'main', 'node_modules'))).toBe(false)
})

test('every version is exact', () => {
  const loose = Object.entries(manifest.devDependencies).filter(
    ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
})

test('the lockfile names no place and proves every package', () => {
  const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && link !== true)
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  // A package inside another's tarball is proved by it.
  const unproved = packages.filter(([, entry]) => entry.integrity === undefined && !('inBundle' in entry))
  expect(unproved.map(([path]) => path)).toEqual([])
})

test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
])('the fuse %s of a release is %s', (name, value) => {
  expect(builder).toMatch(new RegExp(`^  ${name}: ${value}$`, 'm'))
})
