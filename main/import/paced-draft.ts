import type { StartReader } from '#main/ports.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import type { LogKeeper } from './process/log-keeper.ts'
import { createLogKeeper } from './process/log-keeper.ts'

/** Writes what nothing shows yet, in pieces small enough for the window to answer between any two of them. */
export type PacedDraft = {
  /** Writes one piece, of at most {@link chunkRows} rows, and lets the event loop have its turn. */
  readonly write: <T>(work: (writer: Writer) => T) => Promise<T>
  /** Commits the rest, and ends when little of it is left in the write-ahead log. @throws What broke it. */
  readonly commit: () => Promise<void>
  /** To be called at the end, whatever happened. */
  readonly stop: () => void
}

/** The most rows of one piece. */
export const chunkRows = 200

/** How long one commit should take, in milliseconds: a save may have to wait for one. */
const commitMs = 15
/** A thousand rows at least: on a busy machine smaller commits take no shorter, and write several times as much. */
const fewestPieces = 5
const mostPieces = 100
/**
 * From how many pieces on the write-ahead log is kept short by another process; fewer are not worth its start. A thousand
 * customers with their subscriptions are some 110: records and their facts are written apart.
 */
const manyPieces = 150

/**
 * Begins to write. How many pieces are committed together is found by how long that takes: a page
 * that several of them touch is written once, and a save in between waits for no more than that.
 */
export function createPacedDraft(store: Store, startReader: StartReader): PacedDraft {
  const draft = store.openDraft()
  let log: LogKeeper | null = null
  let written = 0
  let pieces = 0
  let wanted = 10
  return {
    write: async (work) => {
      const result = draft.write(work)
      pieces += 1
      written += 1
      if (pieces >= wanted) {
        const began = performance.now()
        draft.commit()
        const took = performance.now() - began
        const fitting = Math.round((wanted * commitMs) / Math.max(took, commitMs / 2))
        wanted = Math.min(Math.max(fitting, fewestPieces), mostPieces)
        pieces = 0
        if (written >= manyPieces) {
          log ??= createLogKeeper(startReader, store)
          await log.afterCommit()
        }
      }
      await turn()
      return result
    },
    commit: async () => {
      draft.commit()
      await log?.bringIn()
    },
    stop: () => log?.end(),
  }
}

/** Lets the event loop have its turn. */
export async function turn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
}
