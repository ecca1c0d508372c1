import type { CivilDate } from '#shared/domain/civil-date.ts'
import { createCustomerSearch } from '#main/lists/customer-search.ts'
import { createPortfolioTotals } from '#main/lists/portfolio-totals.ts'
import type { LongReads } from '#main/queries/long-reads.ts'
import type { NotedReader } from '#main/store/noted-reader.ts'
import type { Store } from '#main/store/store.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { Past } from './projections.ts'

/** What is worked out once over the whole portfolio of a reading. */
type Known = Pick<ApplicationFacts, 'customerSearch' | 'longReads' | 'totals'>

/** Where names are read while nothing more urgent waits. */
type Background = { readonly later: (work: () => void) => void; readonly isOpen: () => boolean }

/** Makes the readings as of another day; the names of the last one are kept, since a list is read window by window. */
export function createPast(
  store: Store,
  reader: NotedReader,
  longReads: LongReads,
  background: Background,
  timeZone: () => string,
): Past {
  let kept: { readonly importRid: number; readonly asOf: CivilDate; readonly known: Known } | null = null
  store.onPortfolioChange(() => {
    kept?.known.customerSearch.reset()
    kept = null
  })
  // The user's own names are searched too, and may have changed.
  store.onCommit(() => kept?.known.customerSearch.resetAliases())
  return (asOf, read) => {
    const importRid =
      reader.get<{ rid: number | null }>(
        'SELECT MAX(rid) AS rid FROM import WHERE day_in(imported_at, :zone) <= :asOf',
        { zone: timeZone(), asOf },
      )?.rid ?? 0
    if (kept?.importRid !== importRid || kept.asOf !== asOf) {
      const pastReads = longReads.asOf({ importRid, today: asOf })
      const known = {
        customerSearch: createCustomerSearch(reader, {
          ...background,
          mayWait: longReads.mayWait,
          inReading: (work) => store.readAsOf(importRid, asOf, work),
        }),
        longReads: pastReads,
        totals: createPortfolioTotals(pastReads),
      }
      kept = { importRid, asOf, known }
    }
    const { known } = kept
    return store.readAsOf(importRid, asOf, () =>
      read({
        today: () => asOf,
        calendar: () => ({ today: asOf, timeZone: timeZone() }),
        ...known,
      }),
    )
  }
}
