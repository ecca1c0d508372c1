import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import { tracksOf, type Layout } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'

type TableRowProps<Row> = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  /** `undefined` while its window is still on the way. */
  readonly row: Row | undefined
  readonly layout: Layout<Row>
  readonly indexOfColumn: (id: string) => number
  readonly isSelected: boolean | undefined
  /** Says that the cursor is in this row: on the whole of it, or on one cell. */
  readonly cursor: 'row' | number | null
  readonly level: number | undefined
}

function TableRowElement<Row>(props: TableRowProps<Row>) {
  const { id, index, top, height, row, layout, isSelected, cursor } = props
  const styles = useTableStyles()
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-level={props.level}
      data-index={index}
      data-cursor={cursor === 'row' ? '' : undefined}
      className={mergeClasses(styles.row, isSelected === true && styles.selectedRow)}
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: tracksOf(layout) }}
    >
      {layout.columns.map(({ column, left }, at) => (
        <div
          key={column.id}
          id={`${id}-${at}`}
          role="gridcell"
          aria-colindex={props.indexOfColumn(column.id) + 1}
          data-column={column.id}
          data-cursor={cursor === at ? '' : undefined}
          className={mergeClasses(
            styles.cell,
            left !== null && styles.frozen,
            left !== null && layout.columns[at + 1]?.left === null && styles.lastFrozen,
          )}
          style={left === null ? undefined : { left }}
          title={row === undefined ? undefined : column.tooltip?.(row)}
        >
          <div className={mergeClasses(styles.content, column.align === 'end' && styles.end)}>
            {row === undefined ? <span className={styles.placeholder} aria-hidden /> : column.cell(row)}
          </div>
        </div>
      ))}
    </div>
  )
}

/** One row of the table; it paints again only when its slot shows another row or its selection changes. */
export const TableRow = memo(TableRowElement) as typeof TableRowElement
