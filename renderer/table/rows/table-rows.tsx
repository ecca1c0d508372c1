import { mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { barsOf, tracksOf, type Layout } from '#renderer/table/columns/column.ts'
import { useTableStyles } from '#renderer/table/data-table-styles.ts'
import { GroupRow } from './group-row.tsx'
import { TableRow, type CellLook } from './table-row.tsx'
import type { ListWindow } from '#renderer/table/use-list-window.ts'
import type { RowSpaceInUse } from './use-row-space.ts'

type TableRowsProps<Row> = {
  readonly list: ListWindow<Row>
  readonly space: RowSpaceInUse
  readonly layout: Layout<Row>
  /** Says that the columns are wider than the window, so that frozen ones have something to stay from. */
  readonly isWide: boolean
  readonly columnCount: number
  readonly gridId: string
  readonly rowHeight: number
  readonly cursor: number
  readonly cursorCell: number | null
  readonly isChosen: (index: number) => boolean | undefined
}

/** Rows are placed within blocks: a block moves as one, and no number in it grows too large to be exact. */
const blockSize = 1_000
/** The room beside the text of a cell, in pixels. */
const cellGap = 12

/** The drawn rows: while the list moves their elements stay where they are in the document and show other rows. */
export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { list, space, layout, isWide, gridId, rowHeight, cursor, cursorCell } = props
  const { first, slots, isFilled, fill } = space
  const styles = useTableStyles()
  const tracks = useMemo(() => tracksOf(layout), [layout])
  const bars = useMemo(() => barsOf(layout, cellGap, tokens.colorNeutralBackground5), [layout])
  // A width that changes is none of the cells' concern, unless they have to stay behind from another place.
  const columns = useSteady(layout.columns.map(({ column }) => column))
  const lefts = useSteady(layout.columns.map(({ left }) => (isWide ? left : left === null ? null : 0)))
  const looks = useMemo(
    () =>
      columns.map(({ align }, at): CellLook => {
        const left = lefts[at] ?? null
        const isFrozen = left !== null
        const isLastFrozen = isFrozen && (lefts[at + 1] ?? null) === null
        return {
          // A browser keeps a picture of its own for each cell that may stay behind; where none will, that is a waste.
          cell: mergeClasses(
            styles.cell,
            align === 'end' && styles.end,
            ...(isFrozen && isWide ? [styles.frozen, styles.frozenCell] : [styles.free]),
            isLastFrozen && styles.lastFrozen,
          ),
          style: isFrozen && isWide ? { left } : undefined,
        }
      }),
    [columns, lefts, isWide, styles],
  )
  const turn = useTurn(first, slots)

  const block = Math.floor(first / blockSize) * blockSize
  const drawn = Array.from({ length: slots }, (_, at) => {
    const slot = (turn + at) % slots
    return { slot, index: first + ((slot - (first % slots) + slots) % slots) }
  })
  const { groups } = list
  const isHere = (index: number) =>
    list.rowAt(index) !== undefined || (groups?.headAt(index) ?? null) !== null
  const isSeen = (index: number) => index >= space.topRow && index <= space.topRow + space.rowsInRoom
  const isWhole = drawn.every(({ index }) => !isSeen(index) || isHere(index))
  useEffect(() => (isFilled || !isWhole ? undefined : afterPaint(fill)), [isFilled, isWhole, first, fill])

  return (
    <div
      className={styles.block}
      role="presentation"
      style={{ transform: `translateY(${block * rowHeight + space.shift}px)` }}
    >
      {drawn.map(({ slot, index }) => {
        const group = groups?.headAt(index)
        const shared = {
          id: `${gridId}-${index}`,
          index,
          top: (index - block) * rowHeight,
          height: rowHeight,
        }
        return group ? (
          <GroupRow
            key={slot}
            {...shared}
            group={group}
            columnCount={props.columnCount}
            hasCursor={index === cursor}
          />
        ) : (
          <TableRow
            key={slot}
            {...shared}
            row={isFilled || isSeen(index) ? list.rowAt(index) : undefined}
            columns={columns}
            looks={looks}
            tracks={tracks}
            bars={bars}
            isSelected={props.isChosen(index)}
            cursor={index === cursor ? (cursorCell ?? 'row') : null}
            level={groups === undefined ? undefined : 2}
          />
        )
      })}
    </div>
  )
}

/** The same array as long as it holds the same. */
function useSteady<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list)
  if (kept.length === list.length && kept.every((each, at) => each === list[at])) {
    return kept
  }
  setKept(list)
  return list
}

/** Runs something once what was just drawn is on the screen; the returned function gives it up. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** How long a list rests before its elements are put into the order of their rows, in milliseconds. */
const rest = 250

/**
 * The slot that is first in the document. It follows the rows only once they rest, so that they are read in their order:
 * moving elements costs more than filling them, and the eye does not see it.
 */
function useTurn(first: number, slots: number): number {
  const wanted = slots === 0 ? 0 : first % slots
  const [turn, setTurn] = useState(wanted)
  useEffect(() => {
    if (turn === wanted) {
      return
    }
    const timer = setTimeout(() => setTurn(wanted), rest)
    return () => clearTimeout(timer)
  }, [turn, wanted])
  return slots === 0 ? 0 : turn % slots
}
