import type { SubscriptionStatus } from '#shared/domain/subscription-status.ts'
import type { LongReader } from '#main/queries/long-reads.ts'

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

/** The subscriptions of one account that end on one day, or have no end, and are alike in what makes them urgent. */
export type RenewalTotal = {
  readonly accountId: string
  readonly endDate: string | null
  readonly autoRenew: number | null
  readonly status: SubscriptionStatus
  readonly subscriptions: number
  readonly seats: number
}

/** What several screens count over the whole portfolio, counted once for all of them until an import changes it. */
export type PortfolioTotals = {
  readonly customersOf: (accountId?: string) => number
  readonly subscriptionsOf: (accountId?: string) => number
  /** By day, the earliest first; subscriptions without an end are not among them. */
  readonly ends: () => readonly EndTotal[]
  readonly renewals: () => readonly RenewalTotal[]
  readonly offers: () => readonly OfferTotal[]
}

/** Every total, for who has them counted ahead. */
export const allTotals = [
  'customersOf',
  'subscriptionsOf',
  'ends',
  'renewals',
  'offers',
] as const satisfies readonly (keyof PortfolioTotals)[]

type Count = { readonly accountId: string; readonly count: number }

/** An index counts twenty rows in the time others are read one by one, and there are fewer customers. */
const countingEase = { customers: 40, subscriptions: 20 } as const

/** Makes the totals; each is one pass over an index that holds all it needs, and is kept by the reading. */
export function createPortfolioTotals(longReads: Pick<LongReader, 'rows'>): PortfolioTotals {
  const countIn = (table: 'customer' | 'subscription', accountId: string | undefined): number =>
    inAccount(
      longReads.rows<Count>(
        { sql: `SELECT account_id AS accountId, COUNT(*) AS count FROM ${table} GROUP BY account_id` },
        countingEase[`${table}s`],
      ),
      accountId,
    ).reduce((sum, { count }) => sum + count, 0)
  return {
    customersOf: (accountId) => countIn('customer', accountId),
    subscriptionsOf: (accountId) => countIn('subscription', accountId),
    ends: () =>
      longReads.rows<EndTotal>({
        sql: `SELECT account_id AS accountId, end_date AS endDate, COUNT(*) AS subscriptions,
          COALESCE(SUM(quantity), 0) AS seats
        FROM subscription WHERE end_date IS NOT NULL GROUP BY end_date, account_id ORDER BY end_date`,
      }),
    renewals: () =>
      longReads.rows<RenewalTotal>({
        sql: `SELECT account_id AS accountId, end_date AS endDate, auto_renew AS autoRenew, status,
          COUNT(*) AS subscriptions, COALESCE(SUM(quantity), 0) AS seats
        FROM subscription GROUP BY account_id, end_date, auto_renew, status`,
      }),
    offers: () =>
      longReads.rows<OfferTotal>({
        sql: `SELECT account_id AS accountId, offer, COUNT(*) AS subscriptions
        FROM subscription GROUP BY offer, account_id`,
      }),
  }
}

/** The rows of one account, or all of them. */
export function inAccount<Row extends { readonly accountId: string }>(
  rows: readonly Row[],
  accountId: string | undefined,
): readonly Row[] {
  return accountId === undefined ? rows : rows.filter((row) => row.accountId === accountId)
}
