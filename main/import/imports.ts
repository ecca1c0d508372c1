import { AppError } from '#main/ipc/app-error.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { Store } from '#main/store/store.ts'
import { applyStaged } from './apply.ts'
import { compareStaged, readPreviewFacts } from './staging/compare.ts'
import type { Comparison, PreviewFacts } from './staging/preview-facts.ts'
import {
  isStaged,
  openStagingDatabase,
  removeStaged,
  stagingPath,
  sweepStaged,
} from './staging/staging-file.ts'
import { hasLeftovers, sweepNextEnds, sweepVersions } from './sweep.ts'

/** What changes the portfolio, one thing at a time. */
export type Imports = {
  /** What a preview is. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly preview: (previewId: string) => PreviewFacts
  /** Applies a preview and returns the import's id. @throws AppError `PREVIEW_NOT_FOUND` or `CANCELLED`. */
  readonly apply: (previewId: string, job: JobHandle) => Promise<string>
  /** Drops a preview. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly discard: (previewId: string) => void
  /** Ends when nothing of an earlier import that does not count is left. */
  readonly settled: () => Promise<void>
}

/** Makes the gateway of a store, and begins to take away what a killed run has left. */
export function createImports(store: Store): Imports {
  let last: Promise<unknown> = Promise.resolve()
  /** Runs when what was begun before has ended, however it did. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = last
    const mine = (async () => {
      await before.catch(() => undefined)
      return work()
    })()
    last = mine
    return mine
  }
  const sweep = async () => {
    if (store.isOpen() && hasLeftovers(store.reader)) {
      await sweepVersions(store)
    }
  }
  sweepStaged(store.stagingFolder, store.now())
  sweepNextEnds(store)
  void inTurn(sweep)

  return {
    preview: (previewId) => {
      checkStaged(store, previewId)
      return factsOf(stagingPath(store.stagingFolder, previewId))
    },
    apply: async (previewId, job) =>
      inTurn(async () => {
        checkStaged(store, previewId)
        await sweep()
        const path = stagingPath(store.stagingFolder, previewId)
        try {
          const importId = await applyStaged(store, factsOf(path), compareStaged(path, store.path), job)
          removeStaged(store.stagingFolder, previewId)
          return importId
        } catch (thrown) {
          void inTurn(sweep)
          throw thrown
        }
      }),
    discard: (previewId) => {
      checkStaged(store, previewId)
      removeStaged(store.stagingFolder, previewId)
    },
    settled: async () => inTurn(sweep),
  }
}

/** Compares a preview with the portfolio as it is. */
export function compareNow(store: Store, previewId: string): Comparison {
  return compareStaged(stagingPath(store.stagingFolder, previewId), store.path)
}

function checkStaged(store: Store, previewId: string): void {
  if (!isStaged(store.stagingFolder, previewId)) {
    throw new AppError('PREVIEW_NOT_FOUND', 'the preview was applied or discarded before')
  }
}

function factsOf(path: string): PreviewFacts {
  const staging = openStagingDatabase(path, { readOnly: true })
  try {
    return readPreviewFacts(staging)
  } finally {
    staging.close()
  }
}
