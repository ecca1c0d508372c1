import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { backupPath, makeFolder, putAsidePath } from './backup-folder.ts'
import { backupId } from './backup-name.ts'
import { copyPortfolio } from './copy-portfolio.ts'
import { lockData } from './data-lock.ts'
import type { Reader, Writer } from './database.ts'
import { openDatabase } from './database.ts'
import type { Listings } from './listings.ts'
import type { LongDraft } from './long-draft.ts'
import { takeRestored } from './restored.ts'
import { loadSqliteDriver } from './sqlite-driver.ts'
import { createTouchedTables } from './statement-tables.ts'

/** The portfolio and the user's own work on disk; main's only writer. */
export type Store = {
  readonly reader: Reader
  /** Runs one change as one transaction, then tells the listeners; on disk when it returns. */
  readonly commit: <T>(work: (writer: Writer) => T) => T
  /** As `commit`, for what changes customers or subscriptions. */
  readonly commitPortfolio: <T>(work: (writer: Writer) => T) => T
  /** A chunk of what no view shows yet: nobody is told, and it is on disk with the next commit. */
  readonly draft: <T>(work: (writer: Writer) => T) => T
  /** Begins drafts by the thousand, several of them committed as one; nobody is told. There is one at a time. */
  readonly openDraft: () => LongDraft<Writer>
  /** While held, commits leave the write-ahead log to whoever holds it, to be brought in by another process. */
  readonly holdLog: (isHeld: boolean) => void
  /** Reads the portfolio as it was on a day, when an import was the newest; `work` must not wait. */
  readonly readAsOf: <T>(importRid: number, today: CivilDate, work: () => T) => T
  /** What the imports listed, at the reading's head. */
  readonly listings: Omit<Listings, 'reset'>
  readonly attach: (path: string, name: string) => void
  readonly detach: (name: string) => void
  /** Counts the commits of this run, so that snapshots can be ordered. */
  readonly revision: () => number
  /** Told after each commit, with the tables it wrote to and the views that show them; `null` when it may be any. */
  readonly onCommit: (listener: (touched: ReadonlySet<string> | null) => void) => void
  /** Called when customers or subscriptions may have changed; `commitPortfolio` does. */
  readonly onPortfolioChange: (listener: () => void) => void
  readonly now: () => Date
  readonly newId: () => string
  /** The driver's name, for the About view. */
  readonly driverName: string
  /** The database file. */
  readonly path: string
  /** Where backups are kept. */
  readonly backupFolder: string
  /** Refuses every change until what it gives is called: another portfolio is about to take this one's place. */
  readonly hold: () => () => void
  /** Where previewed files wait, each in a database of its own. */
  readonly stagingFolder: string
  /** False once closed; work that goes on by itself ends then. */
  readonly isOpen: () => boolean
  readonly close: () => void
}

export type StoreOptions = {
  readonly dataFolder: string
  readonly clock?: (() => Date) | undefined
  readonly newId?: (() => string) | undefined
}

/** The database's file name inside the data folder. */
export const databaseFileName = 'portfolio.db'

/** The folder of backups inside the data folder. */
export const backupFolderName = 'backups'

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
  const path = join(dataFolder, databaseFileName)
  const backupFolder = join(dataFolder, backupFolderName)
  const database = (() => {
    try {
      takeRestored(path, () => putAsidePath(backupFolder, path, clock()))
      return openDatabase(path, driver, () => {
        makeFolder(backupFolder)
        copyPortfolio(path, backupPath(backupFolder, backupId('migration', clock())))
      })
    } catch (thrown) {
      lock.release()
      throw thrown
    }
  })()
  const listeners: ((touched: ReadonlySet<string> | null) => void)[] = []
  const startTouched = createTouchedTables(database)
  const portfolioListeners: (() => void)[] = []
  let revision = 0
  let isOpen = true
  let isHeld = false
  const mayChange = <T>(change: () => T): T => {
    if (isHeld) {
      throw new AppError('SHUTTING_DOWN', 'another portfolio takes this one’s place at the next start')
    }
    return change()
  }
  return {
    reader: database,
    commit: (work) => {
      const touched = startTouched()
      const result = mayChange(() =>
        database.transaction((writer) =>
          work({
            ...writer,
            run: (sql, parameters) => {
              touched.add(sql)
              return writer.run(sql, parameters)
            },
          }),
        ),
      )
      revision += 1
      listeners.forEach((listener) => listener(touched.all()))
      return result
    },
    commitPortfolio: (work) => {
      const result = mayChange(() => database.transaction(work))
      database.listings.reset()
      portfolioListeners.forEach((listener) => listener())
      revision += 1
      listeners.forEach((listener) => listener(null))
      return result
    },
    draft: (work) => mayChange(() => database.draft(work)),
    openDraft: () => {
      const { write, commit } = database.openDraft()
      return { write: (work) => mayChange(() => write(work)), commit }
    },
    holdLog: database.holdLog,
    readAsOf: database.readAsOf,
    listings: database.listings,
    attach: database.attach,
    detach: database.detach,
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
    path,
    backupFolder,
    hold: () => {
      isHeld = true
      return () => {
        isHeld = false
      }
    },
    stagingFolder: join(dataFolder, 'staging'),
    isOpen: () => isOpen,
    close: () => {
      isOpen = false
      database.close()
      lock.release()
    },
  }
}
