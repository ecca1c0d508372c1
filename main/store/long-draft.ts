import type { DatabaseSync } from 'node:sqlite'

/**
 * Drafts by the thousand: several of them are committed as one, since each commit writes every page it has touched. Any
 * other change commits what has been written so far before its own.
 */
export type LongDraft<Writer> = {
  /** Runs one piece of it, to be seen by later pieces at once. @throws What broke it, when a commit has failed since. */
  readonly write: <T>(work: (writer: Writer) => T) => T
  /** Commits what has been written; on disk with the next change that is. @throws What broke it. */
  readonly commit: () => void
}

/** The place of a database's long draft, of which there is one at a time. */
export type LongDraftPlace<Writer> = {
  readonly open: () => LongDraft<Writer>
  /** Commits what has been written, for another change; what fails then is for those who write the draft. */
  readonly giveWay: () => void
}

/** Makes the place; `rollBack` ends a transaction that may have ended by itself. */
export function createLongDraft<Writer>(
  database: DatabaseSync,
  writer: Writer,
  rollBack: () => void,
): LongDraftPlace<Writer> {
  let current: LongDraft<Writer> | null = null
  const giveWay = () => {
    try {
      current?.commit()
    } catch {
      // It throws again, whenever its owner goes on.
    }
  }
  return {
    giveWay,
    open: () => {
      giveWay()
      current = begin(database, writer, rollBack)
      return current
    },
  }
}

function begin<Writer>(database: DatabaseSync, writer: Writer, rollBack: () => void): LongDraft<Writer> {
  let isOpen = false
  let broken: { readonly by: unknown } | null = null
  const guarded = <T>(work: () => T): T => {
    if (broken !== null) {
      throw broken.by
    }
    try {
      // A reading that failed for the disk's sake has taken the open transaction with it.
      if (isOpen && !database.isTransaction) {
        throw new Error('the draft was rolled back')
      }
      return work()
    } catch (thrown) {
      broken = { by: thrown }
      isOpen = false
      rollBack()
      database.exec('PRAGMA synchronous = FULL')
      throw thrown
    }
  }
  return {
    write: (work) =>
      guarded(() => {
        if (!isOpen) {
          database.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE')
          isOpen = true
        }
        return work(writer)
      }),
    commit: () =>
      guarded(() => {
        if (isOpen) {
          database.exec('COMMIT')
          isOpen = false
          database.exec('PRAGMA synchronous = FULL')
        }
      }),
  }
}
