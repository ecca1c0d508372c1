import { NotYet } from '#main/ipc/not-yet.ts'
import type { NotedReader } from '#main/store/noted-reader.ts'

/** Finds customers by any piece of their search keys or of the user's names for them, in name order. */
export type CustomerSearch = {
  /**
   * Row numbers in name order, all of them; `folded` must be folded already, and empty finds every customer.
   * @throws NotYet while a projection that may wait for it finds the customers half read.
   */
  readonly find: (folded: string, accountId?: string) => Uint32Array
  /** Says whether {@link find} can answer without reading the customers first. */
  readonly isReady: () => boolean
  /** Reads the customers in the background, a piece at a time, so that nothing has to wait for it. */
  readonly prepare: () => void
  /** Forgets what was loaded; called when an import or a removal has changed customers. */
  readonly reset: () => void
  /** Forgets the user's own names; called when they may have changed. */
  readonly resetAliases: () => void
}

type SearchOptions = {
  /** Runs a piece of work when nothing more urgent waits. */
  readonly later: (work: () => void) => void
  readonly isOpen: () => boolean
  /** Whether who asks now can be asked again, so that main need not be held up. */
  readonly mayWait?: () => boolean
  /** Customers read in one go in the background; the usual number takes some milliseconds. */
  readonly piece?: number
  /** Runs what is read in the background as of the search's day. */
  readonly inReading?: (work: () => void) => void
}

/** What the answers rest on, also once it has been read. */
const searched = ['customer', 'customer_own']

/** Customers whose keys are one text: looking through that is twice as fast as through each key by itself. */
const blockLength = 256

/** Lines of the keys of consecutive customers, a line feed after each; a key's own lines are no text anybody looks for. */
type Text = { readonly text: string; readonly starts: Uint32Array }

/** What is searched by letters of ASCII lies in strings of one byte a character: half of the memory to look through. */
type Block = { readonly narrow: Text; readonly wide: Text }

/** Every customer in name order, a column each: a hundred thousand small objects would cost more than what they hold. */
type Entries = {
  readonly rids: number[]
  readonly accounts: number[]
  readonly blocks: Block[]
  /** The keys that do not fill a block yet. */
  readonly open: string[]
  /** Where the next piece begins; `null` once all are here. */
  next: { readonly key: string; readonly rid: number } | null
}

/**
 * Makes the search. The keys are read once, in name order, and scanned: exact for every length and script, and some
 * milliseconds at 100,000 customers, where an index of pieces would miss or lag (performance notes, section 4).
 */
