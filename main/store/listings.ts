import type { DatabaseSync } from 'node:sqlite'

/** What an import lists. */
export type ListingKind = 'customer' | 'subscription'

/** Answers, from the bitmaps of what each import listed, when a record was listed last and since when it is not. */
export type Listings = {
  /** The import that listed the record last, at the reading's head; `null` when none did. */
  readonly lastListing: (kind: ListingKind, rid: number) => number | null
  /** The first full list after that which did not list it; `null` while it is listed, or no full list says. */
  readonly absentSince: (kind: ListingKind, rid: number, accountId: string) => number | null
  /** Forgets what was worked out; called when imports have come or gone. */
  readonly reset: () => void
}

/** The bits of a listing, to be set by record number. */
export type ListingBits = { readonly add: (rid: number) => void; readonly bytes: () => Uint8Array }

/** Starts an empty listing that grows as it must. */
export function createListingBits(): ListingBits {
  let bits = new Uint8Array(1024)
  let used = 0
  return {
    add: (rid) => {
      const at = rid >> 3
      if (at >= bits.length) {
        const grown = new Uint8Array(Math.max(bits.length * 2, at + 1))
        grown.set(bits)
        bits = grown
      }
      bits[at] = (bits[at] ?? 0) | (1 << (rid & 7))
      used = Math.max(used, at + 1)
    },
    bytes: () => bits.slice(0, used),
  }
}

type Known = {
  readonly last: { readonly [K in ListingKind]: Int32Array }
  /** Full lists of each account and kind, the oldest first. */
  readonly full: ReadonlyMap<string, readonly number[]>
}

/** How many heads' answers are kept: today's, and that of the last reading as of another day. */
const keptHeads = 2

/** Makes the answers over a database; each head's are worked out once, in one pass over its bitmaps. */
export function createListings(database: DatabaseSync, headNow: () => number): Listings {
  const known = new Map<number, Known>()
  const at = (head: number): Known => {
    const found = known.get(head)
    if (found !== undefined) {
      return found
    }
    const made: Known = {
      last: {
        customer: lastOf(database, 'customer', head),
        subscription: lastOf(database, 'subscription', head),
      },
      full: fullLists(database, head),
    }
    if (known.size >= keptHeads) {
      known.delete([...known.keys()][0] ?? head)
    }
    known.set(head, made)
    return made
  }
  return {
    lastListing: (kind, rid) => at(headNow()).last[kind][rid] || null,
    absentSince: (kind, rid, accountId) => {
      const { last, full } = at(headNow())
      const seen = last[kind][rid] ?? 0
      const lists = full.get(`${kind} ${accountId}`)
      return seen === 0 || lists === undefined ? null : (lists.find((each) => each > seen) ?? null)
    },
    reset: () => known.clear(),
  }
}

/** The newest listing of every record: newest first, and each takes only the bits no newer one had. */
function lastOf(database: DatabaseSync, kind: ListingKind, head: number): Int32Array {
  const table = kind === 'customer' ? 'customer_record' : 'subscription_record'
  const most = Number(database.prepare(`SELECT MAX(rid) AS most FROM ${table}`).get()?.['most'] ?? 0)
  const last = new Int32Array(most + 1)
  const open = new Uint8Array((most >> 3) + 1).fill(0xff)
  const listings = database.prepare(
    'SELECT import_rid, bits FROM import_listing WHERE kind = ? AND import_rid <= ? ORDER BY import_rid DESC',
  )
  for (const row of listings.iterate(kind, head)) {
    const importRid = Number(row['import_rid'])
    const bits = row['bits'] as Uint8Array
    for (let at = 0; at < bits.length && at < open.length; at += 1) {
      const fresh = (bits[at] ?? 0) & (open[at] ?? 0)
      if (fresh !== 0) {
        open[at] = (open[at] ?? 0) & ~fresh
        for (let bit = 0; bit < 8; bit += 1) {
          if ((fresh & (1 << bit)) !== 0 && at * 8 + bit <= most) {
            last[at * 8 + bit] = importRid
          }
        }
      }
    }
  }
  return last
}

function fullLists(database: DatabaseSync, head: number): Map<string, number[]> {
  const lists = new Map<string, number[]>()
  const rows = database
    .prepare(
      'SELECT rid, account_id, full_kind FROM import WHERE full_kind IS NOT NULL AND rid <= ? ORDER BY rid',
    )
    .all(head)
  for (const row of rows) {
    const key = `${String(row['full_kind'])} ${String(row['account_id'])}`
    lists.set(key, [...(lists.get(key) ?? []), Number(row['rid'])])
  }
  return lists
}
