import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '#main/ipc/app-error.ts'
import { storageFault } from '#main/ipc/storage-fault.ts'
import { migrations, runMigration } from '#main/store/migrations.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'

/**
 * Copies a portfolio as it is at one moment, others may be writing to it, into a file that is whole and on disk when it
 * stands under its name. Every row is read on the way, so a damaged portfolio never becomes a backup.
 * @throws the driver's error, which `storageFault` tells apart.
 */
export function copyPortfolio(from: string, to: string): void {
  const draft = `${to}.tmp`
  rmSync(draft, { force: true })
  const database = new (loadSqliteDriver().module.DatabaseSync)(from, { readOnly: true })
  try {
    database.prepare('VACUUM INTO ?').run(draft)
    chmodSync(draft, 0o600)
    flush(draft)
    renameSync(draft, to)
    flush(dirname(to))
  } catch (thrown) {
    rmSync(draft, { force: true })
    throw thrown
  } finally {
    database.close()
  }
}

/**
 * Looks whether a file is a portfolio this program, or an earlier one, has made. What is not exactly its tables,
 * indexes and triggers is not opened by anything else: a file can carry statements of its own (security C64).
 * @throws AppError `FILE_NOT_A_BACKUP`, or `DATA_TOO_NEW` when a newer program made it.
 */
export function checkPortfolio(path: string): void {
  const { DatabaseSync } = loadSqliteDriver().module
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    database.exec('PRAGMA trusted_schema = OFF')
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (version > migrations.length) {
      throw new AppError('DATA_TOO_NEW', `the backup is of version ${version}`)
    }
    if (version < 1 || schemaOf(database) !== schemaOfVersion(version)) {
      throw new AppError('FILE_NOT_A_BACKUP', 'the file is not a portfolio')
    }
  } catch (thrown) {
    throw storageFault(thrown) === 'DATA_DAMAGED'
      ? new AppError('FILE_NOT_A_BACKUP', 'the file cannot be read as a portfolio')
      : thrown
  } finally {
    database.close()
  }
}

type Database = InstanceType<ReturnType<typeof loadSqliteDriver>['module']['DatabaseSync']>

function schemaOf(database: Database): string {
  const rows = database
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all()
    .filter(({ name }) => !String(name).startsWith('sqlite_'))
  return JSON.stringify(rows.map(({ type, name, tbl_name, sql }) => [type, name, tbl_name, sql]))
}

/** The schema a portfolio of a version has. */
function schemaOfVersion(version: number): string {
  const database = new (loadSqliteDriver().module.DatabaseSync)(':memory:')
  try {
    migrations.slice(0, version).forEach((migration) => runMigration(database, migration))
    return schemaOf(database)
  } finally {
    database.close()
  }
}

/** Makes what was written outlast a power cut; Windows knows no such thing for folders. */
function flush(path: string): void {
  let file: number
  try {
    file = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  } catch {
    return
  }
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
