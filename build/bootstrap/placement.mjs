/**
 * Bringing the built app and a runtime together without two checkouts fighting over one runtime folder.
 */
import { existsSync } from 'node:fs'
import {
  chmod,
  copyFile,
  cp,
  link,
  mkdir,
  readdir,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { readStamp } from './fingerprint.mjs'

/**
 * @typedef {object} Placement what starts the app: this executable with these arguments before any other
 * @property {string} executable
 * @property {string[]} args
 */

/** What of a checkout a started app reads. */
const appFiles = ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/renderer.manifest.json']
/** What the harness runtime reads besides: the stand-in database driver and its loader. */
const standIn = ['node_modules/@photostructure/sqlite', 'node_modules/node-gyp-build']

/**
 * Says how to start the app of `checkout` on a runtime, making a folder of links below `folder` where the runtime
 * has no loader of its own and takes only an app that lies at its `resources/app`.
 * @param {string} executable the runtime's
 * @param {string} checkout
 * @param {string} folder where the links may be made; this checkout's alone
 * @returns {Promise<Placement>}
 */
export async function placeApp(executable, checkout, folder) {
  const source = dirname(await realpath(executable))
  const loader = join(source, 'resources', 'default_app.asar')
  if (process.platform !== 'linux' || existsSync(loader)) return { executable, args: [checkout] }
  const linked = join(folder, basename(executable))
  // An app may be running from a folder that is right already.
  const { size, mtimeMs } = await stat(executable)
  const key = [source, checkout, size, mtimeMs].join('\n')
  if ((await readStamp(join(folder, 'placed'))) === key) return { executable: linked, args: [] }
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  // Electron looks for its files beside the executable the kernel reports, which a symbolic link is not.
  await linkOrCopy(executable, linked)
  await linkEach(source, folder, [basename(executable), 'resources'])
  await linkEach(join(source, 'resources'), join(folder, 'resources'), ['app'])
  await symlink(checkout, join(folder, 'resources', 'app'))
  await writeFile(join(folder, 'placed'), key)
  return { executable: linked, args: [] }
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string[]} except
 */
async function linkEach(from, to, except) {
  for (const name of await readdir(from)) {
    if (!except.includes(name)) await symlink(join(from, name), join(to, name))
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function linkOrCopy(from, to) {
  try {
    await link(from, to)
  } catch {
    // Another file system, or a kernel that links only what one owns.
    await copyFile(from, to)
    await chmod(to, 0o755)
  }
}

/**
 * Copies what a started app reads to a place that every user may read, for a checkout in a closed folder.
 * @param {string} checkout
 * @param {string} target an empty folder
 */
export async function copyApp(checkout, target) {
  for (const path of [...appFiles, ...standIn]) {
    const from = join(checkout, path)
    if (existsSync(from)) await cp(from, join(target, path), { recursive: true, dereference: true })
  }
}
