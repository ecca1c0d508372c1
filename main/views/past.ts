import type { CivilDate } from '#shared/domain/civil-date.ts'
import { createCustomerSearch } from '#main/lists/customer-search.ts'
import { createListOrders } from '#main/lists/list-orders.ts'
import { createPortfolioTotals } from '#main/lists/portfolio-totals.ts'
import type { Store } from '#main/store/store.ts'
import type { ApplicationFacts } from './application-views.ts'
import type { Past } from './projections.ts'

/** What is worked out once over the whole portfolio of a reading. */
type Known = Pick<ApplicationFacts, 'customerSearch' | 'orders' | 'totals'>

/** Another day's portfolio is read only while it is asked for, so nothing of it can be prepared meanwhile. */
const still = { later: () => undefined, isOpen: () => false }

/** Makes the readings as of another day; the names of the last one are kept, since a list is read window by window. */
export function createPast(store: Store, timeZone: () => string): Past {
  let kept: { readonly importRid: number; readonly asOf: CivilDate; readonly known: Known } | null = null
  const forget = () => {
    kept = null
  }
  store.onPortfolioChange(forget)
  // The user's own names are searched too, and may have changed.
  store.onCommit(forget)
  return (asOf, read) => {
    const importRid =
      store.reader.get<{ rid: number | null }>(
        'SELECT MAX(rid) AS rid FROM import WHERE day_in(imported_at, :zone) <= :asOf',
        { zone: timeZone(), asOf },
      )?.rid ?? 0
    if (kept?.importRid !== importRid || kept.asOf !== asOf) {
      const known = {
        customerSearch: createCustomerSearch(store.reader, still),
        orders: createListOrders(store.reader, still),
        totals: createPortfolioTotals(store.reader),
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
