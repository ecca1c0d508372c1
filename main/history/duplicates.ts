import { likenessOf, skeleton } from './name-likeness.ts'

/** Why two customers may be one. */
export type DuplicateReason = 'same-tenant' | 'same-domain' | 'same-name' | 'near-name' | 'homograph'

/** Two customers that may be one, by their row numbers. */
export type DuplicatePair = {
  readonly reason: DuplicateReason
  readonly first: number
  readonly second: number
}

/** A customer as it is compared with the others. */
export type ComparedCustomer = {
  readonly rid: number
  readonly account_id: string
  readonly name: string
  readonly tenant_id: string | null
  readonly domain: string | null
}

/** The statement that reads the customers to compare. */
export const comparedCustomers =
  'SELECT rid, account_id, name, tenant_id, domain FROM customer ORDER BY name_key, rid'

/**
 * A tenant in two accounts is how dual partners see it (domain 0.17) and is only said. In one account, an equal domain
 * or a name that looks the same is a reason to look, and never one to merge by itself.
 */
export function findPairs(rows: readonly ComparedCustomer[]): readonly DuplicatePair[] {
  const pairs: DuplicatePair[] = []
  const paired = new Set<string>()
  const pairUp = (
    keyOf: (row: ComparedCustomer) => string | null,
    reasonOf: (a: ComparedCustomer, b: ComparedCustomer) => DuplicateReason,
  ) => {
    const groups = new Map<string, ComparedCustomer>()
    for (const row of rows) {
      const key = keyOf(row)
      const first = key === null ? undefined : groups.get(key)
      if (key !== null && first === undefined) {
        groups.set(key, row)
      } else if (first !== undefined && !paired.has(`${first.rid} ${row.rid}`)) {
        paired.add(`${first.rid} ${row.rid}`)
        pairs.push({ reason: reasonOf(first, row), first: first.rid, second: row.rid })
      }
    }
  }
  pairUp(
    (row) => row.tenant_id,
    () => 'same-tenant',
  )
  pairUp(
    (row) => (row.domain === null ? null : `${row.account_id} ${row.domain}`),
    () => 'same-domain',
  )
  pairUp(
    (row) => `${row.account_id} ${skeleton(row.name)}`,
    (a, b) => likenessOf(a.name, b.name),
  )
  return pairs
}
