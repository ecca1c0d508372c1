import { createCustomerSearch } from '#main/lists/customer-search.ts'
import type { CustomerSearch } from '#main/lists/customer-search.ts'
import type { Store } from '#main/store/store.ts'
import type { Past } from './projections.ts'

/** Makes the readings as of another day; the names of the last one are kept, since a list is read window by window. */
export function createPast(store: Store, timeZone: () => string): Past {
  let kept: { readonly importRid: number; readonly search: CustomerSearch } | null = null
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
    if (kept?.importRid !== importRid) {
      kept = { importRid, search: createCustomerSearch(store.reader) }
    }
    const { search } = kept
    return store.readAsOf(importRid, asOf, () =>
      read({
        today: () => asOf,
        calendar: () => ({ today: asOf, timeZone: timeZone() }),
        customerSearch: search,
      }),
    )
  }
}
