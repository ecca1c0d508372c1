import type { WireError } from '#shared/protocol.ts'
import type { RowRange } from '#renderer/state/list-state.ts'
import type { ViewStore } from '#renderer/state/view-store.ts'

/** A stretch of a list as main says it. */
type Block<Row> = { readonly total: number; readonly rows: readonly Row[] }

/** What is known of a list: nothing until the first answer. */
export type ListFacts = {
  readonly search: string
  readonly total: number | undefined
  readonly error: WireError | undefined
}

/** The rows of one list around what is on screen, held in blocks; every row keeps its identity while it stays as it is. */
export type RowBlocks<Row> = {
  readonly facts: () => ListFacts
  readonly rowAt: (index: number) => Row | undefined
  readonly indexOf: (isWanted: (row: Row) => boolean) => number
  /** Asks for the rows on screen, and for those that scrolling on will show. */
  readonly show: (ranges: readonly RowRange[]) => void
  /** Counts up whenever rows have come or changed. */
  readonly version: () => number
  /** Watches main as long as somebody listens. */
  readonly subscribe: (listener: () => void) => () => void
}

type Source<Row> = {
  /** The view of the rows from an offset on. */
  readonly block: (offset: number) => ViewStore<Block<Row>>
  readonly search: string
  /** What is shown until the first answer is there. */
  readonly before: RowBlocks<Row> | null
}

type Held<Row> = { readonly store: ViewStore<Block<Row>>; stop: (() => void) | null }

/** Rows of a block: a screen needs one or two, and one crosses the bridge well within a frame. */
export const blockSize = 50
/** Blocks watched at once, where fewer are wanted; the furthest are let go of first. */
const mostBlocks = 6
/** Blocks held while a list is scrolled too fast for main to hear which it can forget. */
const mostHeld = 24
/** Blocks of which rows can be on screen at once, where groups are closed between them. */
const mostWanted = 12
/** Questions under way at once: while main answers these, the list may have moved past any others. */
const mostAsked = 2
/** How near the end of a block the next one is asked for, in rows. */
const ahead = 25

const firstBlock: readonly number[] = [0]

/** Makes the rows of one list; asked for more than main can say, it asks next for what is on screen then. */
export function createRowBlocks<Row>({ block, search, before }: Source<Row>): RowBlocks<Row> {
  const blocks = new Map<number, Held<Row>>()
  const listeners = new Set<() => void>()
  let earlier = before
  let wanted = firstBlock
  let center = 0
  let version = 0
  // Typing ahead of an answer keeps what was there.
  let facts: ListFacts = { ...(before?.facts() ?? { search: '', total: undefined }), error: undefined }

  const held = (at: number): Held<Row> => {
    const known = blocks.get(at) ?? { store: block(at * blockSize), stop: null }
    blocks.set(at, known)
    return known
  }
  const answered = (at: number): readonly Row[] | undefined => {
    const state = blocks.get(at)?.store.getState()
    return state?.status === 'ready' ? state.value.rows : undefined
  }

  const read = (): ListFacts | null => {
    const states = [...blocks.values()].map(({ store }) => store.getState())
    const failed = states.find((state) => state.status === 'failed')
    if (failed?.status === 'failed') {
      return { search: '', total: undefined, error: failed.error }
    }
    const [newest] = states
      .flatMap((state) => (state.status === 'ready' ? [state] : []))
      .toSorted((a, b) => b.revision - a.revision)
    return newest === undefined ? null : { search, total: newest.value.total, error: undefined }
  }
  /** Takes in what main has said. */
  const look = (): void => {
    const next = read()
    version += 1
    if (next !== null) {
      const isSame = next.search === facts.search && next.total === facts.total && next.error === facts.error
      facts = isSame ? facts : next
      earlier = null
    }
  }

  const isOpen = () => listeners.size > 0
  const isWatched = (at: number) => (blocks.get(at)?.stop ?? null) !== null
  const isAnswered = () => facts.total !== undefined && earlier === null
  /** Asks for what is wanted and not here, the first of it first. */
  const ask = (): void => {
    if (!isOpen()) {
      return
    }
    const under = [...blocks.values()].filter(
      ({ store, stop }) => stop !== null && store.getState().status === 'loading',
    )
    // Where rows were on screen in the list before says nothing about this one.
    const next = isAnswered() ? wanted : firstBlock
    for (const at of next
      .filter((each) => !isWatched(each))
      .slice(0, Math.max(0, mostAsked - under.length))) {
      const asked = held(at)
      asked.stop = asked.store.subscribe(() => {
        look()
        listeners.forEach((listener) => listener())
        ask()
      })
      if (asked.store.getState().status !== 'loading') {
        look()
      }
    }
    // What is on screen goes first; main hears of what is not wanted any more when it has nothing else to say.
    if ((under.length === 0 && next.every(isWatched)) || blocks.size > mostHeld) {
      letGo()
    }
  }
  const letGo = (): void => {
    const far = [...blocks.keys()]
      .filter((at) => !wanted.includes(at))
      .toSorted((a, b) => Math.abs(b - center) - Math.abs(a - center))
    for (const at of far.slice(0, Math.max(0, blocks.size - mostBlocks))) {
      blocks.get(at)?.stop?.()
      blocks.delete(at)
    }
  }

  // What came with the page is there at once.
  held(0)
  look()

  return {
    facts: () => facts,
    rowAt: (index) =>
      earlier === null ? answered(Math.floor(index / blockSize))?.[index % blockSize] : earlier.rowAt(index),
    indexOf: (isWanted) => {
      if (earlier !== null) {
        return earlier.indexOf(isWanted)
      }
      for (const at of blocks.keys()) {
        const found = answered(at)?.findIndex(isWanted) ?? -1
        if (found >= 0) {
          return at * blockSize + found
        }
      }
      return -1
    },
    show: (ranges) => {
      const [first = 0] = ranges[0] ?? []
      const step = Math.floor(first / blockSize) - center
      center += step
      wanted = blocksOf(ranges, step < 0, facts.total ?? 0)
      ask()
    },
    version: () => version,
    subscribe: (listener) => {
      if (!isOpen()) {
        // Those nobody will watch again grow old.
        ;[...blocks.keys()].filter((at) => !wanted.includes(at)).forEach((at) => blocks.delete(at))
      }
      listeners.add(listener)
      ask()
      return () => {
        listeners.delete(listener)
        if (!isOpen()) {
          blocks.forEach((known) => {
            known.stop?.()
            known.stop = null
          })
        }
      }
    },
  }
}

/** The blocks that hold the ranges, then the one scrolling on reaches, and the one it came from. */
function blocksOf(ranges: readonly RowRange[], isUpward: boolean, total: number): readonly number[] {
  const blockOf = (row: number) => Math.floor(Math.max(0, Math.min(row, total - 1)) / blockSize)
  const next = new Set<number>()
  for (const [first, last] of ranges) {
    for (let at = blockOf(first); at <= blockOf(last) && next.size < mostWanted; at += 1) {
      next.add(at)
    }
  }
  const above = blockOf((ranges[0]?.[0] ?? 0) - ahead)
  const below = blockOf((ranges.at(-1)?.[1] ?? 0) + ahead)
  return [...next.add(isUpward ? above : below).add(isUpward ? below : above)]
}
