import type { ListName } from '#shared/domain/list-columns.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import type { Calendar } from './compile-query.ts'
import type { ListQuery, Window } from './run-query.ts'
import {
  isOwnSort,
  orderStatement,
  readKeys,
  readOrder,
  readRows,
  readTotal,
  readWindow,
} from './run-query.ts'
import type { Walk } from './sources.ts'
import { listSources } from './sources.ts'

/** How many rows a list has, and the keys of a window; without keys the database finds its rows as fast by itself. */
type Known = { readonly total: number; readonly keys: readonly number[] | null }

/** Knows the order of the long lists, so that a window anywhere in one costs no more than its rows. */
export type ListOrders = {
  /** What is known of a window; `null` for a list that never gets long. */
  readonly windowOf: (list: ListName, query: ListQuery & Window, calendar: Calendar) => Known | null
  /** Forgets everything; called when an import or a removal has changed customers or subscriptions. */
  readonly forgetPortfolio: () => void
  /** Forgets the orders in which the user's own work has a part; called after every change. */
  readonly forgetOwn: () => void
}

type Order = { readonly keys: Uint32Array; readonly isOfOwn: boolean }

/** Lists that can be long; the others are read as they are. */
const long: ReadonlySet<ListName> = new Set(['customers', 'subscriptions'])

/** Orders kept: those of the screens one goes back and forth between. At a million rows each is 4 MB. */
const keptOrders = 8

/** What only an import, its undoing or a removal changes; everything else is the user's own work. */
const portfolioTables: ReadonlySet<string> = new Set(['customer', 'subscription', 'import', 'json_each'])

type OrdersOptions = {
  /** Runs a piece of work when nothing more urgent waits. */
  readonly later: (work: () => void) => void
  readonly isOpen: () => boolean
  /** Rows read in one go in the background; the usual number takes some milliseconds. */
  readonly piece?: number
}

/**
 * Makes the orders. One is read whole when a list is first asked for in it, and its windows are slices from then on,
 * until something changes that it depends on. The order a list has by itself stands in an index, whose top is read
 * directly while the rest is walked in the background.
 */
export function createListOrders(
  reader: Reader,
  { later, isOpen, piece = 4_000 }: OrdersOptions,
): ListOrders {
  const orders = new Map<string, Order>()
  const totals = new Map<string, number>()
  const walks = new Set<string>()
  let generation = 0

  const keep = (key: string, order: Order): Order => {
    orders.delete(key)
    orders.set(key, order)
    for (const oldest of orders.keys()) {
      if (orders.size <= keptOrders) {
        break
      }
      orders.delete(oldest)
    }
    return order
  }

  const walk = (key: string, list: ListName, query: ListQuery, path: Walk): void => {
    const began = generation
    const keys: number[] = []
    const scope = query.accountId === undefined ? '' : `${listSources[list].accountColumn} = :accountId AND`
    const parameters: Parameters = query.accountId === undefined ? {} : { accountId: query.accountId }
    let leg = 0
    let after: Parameters | null = null
    const goOn = (): void => {
      const current = path[leg]
      if (!isOpen() || began !== generation) {
        return
      }
      if (current === undefined) {
        walks.delete(key)
        keep(key, { keys: Uint32Array.from(keys), isOfOwn: false })
        return
      }
      const places = current.columns.map((column, at) => `${column} AS p${at}`).join(', ')
      const beyond =
        after === null
          ? ''
          : `AND (${current.columns.join(', ')}) > (${current.columns.map((_column, at) => `:p${at}`).join(', ')})`
      const rows = reader.all<Parameters>(
        `SELECT ${places} FROM ${listSources[list].base}
        WHERE ${scope} ${current.where} ${beyond} ORDER BY ${current.columns.join(', ')} LIMIT ${piece}`,
        { ...parameters, ...after },
      )
      const keyPlace = `p${current.columns.length - 1}`
      for (const row of rows) {
        keys.push(Number(row[keyPlace]))
      }
      after = rows.length < piece ? null : (rows.at(-1) ?? null)
      leg += after === null ? 1 : 0
      later(goOn)
    }
    walks.add(key)
    later(goOn)
  }

  return {
    windowOf: (list, query, calendar) => {
      if (!long.has(list)) {
        return null
      }
      const { accountId, search, filter, sort, offset, limit } = query
      const key = JSON.stringify([
        list,
        accountId,
        search,
        filter,
        isOwnSort(list, sort) ? null : sort,
        calendar,
      ])
      let order = orders.get(key)
      if (order === undefined) {
        const path = listSources[list].walk
        const isPlain = !search && isOwnSort(list, sort) && (filter?.conditions.length ?? 0) === 0
        if (isPlain) {
          const total = totals.get(key) ?? readTotal(reader, list, query, calendar)
          totals.set(key, total)
          if (path !== undefined && total > offset + limit && !walks.has(key)) {
            walk(key, list, query, path)
          }
          return { total, keys: null }
        }
        const keys = Uint32Array.from(readOrder(reader, list, query, calendar))
        order = { keys, isOfOwn: namesOwnTable(orderStatement(list, query, calendar)) }
      }
      keep(key, order)
      return { total: order.keys.length, keys: [...order.keys.subarray(offset, offset + limit)] }
    },
    forgetPortfolio: () => {
      generation += 1
      walks.clear()
      totals.clear()
      orders.clear()
    },
    forgetOwn: () => {
      for (const [key, { isOfOwn }] of orders) {
        if (isOfOwn) {
          orders.delete(key)
        }
      }
    },
  }
}

function namesOwnTable(sql: string): boolean {
  return Array.from(sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g), ([, table = '']) => table).some(
    (table) => !portfolioTables.has(table),
  )
}

/** As `readWindow`, with what is known of the order where a list is long. */
export function readOrdered<Row>(
  { reader, orders }: { readonly reader: Reader; readonly orders: ListOrders },
  list: ListName,
  select: string,
  query: ListQuery & Window,
  calendar: Calendar,
): { readonly total: number; readonly rows: readonly Row[] } {
  const known = query.keys === undefined ? orders.windowOf(list, query, calendar) : null
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
