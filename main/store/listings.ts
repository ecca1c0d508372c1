import type { DatabaseSync } from 'node:sqlite'

/** What an import lists. */
export type ListingKind = 'customer' | 'subscription'

/** Answers, from the bitmaps of what each import listed, at the reading's head. */
export type Listings = {
  /** The import that listed the record last; `null` when none did. */
  readonly lastListing: (kind: ListingKind, rid: number) => number | null
  /** The first full list after that which did not list it; `null` while it is listed, or no full list says. */
  readonly absentSince: (kind: ListingKind, rid: number) => number | null
  /** How many records each import was the last to list. */
  readonly listedBy: (kind: ListingKind) => ReadonlyMap<number, number>
  /** The records that are not in the list any more, since an import later than the given one; newest first. */
  readonly absentAfter: (kind: ListingKind, importRid: number) => readonly number[]
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

/** By record number: the import that listed it last, and the one it is missing since; 0 for none. */
type Known = { readonly last: Int32Array; readonly absent: Int32Array }

/** How many heads' answers are kept: today's, and that of the last reading as of another day. */
const keptHeads = 2

/**
 * Makes the answers over a database; each head's are worked out once, in one pass over its bitmaps, and those of a kind
 * when they are first asked for: a start asks about customers, of which there are few beside subscriptions.
 */
export function createListings(database: DatabaseSync, headNow: () => number): Listings {
  const known = new Map<number, Map<ListingKind, Known>>()
  const ofHead = (head: number): Map<ListingKind, Known> => {
    const found = known.get(head)
    if (found !== undefined) {
      return found
    }
    const made = new Map<ListingKind, Known>()
    if (known.size >= keptHeads) {
      known.delete([...known.keys()][0] ?? head)
    }
    known.set(head, made)
    return made
  }
  const now = (kind: ListingKind): Known => {
    const head = headNow()
    const kinds = ofHead(head)
    const found = kinds.get(kind)
    if (found !== undefined) {
      return found
    }
    const made = workOut(database, kind, head)
    kinds.set(kind, made)
    return made
  }
  return {
    lastListing: (kind, rid) => now(kind).last[rid] || null,
    absentSince: (kind, rid) => now(kind).absent[rid] || null,
    listedBy: (kind) => {
      const counts = new Map<number, number>()
      for (const importRid of now(kind).last) {
        if (importRid !== 0) {
          counts.set(importRid, (counts.get(importRid) ?? 0) + 1)
        }
      }
      return counts
    },
    absentAfter: (kind, importRid) => {
      const { absent } = now(kind)
      const rids: number[] = []
      absent.forEach((since, rid) => {
        if (since > importRid) {
          rids.push(rid)
        }
      })
      return rids.toSorted((a, b) => (absent[b] ?? 0) - (absent[a] ?? 0) || a - b)
    },
    reset: () => known.clear(),
  }
}

function workOut(database: DatabaseSync, kind: ListingKind, head: number): Known {
  const last = lastOf(database, kind, head)
  return { last, absent: absentOf(database, kind, head, last) }
}

/** A record is missing since the first full list of its account that came after the last one to name it. */
function absentOf(database: DatabaseSync, kind: ListingKind, head: number, last: Int32Array): Int32Array {
  const absent = new Int32Array(last.length)
  const imports = database
    .prepare('SELECT rid, account_id, full_kind FROM import WHERE rid <= ? ORDER BY rid DESC')
    .all(head)
  const nextFull = new Map<string, number>()
  /** For each import, the first full list of its account after it. */
  const after = new Map<number, number>()
  for (const row of imports) {
    const account = String(row['account_id'])
    after.set(Number(row['rid']), nextFull.get(account) ?? 0)
    if (row['full_kind'] === kind) {
      nextFull.set(account, Number(row['rid']))
    }
  }
  if (nextFull.size > 0) {
    last.forEach((importRid, rid) => {
      absent[rid] = importRid === 0 ? 0 : (after.get(importRid) ?? 0)
    })
  }
  return absent
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
