import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What was wider than its owner, and no longer is. */
export type Tightened = { readonly name: string; readonly mode: string }

/**
 * Makes a folder the owner's alone, with what it directly holds; the umask is not relied on, nor is what an earlier
 * program or a restored backup left (security C61). Windows keeps such things elsewhere, and nothing is done there.
 */
export function claimFolder(folder: string): readonly Tightened[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const held = readdirSync(folder).map((name) => join(folder, name))
  return process.platform === 'win32' ? [] : [folder, ...held].flatMap(tighten)
}

function tighten(path: string): Tightened[] {
  const seen = lstatSync(path, { throwIfNoEntry: false })
  const isOurs = seen?.isFile() === true || seen?.isDirectory() === true
  if (seen === undefined || !isOurs || (seen.mode & 0o077) === 0) {
    return []
  }
  chmodSync(path, seen.isDirectory() ? 0o700 : 0o600)
  return [{ name: seen.isDirectory() ? 'folder' : 'file', mode: (seen.mode & 0o777).toString(8) }]
}

/** Whether files can be made in a folder; finds out by making one. */
export function isWritableFolder(folder: string): boolean {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '', { flag: 'wx', mode: 0o600 })
    rmSync(probe)
    return true
  } catch {
    return false
  }
}
