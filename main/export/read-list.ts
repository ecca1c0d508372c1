import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Language } from '#shared/domain/cloud.ts'
import type { ListName } from '#shared/domain/list-columns.ts'
import type { ViewName, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Project } from '#main/ipc/view-hub.ts'
import type { JobHandle, Jobs } from '#main/jobs.ts'
import type { ListQuery } from '#main/lists/run-query.ts'

/** The view that shows each list: an export reads it too, so that a file says what the screen says. */
const viewOf = {
  customers: 'customer.list',
  subscriptions: 'subscription.list',
  renewals: 'renewal.list',
  requests: 'request.list',
  imports: 'import.list',
  links: 'link.list',
} as const satisfies { readonly [L in ListName]: ViewName }

/** The rows of a list. */
export type RowsOf<L extends ListName> = ViewValue<(typeof viewOf)[L]>['rows']

/** How long rows are read and written, in milliseconds, before anything else has its turn. */
const turnMs = 15
/** Rows of such a turn: begun with a few, since a row of some lists takes ten times as long as one of others. */
const windowSizes = { first: 100, fewest: 20, most: 1_000 } as const

/** What an export needs of the program. */
export type ExportFacts = {
  readonly project: Project
  /** The keys of a list's rows, in its order. @throws NotYet where `whenRead` runs it and they are being read. */
  readonly order: (list: ListName, query: ListQuery) => Uint32Array
  /** Runs a reading that may take long; main answers meanwhile. */
  readonly whenRead: <T>(reading: () => T) => Promise<T>
  readonly jobs: Jobs
  readonly now: () => Date
  /** Grows with every change of what is kept. */
  readonly revision: () => number
  /** The language of the window, for whoever asks for none. */
  readonly language: () => Language
}

/**
 * Reads a whole list window by window, while the program answers in between.
 * @throws AppError `EXPORT_CHANGED` when it changes meanwhile, `CANCELLED` when the user has cancelled.
 */
export async function* readList<L extends ListName>(
  { project, order, whenRead, revision }: ExportFacts,
  job: JobHandle,
  list: L,
  query: ListQuery,
): AsyncGenerator<{ readonly total: number; readonly rows: RowsOf<L> }> {
  const { keys, before } = await whenRead(() => ({ keys: order(list, query), before: revision() }))
  yield { total: keys.length, rows: [] }
  let size: number = windowSizes.first
  for (let offset = 0; offset < keys.length;) {
    job.checkCancelled()
    if (revision() !== before) {
      // Half of a file from before a change and half from after it would be a list that never was.
      throw new AppError('EXPORT_CHANGED', 'the data changed while it was written')
    }
    const began = performance.now()
    const wanted = [...keys.subarray(offset, offset + size)]
    const { rows } = project(viewOf[list], { keys: wanted }) as { readonly rows: RowsOf<L> }
    yield { total: keys.length, rows }
    offset += wanted.length
    job.progress(offset / keys.length)
    const fitting = Math.round((size * turnMs) / Math.max(performance.now() - began, 1))
    size = Math.min(Math.max(fitting, windowSizes.fewest), windowSizes.most)
    await nextTurn()
  }
}
