import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '#shared/contract/backup.ts'
import { backupId, readBackupId } from './backup-name.ts'
import { checkPortfolio } from './copy-portfolio.ts'

/** Where a backup lies. */
export function backupPath(folder: string, id: string): string {
  return join(folder, `${id}.db`)
}

/**
 * Where a portfolio goes whose place another takes. One that cannot be read is no backup and is listed as none, but it
 * is kept: somebody may yet save something out of it.
 */
export function putAsidePath(folder: string, portfolio: string, at: Date): string {
  makeFolder(folder)
  const id = backupId('replaced', at)
  try {
    checkPortfolio(portfolio)
    return backupPath(folder, id)
  } catch {
    return join(folder, `damaged-${id}.db`)
  }
}

/** The backups in a folder, newest first; other files there are none of ours. */
export function listBackups(folder: string): readonly Backup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const named = name.endsWith('.db') ? readBackupId(name.slice(0, -'.db'.length)) : null
      return named === null ? [] : [{ ...named, bytes: statSync(join(folder, name)).size }]
    })
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/** Makes the folder of the backups, readable by its owner only. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
