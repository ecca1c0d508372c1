/**
 * `build`: bundles main, preload and renderer into `out/`, unless `out/` already is what the sources say.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'

import { ensureDependencies, findNode, toolEnvironment, toolScript } from '../bootstrap/dependencies.mjs'
import { fingerprint, readStamp } from '../bootstrap/fingerprint.mjs'
import { withLock } from '../bootstrap/lock.mjs'
import { inOut, inRoot, root } from '../bootstrap/paths.mjs'
import { run } from '../bootstrap/processes.mjs'
import { failure, step } from '../bootstrap/report.mjs'

const sources = ['shared', 'main', 'renderer', 'build', 'package.json', 'package-lock.json']
const stampFile = inOut('build.stamp')

/**
 * Builds; `--force` builds even where nothing changed.
 * @param {string[]} args
 */
export async function perform(args) {
  await ensureDependencies()
  await ensureBuild({ force: args.includes('--force') })
  return 0
}

/** Makes `out/` agree with the sources. */
export async function ensureBuild({ force = false } = {}) {
  await withLock(inOut('locks', 'build'), 'building', async () => {
    const current = await fingerprint(root, sources)
    if (!force && (await readStamp(stampFile)) === current) {
      step('Build: up to date')
      return
    }
    const started = performance.now()
    const node = findNode()
    const outcome = await run(
      node,
      [
        toolScript('electron-vite'),
        'build',
        '--config',
        inRoot('build', 'electron.vite.config.ts'),
        '--logLevel',
        'warn',
      ],
      { cwd: root, env: toolEnvironment(process.env, node), capture: true },
    )
    if (outcome.code !== 0) {
      process.stderr.write(outcome.stdout + outcome.stderr)
      throw failure('The build failed', 'read the message above; to repeat just this: npm run build')
    }
    process.stderr.write(outcome.stderr)
    await mkdir(inOut(), { recursive: true })
    await writeFile(stampFile, current)
    step(`Build: out/ written in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  })
}
