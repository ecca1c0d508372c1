/**
 * The end-to-end tests: Playwright and every window it opens, as a user the sandbox accepts, on a screen.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { findNode, toolEnvironment } from './dependencies.mjs'
import { needsVirtualScreen, onVirtualScreen, withoutDesktop } from './display.mjs'
import { ensureLibraries, onPath } from './libraries.mjs'
import { withLock } from './lock.mjs'
import { ensureHarnessPackage } from './package-dir.mjs'
import { inOut, inRoot, root } from './paths.mjs'
import { canRead, ensurePerson, requireSandbox, temporaryFolder } from './person.mjs'
import { placeApp } from './placement.mjs'
import { run } from './processes.mjs'
import { step } from './report.mjs'
import { ensureRuntime } from './runtime.mjs'
import { countPlaywright, judge, readReport } from './tally.mjs'

/** What the tests write, relative to the checkout; the only places the user they run as may change. */
const results = ['out/test-results', 'out/screenshots']
/** The report, below `out`. */
const report = ['test-results', 'playwright.json']

/**
 * Runs the end-to-end tests, and the smoke test of the packaged app unless a filter leaves it out.
 * @param {Pick<import('./arguments.mjs').TestRequest, 'filters'>} request
 * @param {object} [more]
 * @param {string[]} [more.writes] folders below the checkout that this run writes besides the tests' own
 * @param {NodeJS.ProcessEnv} [more.env] variables for the tests
 */
export async function runWindows({ filters }, { writes = [], env = {} } = {}) {
  const runtime = await ensureRuntime()
  const packaged = (await wantsPackaged(filters)) ? await ensureHarnessPackage(runtime) : undefined
  await rm(inOut(...report), { force: true })
  const code = await runOnScreen(runtime, {
    needed: [...(packaged ? [packaged] : []), inRoot('build', 'playwright.config.ts')],
    writes: [...results, ...writes],
    env: (base) => ({ ...env, ...(packaged ? { DESK_PACKAGED_EXECUTABLE: moved(packaged, base) } : {}) }),
    command(base, { name }) {
      step(`Tests: Playwright${name ? ` as ${name}, because the sandbox refuses root` : ''}`)
      const cli = join(base, 'node_modules', '@playwright', 'test', 'cli.js')
      const config = ['--config', join(base, 'build', 'playwright.config.ts')]
      const chosen = filters.length > 0 ? ['--pass-with-no-tests', ...filters] : []
      return [cli, 'test', ...config, ...chosen]
    },
  })
  return judge(code, await readReport(inOut(...report)), countPlaywright, filters.length > 0)
}

/**
 * Runs a benchmark that opens windows; it may write below `out/bench`.
 * @param {string[]} file the script, as parts of its path below the checkout
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runWindowBenchmark(file, args) {
  const runtime = await ensureRuntime()
  return runOnScreen(runtime, {
    needed: [inRoot(...file)],
    writes: ['out/bench'],
    env: () => ({ DESK_RUNTIME: runtime.executable }),
    command: (base) => [join(base, ...file), ...args],
  })
}

/**
 * @typedef {object} ScreenRun
 * @property {string[]} needed files besides the app's that the person must be able to read
 * @property {string[]} writes folders below the checkout that the run may write
 * @property {(base: string) => NodeJS.ProcessEnv} env
 * @property {(base: string, person: import('./person.mjs').Person) => string[]} command arguments for our Node
 */

/**
 * Runs a Node script that opens windows, as a user the sandbox accepts; `DESK_EXECUTABLE` starts the app.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {ScreenRun} wanted
 * @returns {Promise<number>} the script's exit code
 */
async function runOnScreen(runtime, wanted) {
  // A developer's own screen is used only where there is no virtual one, so that tests do not take the focus.
  const virtualScreen = needsVirtualScreen() || (process.platform === 'linux' && onPath('xvfb-run'))
  await ensureLibraries(runtime.executable, { virtualScreen, tests: true })
  const person = await ensurePerson()
  await requireSandbox(person)
  return withLock(inOut('locks', 'windows'), 'end-to-end tests', async () => {
    const app = ['package.json', 'out/main/index.cjs'].map((file) => inRoot(file))
    const needed = [runtime.executable, findNode(), ...app, ...wanted.needed]
    const open = await canRead(person, findNode(), needed)
    const home = await temporaryFolder(person)
    const copy = open ? undefined : await temporaryFolder(person, 'open')
    try {
      if (copy) await copyCheckout(copy)
      const base = copy ?? root
      await offerFolders(base, person, wanted.writes)
      const { executable, args } = await placeApp(
        runtime.executable,
        base,
        join(base, 'out', 'runtime', 'test'),
      )
      const node = moved(findNode(), base)
      const command = [node, ...wanted.command(base, person)]
      const [file = '', ...rest] = person.become(virtualScreen ? onVirtualScreen(command) : command)
      const inherited = person.environment(toolEnvironment(process.env, node))
      const env = {
        ...(virtualScreen ? withoutDesktop(inherited) : inherited),
        ...(person.name ? { HOME: home } : {}),
        DESK_EXECUTABLE: executable,
        DESK_EXECUTABLE_ARGS: JSON.stringify(args),
        ...wanted.env(base),
      }
      const { code } = await run(file, rest, { cwd: base, group: true, env })
      if (copy) await bringBack(copy, wanted.writes)
      return code
    } finally {
      await rm(home, { recursive: true, force: true })
      if (copy) await rm(copy, { recursive: true, force: true })
    }
  })
}

/**
 * @param {string} base
 * @param {import('./person.mjs').Person} person
 * @param {string[]} folders
 */
async function offerFolders(base, person, folders) {
  for (const folder of folders) {
    await mkdir(join(base, folder), { recursive: true })
    await person.own(join(base, folder))
  }
}

/**
 * Whether a test that starts the packaged app is among those asked for.
 * @param {string[]} filters
 */
async function wantsPackaged(filters) {
  if (filters.length === 0) return true
  const files = await readdir(inRoot('test', 'e2e'), { recursive: true })
  const packaged = files
    .filter((file) => basename(file) === 'packaged.spec.ts')
    .map((file) => `test/e2e/${file}`)
  return packaged.some((file) => filters.some((filter) => file.includes(filter)))
}

/**
 * The same file in the copy of the checkout, for a file of the checkout.
 * @param {string} file
 * @param {string} base
 */
function moved(file, base) {
  return file.startsWith(join(root, '/')) ? join(base, file.slice(root.length)) : file
}

/**
 * Copies the checkout to a place the other user may read; only for a checkout below a closed folder such as /root.
 * @param {string} target
 */
async function copyCheckout(target) {
  step('Tests: copying the checkout, because the user the windows run as cannot read it here')
  for (const name of await readdir(root)) {
    if (name !== '.git') await run('cp', ['-a', '--reflink=auto', join(root, name), target])
  }
  await run('chmod', ['-R', 'a+rX', target])
}

/**
 * @param {string} copy
 * @param {string[]} folders
 */
async function bringBack(copy, folders) {
  for (const folder of folders) {
    const from = join(copy, folder)
    if (existsSync(from)) await cp(from, join(root, folder), { recursive: true, force: true })
  }
  await rm(inOut('runtime', 'test'), { recursive: true, force: true })
}
