/**
 * Whether a build is still what its sources say: a hash over the names, sizes and times of files.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A hash that changes when a file below one of `places` is added, removed or written.
 * @param {string} base
 * @param {string[]} places files or folders below `base`; missing ones count as empty
 */
export async function fingerprint(base, places) {
  const digest = createHash('sha256')
  for (const place of places.toSorted()) await add(digest, base, place)
  return digest.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} digest
 * @param {string} base
 * @param {string} place
 */
async function add(digest, base, place) {
  const found = await stat(join(base, place)).catch(() => undefined)
  if (!found) return
  if (found.isDirectory()) {
    for (const name of (await readdir(join(base, place))).toSorted()) {
      await add(digest, base, `${place}/${name}`)
    }
    return
  }
  digest.update(`${place}\0${found.size}\0${found.mtimeMs}\n`)
}

/**
 * The text of a stamp file, or nothing where there is none.
 * @param {string} file
 */
export async function readStamp(file) {
  return readFile(file, 'utf8').catch(() => '')
}
