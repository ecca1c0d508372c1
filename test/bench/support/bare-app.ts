import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { placeApp } from '#build/bootstrap/placement.mjs'
import type { Place } from './portfolio.ts'

/** What the app is measured beside: an Electron with one window and nothing else in it. */
export type BareApp = { readonly executable: string; readonly args: readonly string[] }

/** A window of the app's first size with the app's walls; the page is the last argument. */
const main = `const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  const page = process.argv.find((word) => word.startsWith('--page=')) ?? '--page=hello'
  window.loadFile(join(__dirname, page.slice(7) + '.html'))
})
`

const hello = '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Hello</h1>'
const paged =
  '<!doctype html><meta charset="utf-8"><title>Bare</title><div id="root"></div><script src="page.js" defer></script>'

/** Makes the bare app: a page of nothing (`hello`), and the pages of test/bench/page with the app's own React. */
export async function ensureBareApp({ checkout, folder }: Place): Promise<BareApp> {
  const app = join(folder, 'bare')
  await build({
    root: join(checkout, 'test', 'bench', 'page'),
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir: app,
      emptyOutDir: true,
      target: 'chrome130',
      rolldownOptions: {
        input: join(checkout, 'test', 'bench', 'page', 'page.tsx'),
        output: { format: 'iife', entryFileNames: 'page.js' },
      },
    },
  })
  await mkdir(app, { recursive: true })
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'bare', version: '0.0.0', main: 'main.cjs' }),
  )
  await writeFile(join(app, 'main.cjs'), main)
  await writeFile(join(app, 'hello.html'), hello)
  for (const page of ['keys', 'rows']) await writeFile(join(app, `${page}.html`), paged)
  return placeApp(process.env['DESK_RUNTIME'] ?? '', app, join(folder, 'bare-runtime'))
}
