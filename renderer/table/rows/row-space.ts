/** Chromium cuts elements at 33,554,428 px without a word; beyond this height the scroll range is scaled. */
export const tallest = 30_000_000

/** How rows lie in the scroll range: one to one while they fit, scaled beyond. */
export type RowSpace = {
  /** The height of the scrolled element, without the header. */
  readonly height: number
  /** Pixels of rows for a pixel of the scrollbar. */
  readonly ratio: number
  readonly rowHeight: number
  readonly count: number
  /** What is seen of the rows at once. */
  readonly room: number
}

/** Works out the space of `count` rows of which `room` pixels are seen. */
export function rowSpace(count: number, rowHeight: number, room: number): RowSpace {
  const real = count * rowHeight
  const height = Math.min(real, tallest)
  const ratio = real <= tallest ? 1 : (real - room) / Math.max(1, height - room)
  return { height, ratio, rowHeight, count, room }
}

/** Where the rows stand for a place of the scrollbar, in pixels from the first row's top. */
export function rowsTop({ ratio, count, rowHeight, room }: RowSpace, scrollTop: number): number {
  return Math.min(Math.max(0, scrollTop * ratio), Math.max(0, count * rowHeight - room))
}

/** The place of the scrollbar for rows that stand at `top`. */
export function scrollTopOf({ ratio }: RowSpace, top: number): number {
  return top / ratio
}

/** Where the rows must stand for a row to be seen whole; where they stand when it already is. */
export function topToShow({ rowHeight, room }: RowSpace, index: number, top: number): number {
  const start = index * rowHeight
  if (start < top) {
    return start
  }
  return start + rowHeight > top + room ? start + rowHeight - room : top
}
