import { existsSync } from 'node:fs'
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test'

/** How a test starts the app; everything left out is what a first start on a fresh machine has. */
export interface LaunchOptions {
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  executable?: string
  /** Arguments that come before the app's own, such as the app's folder for a bare Electron. */
  executableArgs?: readonly string[]
  /** Failures that are what the test is about; any other still fails it. */
  expectedFailures?: RegExp
}

/** A running app on a data folder of its own; `restart` starts it again on the same data. */
export interface Desk {
  readonly application: ElectronApplication
  readonly window: Page
  readonly userData: string
  restart(options?: LaunchOptions): Promise<void>
  close(): Promise<void>
  /** Writes `out/screenshots/NAME.png` of the main window. */
  screenshot(name: string): Promise<void>
}

interface Fixtures {
  deskOptions: LaunchOptions
  desk: Desk
}

/** What Electron and Node print when something escaped main before it had a log. */
const escaped =
  /uncaught ?exception|unhandled ?(promise ?)?rejection|A JavaScript error occurred in the main process/i

/** Lines of the app's own log that no test run may cause: a failure nobody foresaw, a page that died. */
const logged = /"event":"(failure|page\.gone)"/

async function failuresLogged(userData: string): Promise<string[]> {
  const folder = join(userData, 'logs')
  const files = await readdir(folder).catch(() => [])
  const texts = await Promise.all(files.map(async (file) => readFile(join(folder, file), 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter((line) => logged.test(line)))
}

function fromEnvironment(): { executable: string; executableArgs: string[] } {
  const executable = process.env.DESK_EXECUTABLE
  if (!executable) throw new Error('Start the end-to-end tests with: npm test -- --e2e')
  return { executable, executableArgs: JSON.parse(process.env.DESK_EXECUTABLE_ARGS ?? '[]') as string[] }
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(
    entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS'),
  )
}

type ElectronLaunchOptions = NonNullable<Parameters<typeof _electron.launch>[0]>

interface Running {
  application: ElectronApplication
  window: Page
  /** Asked of Playwright while the app runs: afterwards it does not tell. */
  process: ReturnType<ElectronApplication['process']>
}

/**
 * Starts the app with Playwright attached. An app that brings its own executable is not held back until Playwright
 * is ready; about once in a hundred starts on a busy machine it attaches to a window just being born and then waits
 * for ever, though the app is well. Such a start is repeated once, on the data it found.
 */
async function attach(userData: string, options: ElectronLaunchOptions): Promise<ElectronApplication> {
  const before = `${userData}.before`
  const hadData = existsSync(userData)
  if (hadData) await cp(userData, before, { recursive: true })
  try {
    return await _electron.launch({ ...options, timeout: 30_000 })
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TimeoutError')) throw error
    await rm(userData, { recursive: true, force: true })
    if (hadData) await rename(before, userData)
    return await _electron.launch({ ...options, timeout: 60_000 })
  } finally {
    await rm(before, { recursive: true, force: true })
  }
}

async function start(userData: string, options: LaunchOptions, problems: string[]): Promise<Running> {
  const { executable, executableArgs } = options.executable
    ? { executable: options.executable, executableArgs: options.executableArgs ?? [] }
    : fromEnvironment()
  const application = await attach(userData, {
    executablePath: executable,
    // Without this Playwright switches the sandbox off, and the app tested is not the app shipped.
    chromiumSandbox: true,
    args: [...executableArgs, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: { ...inheritedEnvironment(), ...options.env },
  })
  const { stdout, stderr } = application.process()
  for (const output of [stdout, stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      if (escaped.test(text)) problems.push(text.trim())
    })
  }
  const observe = (page: Page): void => {
    page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`))
    page.on('crash', () => problems.push(`page: the renderer of ${page.url()} crashed`))
  }
  application.windows().forEach(observe)
  application.on('window', observe)
  const window = await application.firstWindow({ timeout: 60_000 })
  return { application, window, process: application.process() }
}

/** Playwright's `test` with a running app; the test fails when the app lost an exception anywhere. */
export const test = base.extend<Fixtures>({
  deskOptions: [{}, { option: true }],

  desk: async ({ deskOptions }, use, testInfo) => {
    const userData = testInfo.outputPath('user-data')
    const problems: string[] = []
    let running = await start(userData, deskOptions, problems)
    let isOpen = true
    const close = async (): Promise<void> => {
      if (!isOpen) return
      isOpen = false
      const { application, process: ended } = running
      // The app may have ended by itself.
      if (ended.exitCode === null) await application.close()
      if (ended.exitCode !== 0) problems.push(`the app ended with ${ended.exitCode ?? ended.signalCode}`)
    }
    await use({
      get application() {
        return running.application
      },
      get window() {
        return running.window
      },
      userData,
      close,
      async restart(options = deskOptions) {
        await close()
        running = await start(userData, options, problems)
        isOpen = true
      },
      async screenshot(name) {
        await running.window.screenshot({ path: screenshotPath(name), animations: 'disabled' })
      },
    })
    await close()
    const failures = [...problems, ...(await failuresLogged(userData))]
    const unexpected = failures.filter((text) => deskOptions.expectedFailures?.test(text) !== true)
    expect(unexpected, 'failures nobody foresaw').toEqual([])
  },
})

/** Where a picture of the app goes, for people to look at. */
export function screenshotPath(name: string): string {
  return join(import.meta.dirname, '..', '..', '..', 'out', 'screenshots', `${name}.png`)
}

export { expect } from '@playwright/test'
