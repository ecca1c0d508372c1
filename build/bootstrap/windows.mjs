/**
 * The end-to-end tests: Playwright and every window it opens, as a user the sandbox accepts, on a screen.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { findNode, toolEnvironment } from './dependencies.mjs'
import { needsVirtualScreen, onVirtualScreen } from './display.mjs'
import { ensureLibraries, onPath } from './libraries.mjs'
import { ensureHarnessPackage } from './package-dir.mjs'
import { inOut, root } from './paths.mjs'
import { canRead, ensurePerson, requireSandbox, temporaryFolder } from './person.mjs'
import { placeApp } from './placement.mjs'
import { run } from './processes.mjs'
import { step } from './report.mjs'
import { ensureRuntime } from './runtime.mjs'
import { countPlaywright, judge, readReport } from './tally.mjs'

/** What the tests write, relative to the checkout; the only places the user they run as may change. */
const results = ['out/test-results', 'out/screenshots']

/**
 * Runs the end-to-end tests, and the smoke test of the packaged app unless a filter leaves it out.
 * @param {import('./arguments.mjs').TestRequest} request
 */
export async function runWindows({ filters }) {
  const runtime = await ensureRuntime()
  // A developer's own screen is used only where there is no virtual one, so that tests do not take the focus.
  const virtualScreen = needsVirtualScreen() || (process.platform === 'linux' && onPath('xvfb-run'))
  await ensureLibraries(runtime.executable, { virtualScreen })
  const packaged = wantsPackaged(filters) ? await ensureHarnessPackage(runtime) : undefined
  const person = await ensurePerson()
  await requireSandbox(person)
  const home = await temporaryFolder(person)
  const node = findNode()
  const probes = [
    runtime.executable,
    node,
    packaged,
    'package.json',
    'build/playwright.config.ts',
    'out/main/index.js',
  ]
  const files = probes.flatMap((file) => (file ? [file.startsWith('/') ? file : join(root, file)] : []))
  const open = await canRead(person, node, files)
  const copy = open ? undefined : await temporaryFolder(person, 'open')
  try {
    if (copy) await copyCheckout(copy)
    const base = copy ?? root
    for (const folder of results) {
      await mkdir(join(base, folder), { recursive: true })
      await person.own(join(base, folder))
    }
    const report = join(base, 'out', 'test-results', 'playwright.json')
    await rm(report, { force: true })
    const app = await placeApp(runtime.executable, base, join(base, 'out', 'runtime', 'test'))
    step(`Tests: Playwright${person.name ? ` as ${person.name}, because the sandbox refuses root` : ''}`)
    const cli = join(base, 'node_modules', '@playwright', 'test', 'cli.js')
    const command = [
      ...[moved(node, base), cli, 'test', '--config', join(base, 'build', 'playwright.config.ts')],
      ...(filters.length > 0 ? ['--pass-with-no-tests', ...filters] : []),
    ]
    const [file = '', ...rest] = person.become(virtualScreen ? onVirtualScreen(command) : command)
    const env = person.environment(toolEnvironment(process.env, moved(node, base)))
    const { code } = await run(file, rest, {
      cwd: base,
      group: true,
      env: {
        ...env,
        ...(person.name ? { HOME: home } : {}),
        DESK_EXECUTABLE: app.executable,
        DESK_EXECUTABLE_ARGS: JSON.stringify(app.args),
        ...(packaged ? { DESK_PACKAGED_EXECUTABLE: moved(packaged, base) } : {}),
      },
    })
    if (copy) await bringBack(copy)
    return judge(code, await readReport(report), countPlaywright, filters.length > 0)
  } finally {
    await rm(home, { recursive: true, force: true })
    if (copy) await rm(copy, { recursive: true, force: true })
  }
}

/** @param {string[]} filters */
function wantsPackaged(filters) {
  return filters.length === 0 || filters.some((filter) => 'test/e2e/packaged.spec.ts'.includes(filter))
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

/** @param {string} copy */
async function bringBack(copy) {
  for (const folder of results) {
    const from = join(copy, folder)
    if (existsSync(from)) await cp(from, join(root, folder), { recursive: true, force: true })
  }
  await rm(inOut('runtime', 'test'), { recursive: true, force: true })
}
