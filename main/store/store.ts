import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { lockData } from './data-lock.ts'
import type { Reader, Writer } from './database.ts'
import { openDatabase } from './database.ts'
import { loadSqliteDriver } from './sqlite-driver.ts'

/** The portfolio and the user's own work on disk; main's only writer. */
export type Store = {
  readonly reader: Reader
  /** Runs one change as one transaction, then tells the listeners; on disk when it returns. */
  readonly commit: <T>(work: (writer: Writer) => T) => T
  /** As `commit`, for what changes customers or subscriptions. */
  readonly commitPortfolio: <T>(work: (writer: Writer) => T) => T
  /** As `commit`, for rows no view shows (a staged file): nobody is told. */
  readonly stage: (work: (writer: Writer) => void) => void
  /** Counts the commits of this run, so that snapshots can be ordered. */
  readonly revision: () => number
  readonly onCommit: (listener: () => void) => void
  /** Called when customers or subscriptions may have changed; `commitPortfolio` does. */
  readonly onPortfolioChange: (listener: () => void) => void
  readonly now: () => Date
  readonly newId: () => string
  /** The driver's name, for the About view. */
  readonly driverName: string
  readonly close: () => void
}

export type StoreOptions = {
  readonly dataFolder: string
  readonly clock?: (() => Date) | undefined
  readonly newId?: (() => string) | undefined
}

/** The database's file name inside the data folder. */
export const databaseFileName = 'portfolio.db'

/**
 * Opens the store of a data folder, which is made when it is missing, readable by its owner only.
 * @throws AppError `DATA_IN_USE` while another program of ours has it open, or one of `openDatabase`'s codes.
 */
export function openStore({ dataFolder, clock = () => new Date(), newId = randomUUID }: StoreOptions): Store {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    chmodSync(dataFolder, 0o700)
  } catch {
    throw new AppError('DATA_NOT_WRITABLE', 'the data folder cannot be made or written to')
  }
  const lock = lockData(dataFolder)
  const driver = loadSqliteDriver()
  const database = (() => {
    try {
      return openDatabase(join(dataFolder, databaseFileName), driver)
    } catch (thrown) {
      lock.release()
      throw thrown
    }
  })()
  const listeners: (() => void)[] = []
  const portfolioListeners: (() => void)[] = []
  let revision = 0
  const store: Store = {
    reader: database,
    commit: (work) => {
      const result = database.transaction(work)
      revision += 1
      listeners.forEach((listener) => listener())
      return result
    },
    commitPortfolio: (work) => {
      const result = database.transaction(work)
      portfolioListeners.forEach((listener) => listener())
      revision += 1
      listeners.forEach((listener) => listener())
      return result
    },
    stage: (work) => database.transaction(work),
    revision: () => revision,
    onCommit: (listener) => {
      listeners.push(listener)
    },
    onPortfolioChange: (listener) => {
      portfolioListeners.push(listener)
    },
    now: clock,
    newId,
    driverName: driver.name,
    close: () => {
      database.close()
      lock.release()
    },
  }
  sweep(store)
  return store
}

/** Brings derived columns to today and drops previews nobody came back for. */
function sweep(store: Store): void {
  const today = civilDateOf(store.now())
  const yesterday = new Date(store.now().getTime() - 24 * 3_600_000).toISOString()
  const isStale = store.reader.get(
    `SELECT 1 FROM customer WHERE next_end_date < :today UNION ALL SELECT 1 FROM import_preview WHERE created_at < :yesterday`,
    { today, yesterday },
  )
  if (isStale === undefined) {
    return
  }
  store.commit((writer) => {
    writer.run(
      `UPDATE customer SET next_end_date =
        (SELECT MIN(end_date) FROM subscription WHERE customer_rid = customer.rid AND end_date >= :today)
      WHERE next_end_date < :today`,
      { today },
    )
    writer.run('DELETE FROM import_preview WHERE created_at < :yesterday', { yesterday })
  })
}
