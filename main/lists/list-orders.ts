import type { ListName } from '#shared/domain/list-columns.ts'
import type { LongReader } from '#main/queries/long-reads.ts'
import type { Reader } from '#main/store/database.ts'
import type { PortfolioTotals } from './portfolio-totals.ts'
import type { Calendar } from './compile-query.ts'
import type { ListQuery, Window } from './run-query.ts'
import { isOwnSort, orderStatement, readKeys, readRows, readWindow } from './run-query.ts'

/** How many rows a list has, and the keys of a window; without keys the database finds its rows as fast by itself. */
type Known = { readonly total: number; readonly keys: readonly number[] | null }

/** Lists that can be long; the others are read as they are. */
const long: ReadonlySet<ListName> = new Set(['customers', 'subscriptions', 'renewals'])

/** What windows of a long list are read from. */
type Readings = { readonly longReads: LongReader; readonly totals: PortfolioTotals }

/** So many rows from the top of an index are read as fast as by their keys. */
const near = 1_000

/**
 * What is known of a window of a long list, so that one anywhere in it costs no more than its rows: an order is read whole
 * when a list is first asked for in it, and its windows are slices from then on, until something changes that it depends
 * on. The order a list has by itself stands in an index, whose top is read directly while the rest is read in the
 * background. `null` for a list that never gets long.
 */
function windowOf(
  { longReads, totals }: Readings,
  list: ListName,
  query: ListQuery & Window,
  calendar: Calendar,
): Known | null {
  if (!long.has(list)) {
    return null
  }
  const { search, filter, sort, offset, limit } = query
  const order = orderStatement(list, query, calendar)
  const slice = (keys: Uint32Array): Known => ({
    total: keys.length,
    keys: [...keys.subarray(offset, offset + limit)],
  })
  const isPlain = !search && isOwnSort(list, sort) && (filter?.conditions.length ?? 0) === 0
  if (!isPlain) {
    return slice(longReads.keys(order))
  }
  const known = longReads.keysIfKnown(order)
  if (known !== null) {
    return slice(known)
  }
  if (offset > near) {
    return slice(longReads.keys(order))
  }
  const { customersOf, subscriptionsOf } = totals
  return { total: (list === 'customers' ? customersOf : subscriptionsOf)(query.accountId), keys: null }
}

/** As `readWindow`, with what is known of the order where a list is long. */
export function readOrdered<Row>(
  { reader, longReads, totals }: Readings & { readonly reader: Reader },
  list: ListName,
  select: string,
  query: ListQuery & Window,
  calendar: Calendar,
): { readonly total: number; readonly rows: readonly Row[] } {
  const known = query.keys === undefined ? windowOf({ longReads, totals }, list, query, calendar) : null
  if (known === null) {
    return readWindow<Row>(reader, list, select, query, calendar)
  }
  const { total, keys } = known
  return {
    total,
    rows:
      keys === null
        ? readRows<Row>(reader, list, select, query, calendar)
        : readKeys<Row>(reader, list, select, keys),
  }
}
