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
export async function runWindows({ filters }, { writes = [], env: more = {} } = {}) {
  const runtime = await ensureRuntime()
  // A developer's own screen is used only where there is no virtual one, so that tests do not take the focus.
  const virtualScreen = needsVirtualScreen() || (process.platform === 'linux' && onPath('xvfb-run'))
  await ensureLibraries(runtime.executable, { virtualScreen })
  const packaged = (await wantsPackaged(filters)) ? await ensureHarnessPackage(runtime) : undefined
  const person = await ensurePerson()
  await requireSandbox(person)
  return withLock(inOut('locks', 'windows'), 'end-to-end tests', async () => {
    const needed = ['package.json', 'build/playwright.config.ts', 'out/main/index.js'].map((file) =>
      inRoot(file),
    )
    const open = await canRead(
      person,
      findNode(),
      [runtime.executable, findNode(), packaged ?? [], needed].flat(2),
    )
    const home = await temporaryFolder(person)
    const copy = open ? undefined : await temporaryFolder(person, 'open')
    try {
      if (copy) await copyCheckout(copy)
      const base = copy ?? root
      await offerResultFolders(base, person, [...results, ...writes])
      const app = await placeApp(runtime.executable, base, join(base, 'out', 'runtime', 'test'))
      const env = {
        ...more,
        ...(person.name ? { HOME: home } : {}),
        DESK_EXECUTABLE: app.executable,
        DESK_EXECUTABLE_ARGS: JSON.stringify(app.args),
        ...(packaged ? { DESK_PACKAGED_EXECUTABLE: moved(packaged, base) } : {}),
      }
      const code = await runPlaywright({ base, person, virtualScreen, filters, env })
      if (copy) await bringBack(copy, [...results, ...writes])
      return judge(code, await readReport(inOut(...report)), countPlaywright, filters.length > 0)
    } finally {
      await rm(home, { recursive: true, force: true })
      if (copy) await rm(copy, { recursive: true, force: true })
    }
  })
}

/**
 * @param {object} options
 * @param {string} options.base the checkout, or its copy
 * @param {import('./person.mjs').Person} options.person
 * @param {boolean} options.virtualScreen
 * @param {string[]} options.filters
 * @param {NodeJS.ProcessEnv} options.env
 */
async function runPlaywright({ base, person, virtualScreen, filters, env }) {
  step(`Tests: Playwright${person.name ? ` as ${person.name}, because the sandbox refuses root` : ''}`)
  const node = moved(findNode(), base)
  const cli = join(base, 'node_modules', '@playwright', 'test', 'cli.js')
  const command = [node, cli, 'test', '--config', join(base, 'build', 'playwright.config.ts')]
  if (filters.length > 0) command.push('--pass-with-no-tests', ...filters)
  const [file = '', ...args] = person.become(virtualScreen ? onVirtualScreen(command) : command)
  const inherited = person.environment(toolEnvironment(process.env, node))
  const surroundings = virtualScreen ? withoutDesktop(inherited) : inherited
  return (await run(file, args, { cwd: base, group: true, env: { ...surroundings, ...env } })).code
}

/**
 * @param {string} base
 * @param {import('./person.mjs').Person} person
 * @param {string[]} folders
 */
async function offerResultFolders(base, person, folders) {
  await rm(join(base, 'out', ...report), { force: true })
  await rm(inOut(...report), { force: true })
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
