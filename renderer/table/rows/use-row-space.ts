import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { rowSpace, rowsTop, scrollTopOf, topToShow } from './row-space.ts'

/** Which rows are drawn, and how far from their own place the scaled range puts them. */
export type RowSpaceInUse = {
  readonly height: number
  readonly first: number
  /** The row at the top edge. */
  readonly topRow: number
  readonly shift: number
  readonly rowsInRoom: number
  /** How many rows are drawn, each in an element that other rows take their turn in. */
  readonly slots: number
  /** Says that the rows around the visible ones may be drawn too: not in the frame that shows another place. */
  readonly isFilled: boolean
  /** Has them drawn, which is to be asked for once the visible ones are on screen. */
  readonly fill: () => void
  readonly showRow: (index: number) => void
  readonly putOnTop: (index: number) => void
}

const overscan = 8

/** Where a list stands, and the row at the top when what is around the visible rows was drawn last. */
type Place = {
  readonly listKey: string
  readonly topRow: number
  readonly shift: number
  readonly filled: number
}

const nowhere = Number.NEGATIVE_INFINITY

/** Follows the scrolling of a grid and says which rows to draw; exact for any number of rows. */
export function useRowSpace(
  grid: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headerHeight: number,
  listKey: string,
  showRange: (first: number, last: number) => void,
): RowSpaceInUse {
  const [room, setRoom] = useState(0)
  const [place, setPlace] = useState<Place>({ listKey, topRow: 0, shift: 0, filled: nowhere })
  if (place.listKey !== listKey) {
    setPlace({ ...place, listKey, filled: nowhere })
  }
  /** Where rows were put by name; a scaled scrollbar is too coarse to tell. */
  const exact = useRef<{ readonly scrollTop: number; readonly top: number } | null>(null)
  const space = rowSpace(count, rowHeight, room)
  const current = useRef(space)
  const rowsInRoom = Math.ceil(room / rowHeight)
  const ask = useCallback(
    (top: number) => {
      const first = Math.max(0, Math.min(top, count - 1))
      showRange(first, Math.max(first, Math.min(count - 1, top + rowsInRoom)))
    },
    [showRange, count, rowsInRoom],
  )
  const asking = useRef(ask)

  const topNow = useCallback(() => {
    const { current: element } = grid
    const scrollTop = element === null ? 0 : element.scrollTop
    const held = exact.current
    return held !== null && Math.abs(held.scrollTop - scrollTop) < 1
      ? held.top
      : rowsTop(current.current, scrollTop)
  }, [grid])

  const follow = useCallback(() => {
    const { current: element } = grid
    const { ratio } = current.current
    const top = topNow()
    const topRow = Math.floor(top / rowHeight)
    // The question is on its way while the rows that are here are drawn.
    asking.current(topRow)
    const shift = ratio === 1 ? 0 : (element === null ? 0 : element.scrollTop) - top
    setPlace((before) => {
      // A step that leaves some rows in sight takes those around them along.
      const isNear = Math.abs(topRow - before.filled) * rowHeight <= current.current.room
      const filled = isNear ? topRow : before.filled
      return before.topRow === topRow && before.shift === shift && before.filled === filled
        ? before
        : { ...before, topRow, shift, filled }
    })
  }, [grid, rowHeight, topNow])

  useLayoutEffect(() => {
    const { current: element } = grid
    if (element === null) {
      return
    }
    const measure = () => setRoom(Math.max(0, element.clientHeight - headerHeight))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    // Drawn in the frame that shows the new place, not in the one after it.
    const onScroll = () => flushSync(follow)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [grid, headerHeight, follow])

  useLayoutEffect(() => {
    current.current = rowSpace(count, rowHeight, room)
    asking.current = ask
  }, [count, rowHeight, room, ask])
  // Where the rows are is read only when that may have changed: reading it makes the browser lay out what was just drawn.
  useEffect(follow, [follow, count, room, ask])

  const putAt = useCallback(
    (top: number) => {
      const scrollTop = scrollTopOf(current.current, top)
      exact.current = { scrollTop, top }
      // Asked at once and not in the frame that scrolls: the rows may be here by then.
      asking.current(Math.floor(top / rowHeight))
      const { current: element } = grid
      if (element !== null) {
        element.scrollTo({ top: scrollTop })
      }
    },
    [grid, rowHeight],
  )
  const showRow = useCallback(
    (index: number) => {
      const top = topNow()
      const next = topToShow(current.current, index, top)
      if (next !== top) {
        putAt(next)
      }
    },
    [topNow, putAt],
  )
  const putOnTop = useCallback((index: number) => putAt(index * rowHeight), [putAt, rowHeight])

  const fill = useCallback(
    () => startTransition(() => setPlace((before) => ({ ...before, filled: before.topRow }))),
    [],
  )

  const topRow = Math.min(place.topRow, Math.max(0, count - 1))
  const slots = Math.min(count, rowsInRoom + 1 + 2 * overscan)
  // Always as many rows, also at either end: none has to be made or taken away while scrolling.
  const first = Math.max(0, Math.min(topRow - overscan, count - slots))
  return {
    height: space.height,
    first,
    topRow,
    shift: space.ratio === 1 ? 0 : place.shift,
    rowsInRoom,
    slots,
    isFilled: place.filled === place.topRow,
    fill,
    showRow,
    putOnTop,
  }
}