export function createCustomerSearch(
  reader: NotedReader,
  { later, isOpen, mayWait = () => false, piece = 1_000, inReading = (work) => work() }: SearchOptions,
): CustomerSearch {
  let entries: Entries | null = null
  const accounts = new Map<string, number>()
  /** The places of the customers the user has a name for, with that name as it is looked through. */
  let aliases: readonly { readonly at: number; readonly key: string }[] | null = null
  /** What was found last, as places in the entries: a longer text is looked for where the shorter one was found. */
  let last: { readonly folded: string; readonly found: Uint32Array } | null = null
  /** Those that wait for the last piece. */
  let waiting: (() => void)[] = []
  let answered: { readonly key: string; readonly rids: Uint32Array } | null = null
  /** Room for one row number of each customer: made for every key anew, it would have main collect garbage as one types. */
  let room = new Uint32Array()

  const start = (): Entries => ({ rids: [], accounts: [], blocks: [], open: [], next: { key: '', rid: 0 } })

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
      into.open.push(row.search_key)
      if (into.open.length === blockLength) {
        into.blocks.push(toBlock(into.open.splice(0)))
      }
    }
    const end = rows.length < limit ? undefined : rows.at(-1)
    into.next = end === undefined ? null : { key: end.name_key, rid: end.rid }
    if (into.next === null) {
      into.blocks.push(toBlock(into.open.splice(0)))
      release()
    }
  }

  const release = (): void => {
    const released = waiting
    waiting = []
    released.forEach((each) => each())
  }

  const prepare = (): void => {
    if (entries === null) {
      entries = start()
      later(goOn)
    }
  }

  const loaded = (): Entries => {
    if (entries?.next !== null && mayWait()) {
      prepare()
      const ready = new Promise<void>((resolve) => waiting.push(resolve))
      throw new NotYet(ready, () => undefined)
    }
    entries ??= start()
    while (entries.next !== null) {
      readPiece(entries, 50_000)
    }
    return entries
  }

  const goOn = (): void => {
    const current = entries
    if (isOpen() && current !== null && current.next !== null) {
      inReading(() => readPiece(current, piece))
      later(goOn)
    }
  }

  const loadAliases = (rids: readonly number[]) => {
    const own = new Map(
      reader
        .all<{ rid: number; alias_key: string }>(
          'SELECT customer_rid AS rid, alias_key FROM customer_own WHERE alias_key IS NOT NULL',
        )
        .map(({ rid, alias_key }) => [rid, alias_key]),
    )
    return own.size === 0
      ? []
      : rids.flatMap((rid, at) => {
          const key = own.get(rid)
          return key === undefined ? [] : [{ at, key }]
        })
  }

  const search = ({ rids, blocks }: Entries, folded: string): Uint32Array => {
    aliases ??= loadAliases(rids)
    const within = last !== null && folded.startsWith(last.folded) ? blocksOf(last.found) : null
    const wide = findPlaces(blocks, 'wide', folded, within, room)
    const found = isNarrow(folded)
      ? withPlaces(findPlaces(blocks, 'narrow', folded, within, room), wide)
      : wide
    const named = aliases.filter(({ key }) => key.includes(folded)).map(({ at }) => at)
    return withPlaces(found, named)
  }

  const find = (folded: string, accountId: string | undefined): Uint32Array => {
    const all = loaded()
    if (room.length < all.rids.length) {
      room = new Uint32Array(all.rids.length)
    }
    const account = accountId === undefined ? null : (accounts.get(accountId) ?? -1)
    let found: Uint32Array | null = null
    if (folded !== '') {
      found = search(all, folded)
      last = { folded, found }
    }
    const length = found === null ? all.rids.length : found.length
    let count = 0
    for (let each = 0; each < length; each += 1) {
      const at = found === null ? each : (found[each] ?? 0)
      if (account === null || all.accounts[at] === account) {
        room[count] = all.rids[at] ?? 0
        count += 1
      }
    }
    return room.slice(0, count)
  }

  return {
    find: (folded, accountId) => {
      reader.note(searched)
      // The windows of one list, and the search beside it, ask the same again.
      const key = `${accountId ?? ''} ${folded}`
      if (answered?.key !== key) {
        answered = { key, rids: find(folded, accountId) }
      }
      return answered.rids
    },
    isReady: () => entries !== null && entries.next === null,
    prepare,
    reset: () => {
      entries = null
      release()
      aliases = null
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

function toBlock(keys: readonly string[]): Block {
  const lines = keys.map((key) => key.split('\n'))
  const narrow = toText(lines.map((each) => each.filter(isNarrow).join('\n')))
  return {
    // A piece of a wide string is wide until its characters are written anew.
    narrow: { ...narrow, text: Buffer.from(narrow.text, 'latin1').toString('latin1') },
    wide: toText(lines.map((each) => each.filter((line) => !isNarrow(line)).join('\n'))),
  }
}

function isNarrow(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

function toText(keys: readonly string[]): Text {
  const starts = new Uint32Array(keys.length + 1)
  for (const [at, key] of keys.entries()) {
    starts[at + 1] = (starts[at] ?? 0) + key.length + 1
  }
  return { text: keys.join('\n'), starts }
}

/** The blocks in which something was found. */
function blocksOf(found: Uint32Array): readonly number[] {
  const blocks: number[] = []
  for (const at of found) {
    const block = Math.floor(at / blockLength)
    if (blocks.at(-1) !== block) {
      blocks.push(block)
    }
  }
  return blocks
}

/** The places, in order, of the customers whose keys hold a text; looked for in some of the blocks, or in all, with room for all. */
function findPlaces(
  blocks: readonly Block[],
  lines: keyof Block,
  folded: string,
  within: readonly number[] | null,
  room: Uint32Array,
): Uint32Array {
  let count = 0
  const looked = within === null ? blocks.length : within.length
  for (let each = 0; each < looked; each += 1) {
    const number = within === null ? each : (within[each] ?? 0)
    const { text, starts } = blocks[number]?.[lines] ?? { text: '', starts: new Uint32Array(1) }
    let at = 0
    let from = text.indexOf(folded)
    while (from !== -1) {
      while ((starts[at + 1] ?? Infinity) <= from) {
        at += 1
      }
      room[count] = number * blockLength + at
      count += 1
      at += 1
      from = at < starts.length - 1 ? text.indexOf(folded, starts[at]) : -1
    }
  }
  return room.slice(0, count)
}

/** Places with further ones; both in order, and a place of both stands once. */
function withPlaces(places: Uint32Array, others: ArrayLike<number>): Uint32Array {
  if (others.length === 0) {
    return places
  }
  const all = new Uint32Array(places.length + others.length)
  let count = 0
  let other = 0
  for (const place of places) {
    for (; other < others.length && (others[other] ?? 0) <= place; other += 1) {
      if (others[other] !== place) {
        all[count] = others[other] ?? 0
        count += 1
      }
    }
    all[count] = place
    count += 1
  }
  for (; other < others.length; other += 1) {
    all[count] = others[other] ?? 0
    count += 1
  }
  return all.slice(0, count)
}
