import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, pathsWith, root, sourcesOf } from './support/sources.ts'

const main = sourcesOf('main')
const renderer = sourcesOf('renderer')
const shared = sourcesOf('shared')
const program = [...main, ...renderer, ...shared]
const everything = [...program, ...sourcesOf('test', 'build')]

const isElectron = (specifier: string) => /^electron(\/|$)/.test(specifier)

describe('Electron stays at the rim', () => {
  test('is imported by the shell, the preload, the root and the preferences adapter only', () => {
    const importers = program.filter((source) => importsOf(source).some(isElectron)).map(({ path }) => path)
    const inner = importers.filter(
      (path) => !/^main\/(shell\/[\w-]+|index|preload|store\/electron-preferences)\.ts$/.test(path),
    )
    expect(inner).toEqual([])
    expect(importers).toContain('main/shell/window.ts')
  })

  test('and so are the packages that import it', () => {
    const importers = program
      .filter((source) => importsOf(source).some((name) => /^electron-(store|log)(\/(?!node)|$)/.test(name)))
      .map(({ path }) => path)
    expect(importers).toEqual(['main/store/electron-preferences.ts'])
  })

  test('is never imported by what runs under plain Node or in the page', () => {
    const inside = program.filter(
      ({ path }) => !/^main\/(shell\/|index\.ts|preload\.ts|store\/electron-preferences\.ts)/.test(path),
    )
    const crossing = inside.flatMap((source) =>
      importsOf(source)
        .filter((name) => /^#main\/(shell\/|index|preload|store\/electron-preferences)/.test(name))
        .map((name) => `${source.path} imports ${name}`),
    )
    expect(crossing).toEqual([])
  })
})

describe('there is one door each', () => {
  test.each([
    ['IPC handlers', /\bipcMain\b/, 'main/shell/bind-ipc.ts'],
    ['windows', /\b(BrowserWindow|BaseWindow|WebContentsView|BrowserView)\s*\(/, 'main/shell/window.ts'],
    ['IPC from the page', /\bipcRenderer\b/, 'main/preload.ts'],
    ['the bridge', /\bcontextBridge\b/, 'main/preload.ts'],
    ['paths of dropped files', /\bgetPathForFile\b/, 'main/preload.ts'],
    ['mails handed to the mail program', /\bopenExternal\b/, 'main/shell/open-mail.ts'],
    ['files shown in the file browser', /\bshowItemInFolder\b/, 'main/shell/desktop.ts'],
    ['processes of our own, in Electron', /\butilityProcess\b/, 'main/shell/reader-process.ts'],
    ['processes of our own, under Node', /\bchild_process\b/, 'main/desk/reader-process.ts'],
    ['the program’s scheme', /\bregisterSchemesAsPrivileged\b/, 'main/shell/desktop.ts'],
  ])('for %s', (_name, pattern, door) => {
    expect(pathsWith(program, pattern)).toEqual([door])
  })

  test('with two channels behind it', () => {
    const channels = program.flatMap(({ code }) =>
      Array.from(code.matchAll(/'(app:[\w-]+)'/g), ([, channel]) => channel),
    )
    expect(new Set(channels)).toEqual(new Set(['app:invoke', 'app:watch']))
  })

  test('and none to programs, addresses or folders of the system', () => {
    expect(pathsWith(program, /\b(openPath|trashItem|execFile|execSync|spawnSync)\b/)).toEqual([])
    expect(
      pathsWith(program, /\b(setAsDefaultProtocolClient|sendSync|executeJavaScript|insertCSS|remote)\s*\(/),
    ).toEqual([])
  })
})

describe('nothing weakens the page', () => {
  test.each([
    [
      'a switched off protection',
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups/,
    ],
    [
      'HTML made of text',
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/,
    ],
    ['code made of text', /\beval\s*\(|new Function\s*\(|setTimeout\s*\(\s*['"`]/],
    ['storage of the page’s own', /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie/],
    [
      'a privilege of the scheme the page does not need',
      /supportFetchAPI|bypassCSP|corsEnabled|allowServiceWorkers|codeCache/,
    ],
    [
      'a privilege that would let Node in',
      /(nodeIntegration\w*|webviewTag|navigateOnDragDrop):\s*true|(sandbox|contextIsolation|disableDialogs):\s*false/,
    ],
    ['trust in what certificates say', /setCertificateVerifyProc|'certificate-error'|rejectUnauthorized/],
  ])('no %s', (_name, pattern) => {
    expect(pathsWith(program, pattern)).toEqual([])
  })

  test('no address of the open web that is not secure', () => {
    // An XML namespace is a name, not an address.
    const insecure = /http:\/\/(?!(www\.w3|schemas\.openxmlformats)\.org\/)/
    expect(pathsWith(program, insecure)).toEqual([])
  })
})

describe('modules', () => {
  test('have names, not defaults, outside the configurations', () => {
    const outside = everything.filter(({ path }) => !path.startsWith('build/'))
    expect(pathsWith(outside, /^export default\b|\bas default\b/m)).toEqual([])
  })

  test('reach other folders by alias, never by climbing', () => {
    const climbing = everything.filter((source) => importsOf(source).some((name) => name.includes('../..')))
    expect(climbing.map(({ path }) => path)).toEqual([])
  })

  test('in shared/ are pure: nothing of Node, Electron, main or the page', () => {
    const foreign = shared.flatMap((source) =>
      importsOf(source)
        .filter((name) => !/^(#shared\/|\.\/|zod$)/.test(name))
        .map((name) => `${source.path} imports ${name}`),
    )
    expect(foreign).toEqual([])
  })

  test('of the page take from main’s contract its types only', () => {
    const values = renderer.filter(({ code }) =>
      /^import (?!type\b)[^'"]*['"]#shared\/contract\//m.test(code),
    )
    expect(values.map(({ path }) => path)).toEqual([])
    const inner = renderer.filter((source) =>
      importsOf(source).some((name) => /^(#main\/|node:|zod$)/.test(name)),
    )
    expect(inner.map(({ path }) => path)).toEqual([])
  })
})

test('the composition root composes, and no more', () => {
  const { length } = readFileSync(join(root, 'main', 'index.ts'), 'utf8').split('\n')
  expect(length).toBeLessThanOrEqual(60)
})
