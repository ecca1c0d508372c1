/**
 * Which Electron a release may stand on: the pinned, supported one, with the checksum its npm package carries.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** The oldest major that still had security fixes when the pin was last moved; move both together. */
const oldestSupportedMajor = 43

/**
 * Why a pin must not be released, or nothing.
 * @param {string | undefined} pinned what package.json says
 * @param {string | undefined} installed the version in node_modules
 */
export function objectionToPin(pinned, installed) {
  if (!pinned || !/^\d+\.\d+\.\d+$/.test(pinned)) {
    return `package.json must pin one released Electron, not "${pinned ?? ''}"`
  }
  if (Number.parseInt(pinned, 10) < oldestSupportedMajor) {
    return `Electron ${pinned} is not supported any more`
  }
  if (pinned !== installed) {
    return `package.json pins Electron ${pinned}, node_modules has ${installed ?? 'none'}`
  }
  return undefined
}

/**
 * The name of the archive a platform's release is made of.
 * @param {string} version
 * @param {string} platform as in `process.platform`
 * @param {string} arch
 */
export function archiveName(version, platform, arch) {
  return `electron-v${version}-${platform}-${arch}.zip`
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(/** @type {string} */ file) {
  const digest = createHash('sha256')
  await pipeline(createReadStream(file), digest)
  return digest.digest('hex')
}
