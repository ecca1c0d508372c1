import type { Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'

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
    (a, b) =>
      fold(a.name) === fold(b.name)
        ? 'same-name'
        : plain(a.name) === plain(b.name)
          ? 'near-name'
          : 'homograph',
  )
  return pairs
}

const companyForms =
  /(有限责任公司|股份有限公司|有限公司|集团|公司|\b(?:co|company|ltd|limited|inc|corp|corporation|llc|gmbh|group)\b)/gu

/** A name without what companies add to theirs: their form, spaces and marks. */
function plain(name: string): string {
  return fold(name)
    .replace(/[.,]/g, ' ')
    .replace(companyForms, '')
    .replace(/[\p{P}\p{S}\p{Z}\p{Cf}]/gu, '')
}

/** Letters and digits that are drawn alike, by the Latin one (Unicode's confusables, the ones in use in names). */
const lookalikes: { readonly [letter: string]: string } = {
  а: 'a', в: 'b', с: 'c', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', ѕ: 's', т: 't',
  у: 'y', х: 'x', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x',
  '0': 'o', '1': 'l', i: 'l',
} // prettier-ignore

/** A name as the eye sees it: what gives the same is easily taken for the same. */
function skeleton(name: string): string {
  const letters = Array.from(plain(name), (letter) => lookalikes[letter] ?? letter)
  // A name of nothing but its form is no name to compare.
  return letters.length === 0 ? fold(name) : letters.join('')
}
