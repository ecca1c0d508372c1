/**
 * `start`: installs what is missing, builds and opens the app; everything after `--` is the app's.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { ensureDependencies, findNode, toolEnvironment } from '../bootstrap/dependencies.mjs'
import { needsVirtualScreen, onVirtualScreen, withoutDesktop } from '../bootstrap/display.mjs'
import { ensureLibraries } from '../bootstrap/libraries.mjs'
import { inOut, inRoot, root } from '../bootstrap/paths.mjs'
import {
  canRead,
  ensureHome,
  ensurePerson,
  lendDisplay,
  requireSandbox,
  rootsDataFolder,
  temporaryFolder,
} from '../bootstrap/person.mjs'
import { copyApp, placeApp } from '../bootstrap/placement.mjs'
import { run } from '../bootstrap/processes.mjs'
import { step } from '../bootstrap/report.mjs'
import { ensureRuntime } from '../bootstrap/runtime.mjs'
import { ensureBuild } from './build.mjs'

/**
 * Opens the app and returns its exit code.
 * @param {string[]} args
 */
export async function perform(args) {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  const virtualScreen = needsVirtualScreen()
  await ensureLibraries(runtime.executable, { virtualScreen })
  await ensureBuild()
  const person = await ensurePerson()
  await requireSandbox(person)
  await ensureHome(person)

  const node = findNode()
  const files = [
    runtime.executable,
    inRoot('package.json'),
    inOut('main', 'index.js'),
    inOut('renderer', 'index.html'),
  ]
  const open = await canRead(person, node, files)
  const copy = open ? undefined : await temporaryFolder(person, 'open')
  try {
    if (copy) await copyApp(root, copy)
    const app = await placeApp(
      runtime.executable,
      copy ?? root,
      join(copy ?? root, 'out', 'runtime', 'start'),
    )
    if (person.name) {
      step(`User: windows run as ${person.name} (the sandbox refuses root); data in ${rootsDataFolder}`)
    }
    if (virtualScreen) {
      step('Display: none here, so the window opens on a virtual screen nobody sees (Ctrl+C ends it)')
    }
    const command = [app.executable, ...app.args, ...args]
    const [file = '', ...rest] = person.become(virtualScreen ? onVirtualScreen(command) : command)
    const inherited = person.environment(toolEnvironment(process.env, node))
    const env = virtualScreen
      ? withoutDesktop(inherited)
      : { ...inherited, ...(await lendDisplay(person, process.env)) }
    return (await run(file, rest, { cwd: person.name ? '/' : process.cwd(), env, group: true })).code
  } finally {
    if (copy) await rm(copy, { recursive: true, force: true })
  }
}
