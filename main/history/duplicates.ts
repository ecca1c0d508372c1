import type { Reader } from '#main/store/database.ts'
import { likenessOf, skeleton } from './name-likeness.ts'

/** Why two customers may be one. */
export type DuplicateReason = 'same-tenant' | 'same-domain' | 'same-name' | 'near-name' | 'homograph'

/** Two customers that may be one, by their row numbers. */
export type DuplicatePair = {
  readonly reason: DuplicateReason
  readonly first: number
  readonly second: number
}

type Row = {
  readonly rid: number
  readonly account_id: string
  readonly name: string
  readonly tenant_id: string | null
  readonly domain: string | null
}

/** Customers that may be one; worked out when asked for, and again when the portfolio has changed. */
export type Duplicates = { readonly pairs: () => readonly DuplicatePair[]; readonly reset: () => void }

/** Makes the search for them. */
export function createDuplicates(reader: Reader): Duplicates {
  let known: readonly DuplicatePair[] | null = null
  return {
    pairs: () => {
      known ??= findPairs(
        reader.all<Row>(
          'SELECT rid, account_id, name, tenant_id, domain FROM customer ORDER BY name_key, rid',
        ),
      )
      return known
    },
    reset: () => {
      known = null
    },
  }
}

/**
 * A tenant in two accounts is how dual partners see it (domain 0.17) and is only said. In one account, an equal domain
 * or a name that looks the same is a reason to look, and never one to merge by itself.
 */
function findPairs(rows: readonly Row[]): readonly DuplicatePair[] {
  const pairs: DuplicatePair[] = []
  const paired = new Set<string>()
  const pairUp = (keyOf: (row: Row) => string | null, reasonOf: (a: Row, b: Row) => DuplicateReason) => {
    const groups = new Map<string, Row>()
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
