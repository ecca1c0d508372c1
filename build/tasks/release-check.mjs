/**
 * `release:check [PLATFORM-ARCH…]`: puts the verified archives of the pinned Electron where electron-builder looks
 * for them. Without this step `out/release-electron` is missing and no installer can be built at all.
 */
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { ensureDependencies, findNode, toolEnvironment } from '../bootstrap/dependencies.mjs'
import { inOut, inRoot } from '../bootstrap/paths.mjs'
import { run } from '../bootstrap/processes.mjs'
import { archiveName, objectionToPin, sha256Of } from '../bootstrap/release.mjs'
import { failure, step } from '../bootstrap/report.mjs'

/**
 * Verifies and places one archive for each platform named, this machine's when none is.
 * @param {string[]} args such as `win32-x64`
 */
export async function perform(args) {
  await ensureDependencies()
  // Electron's downloader needs a newer Node than the one that may have started us.
  if (Number.parseInt(process.versions.node, 10) < 24) {
    const again = [inRoot('build', 'run.mjs'), 'release:check', ...args]
    return (await run(findNode(), again, { env: toolEnvironment() })).code
  }
  const target = inOut('release-electron')
  await rm(target, { recursive: true, force: true })
  const { devDependencies } = readJson(inRoot('package.json'))
  const manifest = inRoot('node_modules', 'electron', 'package.json')
  const version = existsSync(manifest) ? readJson(manifest).version : undefined
  const objection = objectionToPin(devDependencies.electron, version)
  if (objection) throw failure(objection, 'correct the pin in package.json, then run: npm install')

  const checksums = readJson(inRoot('node_modules', 'electron', 'checksums.json'))
  await mkdir(target, { recursive: true })
  for (const name of args.length > 0 ? args : [`${process.platform}-${process.arch}`]) {
    const [platform = '', arch = ''] = name.split('-')
    const archive = archiveName(version, platform, arch)
    if (!checksums[archive]) {
      throw failure(`Electron ${version} has no ${name}`, 'name platforms like win32-x64')
    }
    await copyFile(await fetchArchive(version, platform, arch, checksums), join(target, archive))
    if ((await sha256Of(join(target, archive))) !== checksums[archive]) {
      await rm(target, { recursive: true, force: true })
      throw failure(
        `${archive} does not have the checksum it must have`,
        'delete Electron’s download cache and try again',
      )
    }
    step(`Release: ${archive} is the pinned Electron, checksum verified`)
  }
  return 0
}

/**
 * @param {string} version
 * @param {string} platform
 * @param {string} arch
 * @param {Record<string, string>} checksums
 */
async function fetchArchive(version, platform, arch, checksums) {
  const { downloadArtifact } = await import('@electron/get')
  try {
    return await downloadArtifact({ version, platform, arch, artifactName: 'electron', checksums })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failure(
      `Electron ${version} could not be fetched: ${reason}`,
      'run this where Electron’s download is reachable',
    )
  }
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
