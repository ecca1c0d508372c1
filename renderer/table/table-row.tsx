import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import { tracksOf, type Column } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'

type TableRowProps<Row> = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  /** `undefined` while its window is still on the way. */
  readonly row: Row | undefined
  readonly columns: readonly Column<Row>[]
  readonly all: readonly Column<Row>[]
  readonly isSelected: boolean | undefined
}

function TableRowElement<Row>({ id, index, top, height, row, columns, all, isSelected }: TableRowProps<Row>) {
  const styles = useTableStyles()
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      className={mergeClasses(styles.row, isSelected === true && styles.selectedRow)}
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: tracksOf(columns) }}
    >
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={all.indexOf(column) + 1}
          className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
          title={row === undefined ? undefined : column.tooltip?.(row)}
        >
          {row === undefined ? <span className={styles.placeholder} aria-hidden /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** One row of the table; it paints again only when its slot shows another row or its selection changes. */
export const TableRow = memo(TableRowElement) as typeof TableRowElement
