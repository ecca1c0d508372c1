import { AppError } from '#main/ipc/app-error.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { StartReader } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { applyStaged } from './apply.ts'
import { mergeCustomers } from './merge.ts'
import { compareInProcess } from './process/file-reader.ts'
import { createQueue } from './queue.ts'
import type { StagedAnswer } from './staging/answer-identity.ts'
import { answerIdentities } from './staging/answer-identity.ts'
import type { Choice } from './staging/choose.ts'
import { chooseRows, declareFullList } from './staging/choose.ts'
import { readPreviewFacts } from './staging/compare.ts'
import type { Comparison, PreviewFacts } from './staging/preview-facts.ts'
import {
  isStaged,
  openStagingDatabase,
  removeStaged,
  stagingPath,
  sweepStaged,
} from './staging/staging-file.ts'
import { hasLeftovers, sweepNextEnds, sweepVersions } from './sweep.ts'
import { undoImport } from './undo-import.ts'

/** What changes the portfolio, one thing at a time. */
export type Imports = {
  /** Where a preview's rows lie. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly pathOf: (previewId: string) => string
  /** Works out what a preview would do to the portfolio as it is, where that has not been done. */
  readonly compare: (previewId: string) => Promise<Comparison>
  /** Chooses rows of a preview, or leaves them out. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly choose: (previewId: string, choice: Choice) => Promise<void>
  /** Says who rows without a tenant id are, `null` for all that wait for an answer, and compares again. */
  readonly identify: (
    previewId: string,
    keys: readonly string[] | null,
    answer: StagedAnswer,
  ) => Promise<void>
  /** Notes whether a previewed file lists everything. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly declare: (previewId: string, isFullList: boolean, ignoresUnnamed: boolean) => Promise<PreviewFacts>
  /**
   * Applies a preview and returns the import's id; remembered as of now, or of an earlier moment that is told.
   * @throws AppError `PREVIEW_NOT_FOUND` or `CANCELLED`.
   */
  readonly apply: (previewId: string, job: JobHandle, at?: Date) => Promise<string>
  /** Drops a preview. @throws AppError `PREVIEW_NOT_FOUND`. */
  readonly discard: (previewId: string) => Promise<void>
  /** Takes back the newest import, which must be the one that is meant; `null` means whichever it is. */
  readonly undo: (importId: string | null) => { readonly importId: string; readonly fileName: string }
  /** Makes two customers one; returns the id to undo it by. @throws AppError as `mergeCustomers` does. */
  readonly merge: (survivorId: string, absorbedId: string) => Promise<string>
  /** Ends when nothing is left of an import that does not count, nor of previews nobody came back for. */
  readonly settled: () => Promise<void>
}

/**
 * Makes the gateway of a store, and begins to take away what a killed run has left. What takes long and need not be done
 * by this process is done by one that `startReader` starts.
 */
export function createImports(store: Store, startReader: StartReader): Imports {
  const inTurn = createQueue()
  /** A staged file has one writer at a time too. */
  const inStagedTurn = createQueue()
  let applying = 0
  const sweep = async () => {
    if (store.isOpen() && hasLeftovers(store.reader)) {
      await sweepVersions(store, startReader)
    }
  }
  const sweepLater = () => {
    // What is not swept now is swept before the next import, or at the next start.
    inTurn(sweep).catch(() => undefined)
  }
  const pathOf = (previewId: string): string => {
    if (!isStaged(store.stagingFolder, previewId)) {
      throw new AppError('PREVIEW_NOT_FOUND', 'the preview was applied or discarded before')
    }
    return stagingPath(store.stagingFolder, previewId)
  }
  const compare = async (previewId: string): Promise<Comparison> => {
    const path = pathOf(previewId)
    const known = readStaged(path).comparison
    return known?.head === headOf(store)
      ? known
      : inStagedTurn(async () => compareInProcess(startReader, path, store.path))
  }
  const checkFree = () => {
    if (applying > 0) {
      throw new AppError('IMPORT_RUNNING', 'an import is being applied')
    }
  }
  // What cannot be removed now is tried again at the next start.
  const sweptStaged = sweepStaged(store.stagingFolder, store.now()).catch(() => undefined)
  sweepNextEnds(store)
  sweepLater()

  return {
    pathOf,
    compare,
    choose: async (previewId, choice) => {
      const path = pathOf(previewId)
      return inStagedTurn(async () => chooseRows(path, choice))
    },
    identify: async (previewId, keys, answer) => {
      const path = pathOf(previewId)
      await inStagedTurn(async () => {
        answerIdentities(path, keys, answer)
        await compareInProcess(startReader, path, store.path)
      })
    },
    declare: async (previewId, isFullList, ignoresUnnamed) => {
      const path = pathOf(previewId)
      return inStagedTurn(async () => declareFullList(path, isFullList, ignoresUnnamed))
    },
    apply: async (previewId, job, at = store.now()) =>
      inTurn(async () => {
        pathOf(previewId)
        applying += 1
        try {
          await sweep()
          await inStagedTurn(async () => undefined)
          const comparison = await compare(previewId)
          const importId = await applyStaged({
            store,
            startReader,
            facts: readStaged(pathOf(previewId)).facts,
            comparison,
            job,
            at,
          })
          await removeStaged(store.stagingFolder, previewId)
          return importId
        } catch (thrown) {
          sweepLater()
          throw thrown
        } finally {
          applying -= 1
        }
      }),
    discard: async (previewId) => {
      pathOf(previewId)
      await removeStaged(store.stagingFolder, previewId)
    },
    undo: (importId) => {
      checkFree()
      const undone = undoImport(store, importId)
      sweepNextEnds(store)
      sweepLater()
      return undone
    },
    merge: async (survivorId, absorbedId) => {
      checkFree()
      return inTurn(async () => {
        await sweep()
        return mergeCustomers(store, survivorId, absorbedId)
      })
    },
    settled: async () => {
      await sweptStaged
      return inTurn(sweep)
    },
  }
}

function headOf(store: Store): number {
  return store.reader.get<{ head: number }>('SELECT head FROM portfolio_head')?.head ?? 0
}

function readStaged(path: string): { readonly facts: PreviewFacts; readonly comparison: Comparison | null } {
  const staging = openStagingDatabase(path, { readOnly: true })
  try {
    return readPreviewFacts(staging)
  } finally {
    staging.close()
  }
}
