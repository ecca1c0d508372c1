/**
 * Where things lie: the checkout, its build output and the user's cache folder.
 */
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout this file belongs to, as an absolute path. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** An absolute path inside the checkout. */
export const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts)

/** An absolute path inside `out/`, which holds everything a run may write. */
export const inOut = (/** @type {string[]} */ ...parts) => join(root, 'out', ...parts)

/**
 * The folder that runtimes are kept in between checkouts.
 *
 * Root's own home is closed to other users, and the windows that root starts belong to one, so
 * root keeps its cache where a system service would.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {number | undefined} uid the effective user, `undefined` on Windows
 */
export function cacheFolder(env = process.env, platform = process.platform, uid = process.geteuid?.()) {
  if (env.MULTI_PARTNER_DESK_CACHE) return env.MULTI_PARTNER_DESK_CACHE
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'multi-partner-desk')
  }
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'multi-partner-desk')
  if (platform === 'linux' && uid === 0) return '/var/cache/multi-partner-desk'
  if (platform === 'darwin') return join(env.HOME ?? homedir(), 'Library', 'Caches', 'multi-partner-desk')
  return join(env.HOME ?? homedir(), '.cache', 'multi-partner-desk')
}
