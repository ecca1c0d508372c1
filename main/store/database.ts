import { chmodSync, existsSync } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { AppError } from '#main/ipc/app-error.ts'
import { createDayIn } from './day-in.ts'
import { fold } from './fold.ts'
import { migrations } from './migrations.ts'
import type { SqliteDriver } from './sqlite-driver.ts'

/** Named values of a statement. */
export type Parameters = { readonly [name: string]: SQLInputValue }

/** The reading half of the database: all that a projection gets. */
export type Reader = {
  readonly all: <Row>(sql: string, parameters?: Parameters) => Row[]
  readonly get: <Row>(sql: string, parameters?: Parameters) => Row | undefined
}

/** The writing half; exists only inside a transaction. */
export type Writer = Reader & {
  readonly run: (sql: string, parameters?: Parameters) => { readonly changes: number }
}

/** One SQLite file with one writer. */
export type Database = Reader & {
  /** Runs all or nothing; what it wrote is on disk when it returns. */
  readonly transaction: <T>(work: (writer: Writer) => T) => T
  readonly close: () => void
}

/**
 * Opens (or makes) the database file and brings it to the newest version.
 * @throws AppError `DATA_TOO_NEW` when a newer program wrote it, `DATA_DAMAGED` when it is no database,
 * `DATA_NOT_WRITABLE` when the disk or its permissions refuse. The file is left as it was.
 */
export function openDatabase(path: string, driver: SqliteDriver): Database {
  let database: DatabaseSync | null = null
  try {
    database = new driver.module.DatabaseSync(path)
    prepare(database, path)
    return wrap(database)
  } catch (thrown) {
    database?.close()
    throw toOpenError(thrown)
  }
}

function prepare(database: DatabaseSync, path: string): void {
  const version = userVersion(database)
  if (version > migrations.length) {
    throw new AppError(
      'DATA_TOO_NEW',
      `the data is of version ${version}, this program knows ${migrations.length}`,
    )
  }
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 5000;
    PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY;
  `)
  database.function('fold', { deterministic: true }, foldCached())
  database.function('day_in', { deterministic: true }, createDayIn())
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) {
      database.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
    }
  }
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) {
      chmodSync(path + suffix, 0o600)
    }
  }
}

/** Offers, states and the like repeat a million times; folding each of them once is enough. */
function foldCached(): (text: unknown) => string | null {
  const known = new Map<string, string>()
  return (text) => {
    if (typeof text !== 'string') {
      return null
    }
    let folded = known.get(text)
    if (folded === undefined) {
      folded = fold(text)
      if (known.size >= 50_000) {
        known.clear()
      }
      known.set(text, folded)
    }
    return folded
  }
}

function userVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get()
  return Number(row?.['user_version'] ?? 0)
}

function wrap(database: DatabaseSync): Database {
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) {
      return known
    }
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const reader: Reader = {
    all: <Row>(sql: string, parameters: Parameters = {}) => statement(sql).all(parameters) as Row[],
    get: <Row>(sql: string, parameters: Parameters = {}) => statement(sql).get(parameters) as Row | undefined,
  }
  const writer: Writer = {
    ...reader,
    run: (sql, parameters = {}) => ({ changes: Number(statement(sql).run(parameters).changes) }),
  }
  return {
    ...reader,
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work(writer)
        database.exec('COMMIT')
        return result
      } catch (thrown) {
        database.exec('ROLLBACK')
        throw thrown
      }
    },
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

function toOpenError(thrown: unknown): unknown {
  if (thrown instanceof AppError) {
    return thrown
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (/not a database|malformed|corrupt|disk image|already exists|duplicate column/i.test(message)) {
    return new AppError('DATA_DAMAGED', `the data file cannot be read: ${message}`)
  }
  if (/unable to open|readonly|read-only|permission|access|disk is full|I\/O/i.test(message)) {
    return new AppError('DATA_NOT_WRITABLE', `the data file cannot be opened for writing: ${message}`)
  }
  return thrown
}
