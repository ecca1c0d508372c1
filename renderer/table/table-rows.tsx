import { mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { barsOf, tracksOf, type Layout } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'
import { GroupRow } from './group-row.tsx'
import { TableRow, type CellLook } from './table-row.tsx'
import type { ListWindow } from './use-list-window.ts'
import type { RowSpaceInUse } from './use-row-space.ts'

type TableRowsProps<Row> = {
  readonly list: ListWindow<Row>
  readonly space: RowSpaceInUse
  readonly layout: Layout<Row>
  /** Says that the columns are wider than the window, so that frozen ones have something to stay from. */
  readonly isWide: boolean
  readonly indexOfColumn: (id: string) => number
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
  const { list, space, layout, isWide, indexOfColumn, gridId, rowHeight, cursor, cursorCell } = props
  const { first, slots, isFilled, fill } = space
  const styles = useTableStyles()
  const tracks = useMemo(() => tracksOf(layout), [layout])
  const bars = useMemo(() => barsOf(layout, cellGap, tokens.colorNeutralBackground5), [layout])
  const looks = useMemo(
    () =>
      layout.columns.map(({ column, left }, at): CellLook => {
        const isFrozen = left !== null
        const isLastFrozen = isFrozen && layout.columns[at + 1]?.left === null
        return {
          colIndex: indexOfColumn(column.id) + 1,
          // A browser keeps a picture of its own for each cell that may stay behind; where none will, that is a waste.
          cell: mergeClasses(
            styles.cell,
            column.align === 'end' && styles.end,
            isFrozen && isWide && styles.frozen,
            isLastFrozen && styles.lastFrozen,
          ),
          style: isFrozen && isWide ? { left } : undefined,
        }
      }),
    [layout, isWide, indexOfColumn, styles],
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

  const place = { transform: `translateY(${block * rowHeight + space.shift}px)`, '--table-bars': bars }
  return (
    <div className={styles.block} role="presentation" style={place}>
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
            layout={layout}
            tracks={tracks}
            looks={looks}
            isSelected={props.isChosen(index)}
            cursor={index === cursor ? (cursorCell ?? 'row') : null}
            level={groups === undefined ? undefined : 2}
          />
        )
      })}
    </div>
  )
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
