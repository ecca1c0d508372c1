import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'

/**
 * Brings what the write-ahead log holds into the database, as far as nobody reads what was before; returns how many
 * pages the log had. It waits for nobody and changes nothing that is committed.
 */
export function bringInLog(portfolioPath: string): number {
  const database = new (loadSqliteDriver().module.DatabaseSync)(portfolioPath)
  try {
    database.prepare('SELECT head FROM portfolio_head').get()
    return Number(database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()?.['log'] ?? 0)
  } finally {
    database.close()
  }
}
