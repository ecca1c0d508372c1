import { join } from 'node:path'
import type { Backup } from '#shared/contract/backup.ts'
import { backupPath, listBackups } from './backup-folder.ts'
import { checkPortfolio, copyPortfolio } from './copy-portfolio.ts'
import { waitingPath } from './restored.ts'
import { backupFolderName, databaseFileName } from './store.ts'

/** The newest backup of a data folder that can be read; for when the portfolio cannot. */
export function newestReadable(dataFolder: string): Backup | null {
  const folder = join(dataFolder, backupFolderName)
  const isReadable = ({ id }: Backup): boolean => {
    try {
      checkPortfolio(backupPath(folder, id))
      return true
    } catch {
      return false
    }
  }
  return listBackups(folder).find(isReadable) ?? null
}

/** Lets a backup take the portfolio's place at the next start. @throws when it cannot be read after all. */
export function restoreBackup(dataFolder: string, id: string): void {
  copyPortfolio(
    backupPath(join(dataFolder, backupFolderName), id),
    waitingPath(join(dataFolder, databaseFileName)),
  )
}
