import type { Reader } from '#main/store/database.ts'

/** Finds customers by any piece of their search keys or of the user's names for them, in name order. */
export type CustomerSearch = {
  /** Row numbers in name order, all of them; `folded` must be folded already, and empty finds every customer. */
  readonly find: (folded: string, accountId?: string) => Uint32Array
  /** Says whether {@link find} can answer without reading the customers first. */
  readonly isReady: () => boolean
  /** Reads the customers in the background, a piece at a time, so that nothing has to wait for it. */
  readonly prepare: () => void
  /** Forgets what was loaded; called when an import or a removal has changed customers. */
  readonly reset: () => void
  /** Forgets the user's own names; called after every change, since undo may have changed one. */
  readonly resetAliases: () => void
}

type SearchOptions = {
  /** Runs a piece of work when nothing more urgent waits. */
  readonly later: (work: () => void) => void
  readonly isOpen: () => boolean
  /** Customers read in one go in the background; the usual number takes some milliseconds. */
  readonly piece?: number
}

/** Every customer in name order, a column each: a hundred thousand small objects would cost more than what they hold. */
type Entries = {
  readonly rids: number[]
  readonly accounts: number[]
  readonly keys: string[]
  /** Where the next piece begins; `null` once all are here. */
  next: { readonly key: string; readonly rid: number } | null
}

/**
 * Makes the search. The keys are read once, in name order, and scanned: exact for every length and script, and some
 * milliseconds at 100,000 customers, where an index of pieces would miss or lag (performance notes, section 4).
 */
export function createCustomerSearch(
  reader: Reader,
  { later, isOpen, piece = 2_000 }: SearchOptions,
): CustomerSearch {
  let entries: Entries | null = null
  const accounts = new Map<string, number>()
  let aliases: ReadonlyMap<number, string> | null = null
  /** What was found last, as places in the entries: a longer text is looked for among the finds of the shorter one. */
  let last: { readonly folded: string; readonly found: readonly number[] } | null = null
  let answered: { readonly key: string; readonly rids: Uint32Array } | null = null

  const start = (): Entries => ({ rids: [], accounts: [], keys: [], next: { key: '', rid: 0 } })

  const readPiece = (into: Entries, limit: number): void => {
    const { key, rid } = into.next ?? { key: '', rid: 0 }
    const rows = reader.all<{ rid: number; account_id: string; name_key: string; search_key: string }>(
      `SELECT rid, account_id, name_key, search_key FROM customer
      WHERE (name_key, rid) > (:key, :rid) ORDER BY name_key, rid LIMIT :limit`,
      { key, rid, limit },
    )
    for (const row of rows) {
      const account = accounts.get(row.account_id) ?? accounts.size
      accounts.set(row.account_id, account)
      into.rids.push(row.rid)
      into.accounts.push(account)
      into.keys.push(row.search_key)
    }
    const end = rows.length < limit ? undefined : rows.at(-1)
    into.next = end === undefined ? null : { key: end.name_key, rid: end.rid }
  }

  const loaded = (): Entries => {
    entries ??= start()
    while (entries.next !== null) {
      readPiece(entries, 50_000)
    }
    return entries
  }

  const goOn = (): void => {
    const current = entries
    if (isOpen() && current !== null && current.next !== null) {
      readPiece(current, piece)
      later(goOn)
    }
  }

  const loadAliases = () =>
    new Map(
      reader
        .all<{ rid: number; alias_key: string }>(
          'SELECT customer_rid AS rid, alias_key FROM customer_own WHERE alias_key IS NOT NULL',
        )
        .map(({ rid, alias_key }) => [rid, alias_key]),
    )

  const search = ({ rids, keys }: Entries, folded: string): readonly number[] => {
    aliases ??= loadAliases()
    const known = new Set([...aliases].filter(([, key]) => key.includes(folded)).map(([rid]) => rid))
    const isFound = (at: number): boolean =>
      keys[at]?.includes(folded) === true || (known.size > 0 && known.has(rids[at] ?? 0))
    if (last !== null && folded.startsWith(last.folded)) {
      return last.found.filter((at) => isFound(at))
    }
    const found: number[] = []
    for (let at = 0; at < keys.length; at += 1) {
      if (isFound(at)) {
        found.push(at)
      }
    }
    return found
  }

  const find = (folded: string, accountId: string | undefined): Uint32Array => {
    const all = loaded()
    const account = accountId === undefined ? null : (accounts.get(accountId) ?? -1)
    const isWanted = (at: number): boolean => account === null || all.accounts[at] === account
    if (folded === '') {
      return Uint32Array.from(all.rids.filter((_rid, at) => isWanted(at)))
    }
    const found = search(all, folded)
    last = { folded, found }
    return Uint32Array.from(
      found.filter((at) => isWanted(at)),
      (at) => all.rids[at] ?? 0,
    )
  }

  return {
    find: (folded, accountId) => {
      // The windows of one list, and the search beside it, ask the same again.
      const key = `${accountId ?? ''} ${folded}`
      if (answered?.key !== key) {
        answered = { key, rids: find(folded, accountId) }
      }
      return answered.rids
    },
    isReady: () => entries !== null && entries.next === null,
    prepare: () => {
      if (entries === null) {
        entries = start()
        later(goOn)
      }
    },
    reset: () => {
      entries = null
      last = null
      answered = null
    },
    resetAliases: () => {
      aliases = null
      last = null
      answered = null
    },
  }
}
