import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Reader } from '#main/store/database.ts'
import type { Listings } from '#main/store/listings.ts'
import type { ApplicationFacts } from './application-views.ts'
import { openSql } from './request-views.ts'

type Summary = ViewValue<'portfolio.summary'>
type Freshness = Summary['accounts'][number]

/** How much there is and how old it is, for one account or all. */
export function projectSummary(
  { reader, listings, totals }: ApplicationFacts,
  { accountId }: ParsedParams<'portfolio.summary'>,
): Summary {
  const scope = accountId === undefined ? '' : 'AND account_id = :accountId'
  const row = reader.get<{ open_requests: number; has_sample: number }>(
    `SELECT
      (SELECT COUNT(*) FROM request AS r WHERE ${openSql} ${scope}) AS open_requests,
      EXISTS (SELECT 1 FROM partner_account WHERE is_sample = 1) AS has_sample`,
    accountId === undefined ? {} : { accountId },
  )
  const accounts = freshnessOf({ reader, listings, totals }, accountId)
  const known = accounts.filter(({ newestImportAt }) => newestImportAt !== null)
  return {
    customers: sum(accounts.map(({ customers }) => customers)),
    subscriptions: totals.subscriptionsOf(accountId),
    openRequests: row?.open_requests ?? 0,
    confirmedCustomers: sum(accounts.map(({ confirmedCustomers }) => confirmedCustomers)),
    oldestConfirmedAt:
      accounts
        .flatMap(({ oldestConfirmedAt }) => oldestConfirmedAt ?? [])
        .toSorted()
        .at(0) ?? null,
    newestImportAt:
      known
        .flatMap(({ newestImportAt }) => newestImportAt ?? [])
        .toSorted()
        .at(-1) ?? null,
    hasSample: row?.has_sample === 1,
    accounts: [...accounts],
  }
}

type ImportRow = {
  readonly rid: number
  readonly account_id: string
  readonly imported_at: string
  readonly file_name: string
  readonly shape: NonNullable<Freshness['newestShape']>
}

/** How many customers of each account its newest list of customers named, and how old what it did not name is. */
function freshnessOf(
  { reader, listings, totals }: Pick<ApplicationFacts, 'reader' | 'listings' | 'totals'>,
  accountId: string | undefined,
): readonly Freshness[] {
  const accounts = reader.all<{ id: string; name: string; is_sample: number }>(
    `SELECT id, company_name AS name, is_sample FROM partner_account ${accountId === undefined ? '' : 'WHERE id = :accountId'}
    ORDER BY is_sample, created_at, id`,
    accountId === undefined ? {} : { accountId },
  )
  const imports = reader.all<ImportRow>(
    'SELECT rid, account_id, imported_at, file_name, shape FROM past_import ORDER BY rid DESC',
  )
  const listed = shownListings(reader, listings)
  return accounts.map((account) => {
    const own = imports.filter(({ account_id }) => account_id === account.id)
    const naming = own.filter(({ rid }) => (listed.get(rid) ?? 0) > 0)
    const newest = naming[0]
    return {
      accountId: account.id,
      accountName: account.name,
      customers: totals.customersOf(account.id),
      confirmedCustomers: newest === undefined ? 0 : (listed.get(newest.rid) ?? 0),
      oldestConfirmedAt: naming.at(-1)?.imported_at ?? null,
      newestImportAt: own[0]?.imported_at ?? null,
      newestFileName: own[0]?.file_name ?? null,
      newestShape: own[0]?.shape ?? null,
      isSample: account.is_sample === 1,
    }
  })
}

/** How many customers each import was the last to list, without those that another has taken in. */
function shownListings(
  reader: Reader,
  listings: Pick<Listings, 'listedBy' | 'lastListing'>,
): Map<number, number> {
  const counts = new Map(listings.listedBy('customer'))
  for (const { rid } of reader.all<{ rid: number }>('SELECT rid FROM merged_customer')) {
    const importRid = listings.lastListing('customer', rid) ?? 0
    counts.set(importRid, (counts.get(importRid) ?? 0) - 1)
  }
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
