import { chmodSync, existsSync } from 'node:fs'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { storageFault } from '#main/ipc/storage-fault.ts'
import { createDayIn } from './day-in.ts'
import { fold } from './fold.ts'
import type { ListingKind, Listings } from './listings.ts'
import { createListings } from './listings.ts'
import type { LongDraft } from './long-draft.ts'
import { createLongDraft } from './long-draft.ts'
import { migrations, runMigration } from './migrations.ts'
import { readingSchema } from './reading.ts'
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
  /** As `transaction`, but on disk only with the next one that is: for rows nothing shows yet. */
  readonly draft: <T>(work: (writer: Writer) => T) => T
  /** Begins a long draft; there is one at a time. */
  readonly openDraft: () => LongDraft<Writer>
  /**
   * While held, a commit leaves the write-ahead log as long as it is: whoever holds it has it brought into the database
   * meanwhile, by another process, which costs this one nothing.
   */
  readonly holdLog: (isHeld: boolean) => void
  /** Reads the portfolio as it was on a day, when an import was the newest; `work` must not wait. */
  readonly readAsOf: <T>(importRid: number, today: CivilDate, work: () => T) => T
  /** Makes another database file's tables readable under a name, until `detach`. */
  readonly attach: (path: string, name: string) => void
  readonly detach: (name: string) => void
  /** What the imports listed, at the reading's head. */
  readonly listings: Listings
  readonly close: () => void
}

/**
 * Opens (or makes) the database file and brings it to the newest version; `beforeMigration` is called when it holds
 * something and is of an earlier one.
 * @throws AppError `DATA_TOO_NEW` when a newer program wrote it, `DATA_DAMAGED` when it is no database,
 * `DATA_NOT_WRITABLE` when the disk or its permissions refuse. The file is left as it was.
 */
export function openDatabase(
  path: string,
  driver: SqliteDriver,
  beforeMigration: () => void = () => undefined,
): Database {
  let database: DatabaseSync | null = null
  try {
    database = new driver.module.DatabaseSync(path)
    return wrap(database, prepare(database, path, beforeMigration))
  } catch (thrown) {
    database?.close()
    throw toOpenError(thrown)
  }
}

/** A second connection, which can only read: for a thread of its own beside the writer's. */
export type ReadOnlyDatabase = Reader & Pick<Database, 'readAsOf' | 'listings' | 'close'>

/** Opens the file of a program that has it open already; what that has committed is seen by the next statement. */
export function openForReading(path: string, driver: SqliteDriver): ReadOnlyDatabase {
  const database = new driver.module.DatabaseSync(path, { readOnly: true })
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;')
  addFunctions(database)
  return wrap(database, prepareReading(database))
}

function addFunctions(database: DatabaseSync): void {
  database.function('fold', { deterministic: true }, foldCached())
  database.function('day_in', { deterministic: true }, createDayIn())
}

function prepare(database: DatabaseSync, path: string, beforeMigration: () => void): Reading {
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
    PRAGMA journal_size_limit = 33554432;
  `)
  addFunctions(database)
  if (version > 0 && version < migrations.length) {
    beforeMigration()
  }
  migrate(database, version)
  const reading = prepareReading(database)
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) {
      chmodSync(path + suffix, 0o600)
    }
  }
  return reading
}

/** Tables are replaced while others refer to them, so the references are checked at the end and not on the way. */
function migrate(database: DatabaseSync, version: number): void {
  const missing = migrations.slice(version)
  if (missing.length === 0) {
    return
  }
  database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
  try {
    for (const migration of missing) {
      runMigration(database, migration)
    }
    const broken = database.prepare('PRAGMA foreign_key_check').get()
    if (broken !== undefined) {
      throw new AppError('DATA_DAMAGED', `a reference leads nowhere: ${String(broken['table'])}`)
    }
    // A migration may change what is counted, or how; the next start counts anew.
    database.exec(`DELETE FROM kept_total; PRAGMA user_version = ${migrations.length}; COMMIT`)
  } catch (thrown) {
    if (database.isTransaction) {
      database.exec('ROLLBACK')
    }
    throw thrown
  }
  database.exec('PRAGMA foreign_keys = ON')
}

/** What a reading is told by: which import is taken for the newest, and what each import listed. */
type Reading = {
  readonly setAsOf: (importRid: number | null, today: string | null) => void
  readonly listings: Listings
}

function prepareReading(database: DatabaseSync): Reading {
  const headStatement = database.prepare('SELECT head FROM portfolio_head')
  let asOf: number | null = null
  let head: number | null = null
  const listings = createListings(database, () => {
    head ??= Number(headStatement.get()?.['head'] ?? 0)
    return asOf ?? head
  })
  database.function('last_listing', (kind: unknown, rid: unknown) =>
    listings.lastListing(kind as ListingKind, Number(rid)),
  )
  database.function('absent_since', (kind: unknown, rid: unknown) =>
    listings.absentSince(kind as ListingKind, Number(rid)),
  )
  database.exec(readingSchema)
  const setStatement = database.prepare('UPDATE temp.reading SET as_of = ?, today = ?')
  return {
    setAsOf: (importRid, today) => {
      asOf = importRid
      setStatement.run(importRid, today)
    },
    listings: {
      ...listings,
      reset: () => {
        head = null
        listings.reset()
      },
    },
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

function wrap(database: DatabaseSync, reading: Reading): Database {
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
  const rollBack = () => {
    // A full disk has rolled it back already, and saying so would hide why.
    if (database.isTransaction) {
      database.exec('ROLLBACK')
    }
  }
  const longDraft = createLongDraft(database, writer, rollBack)
  const transaction = <T>(work: (writer: Writer) => T): T => {
    longDraft.giveWay()
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work(writer)
      database.exec('COMMIT')
      return result
    } catch (thrown) {
      rollBack()
      throw thrown
    }
  }
  return {
    ...reader,
    transaction,
    draft: (work) => {
      longDraft.giveWay()
      database.exec('PRAGMA synchronous = NORMAL')
      try {
        return transaction(work)
      } finally {
        database.exec('PRAGMA synchronous = FULL')
      }
    },
    openDraft: longDraft.open,
    holdLog: (isHeld) => {
      database.exec(`PRAGMA wal_autocheckpoint = ${isHeld ? 0 : 1000}`)
    },
    readAsOf: (importRid, today, work) => {
      reading.setAsOf(importRid, today)
      try {
        return work()
      } finally {
        reading.setAsOf(null, null)
      }
    },
    attach: (path, name) => {
      longDraft.giveWay()
      database.prepare(`ATTACH ? AS ${name}`).run(path)
      // Its rows are looked up here and there, not one after the other.
      database.exec(`PRAGMA ${name}.cache_size = -16384`)
    },
    detach: (name) => {
      longDraft.giveWay()
      database.exec(`DETACH ${name}`)
    },
    listings: reading.listings,
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
  const code =
    storageFault(thrown) ?? (/already exists|duplicate column/i.test(message) ? 'DATA_DAMAGED' : null)
  return code === null ? thrown : new AppError(code, `the data file cannot be opened: ${message}`)
}
