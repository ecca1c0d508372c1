/**
 * The unpacked app for the smoke test, packaged by electron-builder around the runtime at hand.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { findNode, toolEnvironment, toolScript } from './dependencies.mjs'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { inOut, inRoot, root } from './paths.mjs'
import { run } from './processes.mjs'
import { failure, step } from './report.mjs'

const target = inRoot('dist', 'harness')
const stampFile = join(target, 'build.stamp')
const sources = ['out/main', 'out/preload', 'out/renderer', 'out/renderer.manifest.json', 'package.json']
const recipes = [
  'electron-builder.yml',
  'build/electron-builder.harness.yml',
  'build/resources',
  'package-lock.json',
]

/**
 * Packages the built app unless that was done already, and returns its executable.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
export async function ensureHarnessPackage(runtime) {
  return withLock(inOut('locks', 'package'), 'packaging', async () => {
    const current = `${runtime.executable} ${await fingerprint(root, [...sources, ...recipes])}`
    if ((await readStamp(stampFile)) === current) {
      step('Package: dist/harness is up to date')
      return findExecutable()
    }
    await rm(target, { recursive: true, force: true })
    const node = findNode()
    const distribution = distributionOf(runtime)
    const version = readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '')
    const outcome = await run(
      node,
      [
        ...[
          toolScript('electron-builder'),
          '--dir',
          '--config',
          inRoot('build', 'electron-builder.harness.yml'),
        ],
        ...[`--config.electronDist=${distribution}`, `--config.electronVersion=${version}`],
      ],
      { cwd: root, env: toolEnvironment(process.env, node), capture: true },
    )
    if (outcome.code !== 0) {
      process.stderr.write(outcome.stdout + outcome.stderr)
      throw failure(
        'electron-builder failed',
        'read the message above; to repeat just this: npm run package:dir',
      )
    }
    await writeFile(stampFile, current)
    step('Package: dist/harness written (a test build, never given to anyone)')
    return findExecutable()
  })
}

/** @param {import('./runtime.mjs').Runtime} runtime */
function distributionOf({ executable }) {
  const parts = executable.split('/Electron.app/')
  return parts.length > 1 ? String(parts[0]) : dirname(executable)
}

async function findExecutable() {
  const folders = await readdir(target)
  const candidates = folders.flatMap((folder) => [
    join(target, folder, 'multi-partner-desk'),
    join(target, folder, 'multi-partner-desk.exe'),
    join(target, folder, 'Multi-Partner Desk.app', 'Contents', 'MacOS', 'Multi-Partner Desk'),
  ])
  const found = candidates.find((file) => existsSync(file))
  if (!found) throw failure('electron-builder left no executable in dist/harness', 'run: npm run package:dir')
  return found
}
