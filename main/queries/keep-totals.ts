import { whenReady } from '#main/ipc/not-yet.ts'
import type { PortfolioTotals } from '#main/lists/portfolio-totals.ts'
import { allTotals } from '#main/lists/portfolio-totals.ts'
import type { Store } from '#main/store/store.ts'
import type { KeptRows } from './kept-rows.ts'
import type { LongReads } from './long-reads.ts'

/** How long nothing must have changed, in milliseconds, before the totals are counted for the next start. */
const quietMs = 2_000

type KeepTotalsOptions = {
  readonly store: Pick<Store, 'isOpen' | 'onPortfolioChange'>
  readonly longReads: Pick<LongReads, 'patiently' | 'isLong'>
  readonly totals: PortfolioTotals
  readonly keptRows: Pick<KeptRows, 'keep'>
  /** Whether there is a thread to count them. */
  readonly isThreaded: boolean
}

/**
 * Has the totals counted a while after the start and after each change of the portfolio, and kept for the next start.
 * Without a thread they are counted when the program ends, where it has changed anything: nobody waits for it then.
 * What is given is called when the program ends.
 */
export function keepTotals({
  store,
  longReads,
  totals,
  keptRows,
  isThreaded,
}: KeepTotalsOptions): () => void {
  let timer: NodeJS.Timeout | undefined
  let round = 0
  let hasChanged = false

  /** What cannot be counted or kept now (the disk refuses, another portfolio takes this one's place) is at the next start. */
  const ifPossible = (work: () => void): void => {
    try {
      work()
    } catch {
      // Nothing is lost but a moment.
    }
  }

  const countAhead = async (): Promise<void> => {
    const own = round
    for (const total of allTotals) {
      await whenReady(() => longReads.patiently(() => totals[total]()))
      if (!store.isOpen() || own !== round) {
        return
      }
    }
    ifPossible(keptRows.keep)
  }

  const later = (): void => {
    round += 1
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (longReads.isLong()) {
        void countAhead()
      }
    }, quietMs)
    // Nothing stays open for it.
    timer.unref()
  }

  store.onPortfolioChange(() => {
    hasChanged = true
    if (isThreaded) {
      later()
    }
  })
  if (isThreaded) {
    later()
  }

  return () => {
    clearTimeout(timer)
    round += 1
    ifPossible(() => {
      if (!isThreaded && hasChanged && longReads.isLong()) {
        allTotals.forEach((total) => totals[total]())
      }
      keptRows.keep()
    })
  }
}
