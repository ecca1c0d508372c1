import type { Reader } from '#main/store/database.ts'

type Entry = { readonly rid: number; readonly account: number; readonly key: string }

/** Finds customers by any piece of their search keys or of the user's names for them, in name order. */
export type CustomerSearch = {
  /** Row numbers in name order, all of them; `folded` must be folded already. */
  readonly find: (folded: string, accountId?: string) => readonly number[]
  /** Forgets what was loaded; called when an import or a removal has changed customers. */
  readonly reset: () => void
  /** Forgets the user's own names; called after every change, since undo may have changed one. */
  readonly resetAliases: () => void
}

/**
 * Makes the search. The keys are read once, in name order, and scanned: exact for every length and script, and some
 * milliseconds at 100,000 customers, where an index of pieces would miss or lag (performance notes, section 4).
 */
export function createCustomerSearch(reader: Reader): CustomerSearch {
  let entries: readonly Entry[] | null = null
  let accounts = new Map<string, number>()
  /** What was found last: a longer text is looked for among the finds of the shorter one. */
  let aliases: ReadonlyMap<number, string> | null = null
  let last: { readonly folded: string; readonly found: readonly Entry[] } | null = null

  const load = (): readonly Entry[] => {
    accounts = new Map()
    return reader
      .all<{ rid: number; account_id: string; search_key: string }>(
        'SELECT rid, account_id, search_key FROM customer ORDER BY name_key, rid',
      )
      .map((row) => {
        const account = accounts.get(row.account_id) ?? accounts.size
        accounts.set(row.account_id, account)
        return { rid: row.rid, account, key: row.search_key }
      })
  }

  const loadAliases = () =>
    new Map(
      reader
        .all<{ rid: number; alias_key: string }>(
          'SELECT customer_rid AS rid, alias_key FROM customer_own WHERE alias_key IS NOT NULL',
        )
        .map(({ rid, alias_key }) => [rid, alias_key]),
    )

  return {
    find: (folded, accountId) => {
      entries ??= load()
      aliases ??= loadAliases()
      const known = new Set([...aliases].filter(([, key]) => key.includes(folded)).map(([rid]) => rid))
      const among = last !== null && folded.startsWith(last.folded) ? last.found : entries
      const found = among.filter((entry) => entry.key.includes(folded) || known.has(entry.rid))
      last = { folded, found }
      const account = accountId === undefined ? undefined : (accounts.get(accountId) ?? -1)
      return found.filter((entry) => account === undefined || entry.account === account).map(({ rid }) => rid)
    },
    reset: () => {
      entries = null
      last = null
    },
    resetAliases: () => {
      aliases = null
      last = null
    },
  }
}
