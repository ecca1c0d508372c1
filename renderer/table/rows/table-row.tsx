import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import type { Column } from '#renderer/table/columns/column.ts'
import { useTableStyles } from '#renderer/table/data-table-styles.ts'

/** How the cells of a column look, worked out once for all rows. */
export type CellLook = {
  readonly cell: string
  readonly style: CSSProperties | undefined
}

type CellsProps<Row> = {
  /** `undefined` while its window is still on the way. */
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly looks: readonly CellLook[]
}

type TableRowProps<Row> = CellsProps<Row> & {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly tracks: string
  /** The picture of a row on the way. */
  readonly bars: string
  readonly isSelected: boolean | undefined
  /** Says that the cursor is in this row: on the whole of it, or on one cell. */
  readonly cursor: 'row' | number | null
  readonly level: number | undefined
}

type RowCellsProps<Row> = CellsProps<Row> & {
  readonly rowId: string | null
  readonly cursorCell: number | null
}

function RowCellsElements<Row>({ row, columns, looks, rowId, cursorCell }: RowCellsProps<Row>): ReactNode {
  return columns.map((column, at) => (
    <div
      key={column.id}
      // Only a cell of the cursor's row is ever spoken of by name.
      id={rowId === null ? undefined : `${rowId}-${at}`}
      role="gridcell"
      aria-colindex={at + 1}
      data-column={column.id}
      data-cursor={cursorCell === at ? '' : undefined}
      className={looks[at]?.cell}
      style={looks[at]?.style}
      title={row === undefined ? undefined : column.tooltip?.(row)}
    >
      {row === undefined ? null : column.cell(row)}
    </div>
  ))
}

/** Cells of a row that is on the way stay as they were: they are not seen, and few of them become other elements then. */
function isSame<Row>(before: RowCellsProps<Row>, after: RowCellsProps<Row>): boolean {
  return (
    (before.row === after.row || after.row === undefined) &&
    before.columns === after.columns &&
    before.looks === after.looks &&
    before.rowId === after.rowId &&
    before.cursorCell === after.cursorCell
  )
}

const RowCells = memo(RowCellsElements, isSame) as typeof RowCellsElements

function TableRowElement<Row>(props: TableRowProps<Row>) {
  const { id, index, top, height, row, isSelected, cursor } = props
  const styles = useTableStyles()
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-level={props.level}
      aria-busy={row === undefined ? true : undefined}
      data-index={index}
      data-cursor={cursor === 'row' ? '' : undefined}
      className={mergeClasses(
        styles.row,
        isSelected === true && styles.selectedRow,
        row === undefined && styles.waitingRow,
      )}
      style={{
        height,
        transform: `translateY(${top}px)`,
        gridTemplateColumns: props.tracks,
        backgroundImage: row === undefined ? props.bars : undefined,
      }}
    >
      <RowCells
        row={row}
        columns={props.columns}
        looks={props.looks}
        rowId={cursor === null ? null : id}
        cursorCell={cursor === 'row' ? null : cursor}
      />
    </div>
  )
}

/** One row of the table; it paints again only when its slot shows another row or its selection changes. */
export const TableRow = memo(TableRowElement) as typeof TableRowElement
