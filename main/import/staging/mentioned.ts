import type { DatabaseSync } from 'node:sqlite'
import type { ListingKind } from '#main/store/listings.ts'

/**
 * Finds the records of the portfolio that rejected rows are about: they are in the file, whatever became of the row. One
 * too many does no harm, since it only keeps a record from being taken for missing.
 */
export function findMentioned(
  staging: DatabaseSync,
  scope: { readonly account: string; readonly head: number },
): void {
  staging.exec('DELETE FROM mentioned')
  if (staging.prepare('SELECT 1 FROM rejected LIMIT 1').get() !== undefined) {
    staging.prepare(findCustomers).run(scope)
    staging.prepare(findSubscriptions).run(scope)
  }
}

/** How many rejected rows do not say which record of a kind they are about: it may be any that is missing. */
export function countUnnamed(staging: DatabaseSync, kind: ListingKind): number {
  const row = staging
    .prepare(
      `SELECT COUNT(*) AS count FROM rejected WHERE (is_certain = 0 OR ${kind}_key IS NULL)
      AND rid NOT IN (SELECT rejected_rid FROM mentioned WHERE kind = :kind)`,
    )
    .get({ kind })
  return Number(row?.['count'])
}

const valid = (version: string) => `${version}.from_import <= :head AND ${version}.to_import > :head`

const customersBy = (rows: string) => `
  SELECT 'customer', COALESCE(f.merged_into, f.customer_rid), x.rid FROM rejected AS x ${rows}`

/** The pluses have it found by the condition: by account and validity it would be looked for among all records. */
const customersOf = (condition: string) =>
  customersBy(`JOIN live.customer_fact AS f ON ${condition} AND +f.account_id = :account AND ${valid('+f')}`)

const hasTenant = "COALESCE(x.customer_key, '') LIKE 'tenant:%'"

/** By whatever a row that is taken would be known by, or asked about (see `compare.ts`). */
const findCustomers = `
  INSERT INTO mentioned (kind, rid, rejected_rid)
  ${customersBy(`JOIN live.customer_record AS r ON r.account_id = :account AND r.customer_key = x.customer_key
    JOIN live.customer_fact AS f ON f.customer_rid = r.rid AND ${valid('f')}`)}
  UNION
  ${customersBy(`JOIN live.customer_identity AS i ON i.account_id = :account AND i.named_as = x.customer_key
    JOIN live.customer_fact AS f ON f.customer_rid = i.customer_rid AND ${valid('f')}`)}
  UNION
  ${customersOf(`f.tenant_id = substr(x.customer_key, 8) AND ${hasTenant}`)}
  UNION
  ${customersOf(`f.domain = x.domain AND (f.tenant_id IS NULL OR NOT ${hasTenant})`)}
  UNION
  ${customersOf(`f.name_folded = x.name_folded AND NOT ${hasTenant}`)}`

const findSubscriptions = `
  INSERT INTO mentioned (kind, rid, rejected_rid)
  SELECT 'subscription', f.subscription_rid, x.rid FROM rejected AS x
  JOIN live.subscription_record AS r ON r.account_id = :account AND r.subscription_key = x.subscription_key
  JOIN live.subscription_fact AS f ON f.subscription_rid = r.rid AND ${valid('f')}`
