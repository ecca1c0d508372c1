import type { Reader } from '#main/store/database.ts'

/** The subscriptions of one account that end on one day. */
export type EndTotal = {
  readonly accountId: string
  readonly endDate: string
  readonly subscriptions: number
  readonly seats: number
}

/** The subscriptions of one account to one offer. */
export type OfferTotal = {
  readonly accountId: string
  readonly offer: string
  readonly subscriptions: number
}

/** What several screens count over the whole portfolio, counted once for all of them until an import changes it. */
export type PortfolioTotals = {
  readonly customersOf: (accountId?: string) => number
  readonly subscriptionsOf: (accountId?: string) => number
  /** By day, the earliest first; subscriptions without an end are not among them. */
  readonly ends: () => readonly EndTotal[]
  readonly offers: () => readonly OfferTotal[]
  /** Forgets what was counted; called when an import or a removal has changed customers or subscriptions. */
  readonly reset: () => void
}

type Count = { readonly accountId: string; readonly count: number }

/** Makes the totals; each is one pass over an index that holds all it needs. */
export function createPortfolioTotals(reader: Reader): PortfolioTotals {
  const known = new Map<string, readonly object[]>()
  const once = <Row extends object>(sql: string) => {
    return (): readonly Row[] => {
      const found = known.get(sql) ?? reader.all<Row>(sql)
      known.set(sql, found)
      return found as readonly Row[]
    }
  }
  const customers = once<Count>(
    'SELECT account_id AS accountId, COUNT(*) AS count FROM customer GROUP BY account_id',
  )
  const subscriptions = once<Count>(
    'SELECT account_id AS accountId, COUNT(*) AS count FROM subscription GROUP BY account_id',
  )
  return {
    customersOf: (accountId) => sumOf(customers(), accountId),
    subscriptionsOf: (accountId) => sumOf(subscriptions(), accountId),
    ends: once<EndTotal>(
      `SELECT account_id AS accountId, end_date AS endDate, COUNT(*) AS subscriptions,
        COALESCE(SUM(quantity), 0) AS seats
      FROM subscription WHERE end_date IS NOT NULL GROUP BY end_date, account_id ORDER BY end_date`,
    ),
    offers: once<OfferTotal>(
      `SELECT account_id AS accountId, offer, COUNT(*) AS subscriptions
      FROM subscription GROUP BY offer, account_id`,
    ),
    reset: () => known.clear(),
  }
}

/** The rows of one account, or all of them. */
export function inAccount<Row extends { readonly accountId: string }>(
  rows: readonly Row[],
  accountId: string | undefined,
): readonly Row[] {
  return accountId === undefined ? rows : rows.filter((row) => row.accountId === accountId)
}

function sumOf(counts: readonly Count[], accountId: string | undefined): number {
  return inAccount(counts, accountId).reduce((sum, { count }) => sum + count, 0)
}
