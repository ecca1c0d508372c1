/**
 * Which Electron a run uses: the one asked for, the installed one, a downloaded one, or the test harness runtime.
 */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { findNode, toolEnvironment } from './dependencies.mjs'
import { ensureHarness } from './harness.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder, inOut, inRoot } from './paths.mjs'
import { run } from './processes.mjs'
import { failure, step } from './report.mjs'

/**
 * @typedef {object} Runtime
 * @property {'override' | 'installed' | 'downloaded' | 'harness'} kind
 * @property {string} executable absolute path
 * @property {string} description what a person reads in the step line
 */

/**
 * @typedef {object} Probes each answers with a runtime, or with nothing where its source has none
 * @property {() => Promise<Runtime | undefined>} override
 * @property {() => Promise<Runtime | undefined>} installed
 * @property {() => Promise<Runtime | undefined>} download
 * @property {() => Promise<Runtime | undefined>} harness
 */

/**
 * The first runtime in the order of preference; later sources are not asked once one has answered.
 * @param {Probes} probes
 * @returns {Promise<Runtime>}
 */
export async function chooseRuntime(probes) {
  const found =
    (await probes.override()) ??
    (await probes.installed()) ??
    (await probes.download()) ??
    (await probes.harness())
  if (found) return found
  throw failure(
    `No Electron for ${process.platform} on ${process.arch}: its download does not answer`,
    'run: npx install-electron (or set MULTI_PARTNER_DESK_ELECTRON to an Electron executable)',
  )
}

/** Provides an Electron and says in one line which. */
export async function ensureRuntime() {
  const runtime = await chooseRuntime({
    override: async () => fromOverride(process.env.MULTI_PARTNER_DESK_ELECTRON),
    installed: async () => installed('installed'),
    download,
    harness: async () => {
      const executable = await ensureHarness()
      if (!executable) return undefined
      const description = 'Electron 33.2.1, the test harness runtime: end-of-life, never shipped'
      return { kind: 'harness', executable, description }
    },
  })
  step(`Runtime: ${runtime.description}`)
  return runtime
}

/**
 * The runtime a developer named; a wrong name is an error, not a reason to take another.
 * @param {string | undefined} path an executable
 * @returns {Runtime | undefined}
 */
export function fromOverride(path) {
  if (!path) return undefined
  if (!existsSync(path)) {
    throw failure(
      `MULTI_PARTNER_DESK_ELECTRON names ${path}, which does not exist`,
      'correct or unset MULTI_PARTNER_DESK_ELECTRON',
    )
  }
  return { kind: 'override', executable: path, description: `${path} (MULTI_PARTNER_DESK_ELECTRON)` }
}

/**
 * @param {'installed' | 'downloaded'} kind
 * @returns {Runtime | undefined}
 */
function installed(kind) {
  const folder = inRoot('node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const present = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    if (present !== version || !existsSync(executable)) return undefined
    return { kind, executable, description: `Electron ${version}` }
  } catch {
    return undefined
  }
}

/** How long the download may stay silent before its first byte, in milliseconds. */
const silence = 20_000
/** How long the whole download may take, in milliseconds. */
const patience = 20 * 60_000
/** For how long a failed attempt spares the next runs a new one, in milliseconds. */
const memory = 6 * 60 * 60_000

/** @returns {Promise<Runtime | undefined>} */
async function download() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return undefined
  const failed = join(cacheFolder(), 'electron-download-failed')
  const triedAt = (await stat(failed).catch(() => undefined))?.mtimeMs ?? 0
  if (Date.now() - triedAt < memory) return undefined
  return withLock(inOut('locks', 'electron'), 'downloading Electron', async () => {
    if (!installed('downloaded')) {
      step('Runtime: trying the download of the pinned Electron')
      await fetchElectron()
    }
    const found = installed('downloaded')
    if (!found) {
      step(
        'Runtime: the download does not answer here (asked again in six hours; npx install-electron tries now)',
      )
      await mkdir(dirname(failed), { recursive: true })
      await writeFile(failed, new Date().toISOString())
    }
    return found
  })
}

/** Runs Electron's own installer, which verifies the checksum, and gives up early where nothing arrives. */
async function fetchElectron() {
  // A folder of our own for its temporary file lets us see whether bytes arrive without knowing from where.
  const temporary = await mkdtemp(join(tmpdir(), 'multi-partner-desk-electron-'))
  const giveUp = new AbortController()
  try {
    const node = findNode()
    const env = { ...toolEnvironment(process.env, node), TMPDIR: temporary, TEMP: temporary, TMP: temporary }
    const installing = run(node, [inRoot('node_modules', 'electron', 'install.js')], {
      env,
      capture: true,
      signal: giveUp.signal,
    })
    let done = false
    const finished = installing.then(() => (done = true))
    const started = Date.now()
    let arrived = false
    while (!done) {
      await Promise.race([finished, pause(500)])
      arrived ||= (await sizeOf(temporary)) > 0 || existsSync(inRoot('node_modules', 'electron', 'dist'))
      if (Date.now() - started > (arrived ? patience : silence)) giveUp.abort()
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function sizeOf(folder) {
  let bytes = 0
  for (const name of await readdir(folder, { recursive: true })) {
    // The installer moves its file away when it is complete.
    const found = await stat(join(folder, name)).catch(() => undefined)
    bytes += found?.isFile() ? found.size : 0
  }
  return bytes
}
