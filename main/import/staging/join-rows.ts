import type { DatabaseSync } from 'node:sqlite'

type Scope = { readonly account: string; readonly head: number }

type Pair = {
  readonly row: number
  readonly customer_key: string
  readonly domain: string
  readonly into_row: number
  readonly into_key: string
  readonly into_tenant: string
}

/**
 * Joins the rows of one file that are the same customer although only some of them have its tenant id: those of the
 * domain that one row with a tenant id has, where the portfolio knows no other customer of that domain. A row that was
 * said to be somebody is that one.
 */
export function joinRows(staging: DatabaseSync, scope: Scope, givenKey: string | null): void {
  staging.exec('DELETE FROM customer_joined')
  const hasBoth = staging.prepare(
    `SELECT EXISTS (SELECT 1 FROM customer WHERE tenant_id IS NULL AND domain IS NOT NULL)
      AND EXISTS (SELECT 1 FROM customer WHERE tenant_id IS NOT NULL AND domain IS NOT NULL) AS has`,
  )
  if (hasBoth.get()?.['has'] !== 1) {
    return
  }
  staging.exec('CREATE INDEX IF NOT EXISTS customer_domain ON customer (domain)')
  const pairs = staging.prepare(findPairs).all({ given: givenKey ?? '' }) as unknown as readonly Pair[]
  const isOne = createJudge(staging, scope)
  const join = staging.prepare('INSERT INTO customer_joined (row, into_row) VALUES (?, ?)')
  for (const pair of pairs) {
    if (isOne(pair)) {
      join.run(pair.row, pair.into_row)
    }
  }
  staging.exec(completeFacts)
}

const findPairs = `
  SELECT s.row, s.customer_key, s.domain, MIN(t.row) AS into_row, t.customer_key AS into_key, t.tenant_id AS into_tenant
  FROM customer AS s JOIN customer AS t ON t.domain = s.domain AND t.tenant_id IS NOT NULL
  WHERE s.tenant_id IS NULL AND s.customer_key <> :given
  GROUP BY s.row HAVING COUNT(*) = 1`

/** What only the row without a tenant id states belongs to the customer all the same. */
const completeFacts = `
  UPDATE customer AS t SET ${[
    'relationship',
    'relationship_raw',
    'delegated_privileges',
    'delegated_privileges_raw',
    'tags',
    'country',
  ]
    .map((fact) => `${fact} = COALESCE(t.${fact}, s.${fact})`)
    .join(', ')}
  FROM customer_joined AS j JOIN customer AS s ON s.row = j.row WHERE t.row = j.into_row`

const valid = (version: string) => `${version}.from_import <= :head AND ${version}.to_import > :head`

/** Makes the judgement whether the portfolio knows nobody else whom the row without a tenant id may mean. */
function createJudge(staging: DatabaseSync, { account, head }: Scope): (pair: Pair) => boolean {
  const saidBefore = staging.prepare(
    'SELECT 1 FROM live.customer_identity WHERE account_id = :account AND named_as = :key LIMIT 1',
  )
  const ridOf = staging.prepare(
    `SELECT COALESCE(f.merged_into, f.customer_rid) AS rid FROM live.customer_record AS r
    JOIN live.customer_fact AS f ON f.customer_rid = r.rid AND ${valid('f')}
    WHERE r.account_id = :account AND r.customer_key = :key`,
  )
  // The pluses have it found by the tenant id or the domain, and not by a walk over the account.
  const ridOfTenant = staging.prepare(
    `SELECT f.customer_rid AS rid FROM live.customer_fact AS f WHERE f.tenant_id = :tenant
      AND +f.account_id = :account AND ${valid('+f')} AND f.merged_into IS NULL LIMIT 1`,
  )
  const ofDomain = staging.prepare(
    `SELECT f.customer_rid AS rid, f.tenant_id IS NOT NULL AS has_tenant FROM live.customer_fact AS f
    WHERE f.domain = :domain AND +f.account_id = :account AND ${valid('+f')} AND f.merged_into IS NULL LIMIT 3`,
  )
  return ({ customer_key: key, domain, into_key: intoKey, into_tenant: tenant }) => {
    if (saidBefore.get({ account, key }) !== undefined) {
      return false
    }
    const known =
      ridOf.get({ account, head, key: intoKey })?.['rid'] ??
      ridOfTenant.get({ account, head, tenant })?.['rid'] ??
      null
    const own = ridOf.get({ account, head, key })?.['rid'] ?? null
    const others = ofDomain.all({ account, head, domain }).filter(({ rid }) => rid !== known)
    return known === null
      ? others.length <= 1 && others.every(({ rid, has_tenant: has }) => has === 0 && (own ?? rid) === rid)
      : others.length === 0 && (own ?? known) === known
  }
}
