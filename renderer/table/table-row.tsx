import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { Layout } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'

/** What the cells of a column have in common, worked out once for all rows. */
export type CellLook = {
  readonly colIndex: number
  readonly cell: string
  readonly content: string
  /** The content of a row that is still on the way. */
  readonly waiting: string
  readonly style: CSSProperties | undefined
}

type TableRowProps<Row> = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  /** `undefined` while its window is still on the way. */
  readonly row: Row | undefined
  readonly layout: Layout<Row>
  readonly tracks: string
  readonly looks: readonly CellLook[]
  readonly isSelected: boolean | undefined
  /** Says that the cursor is in this row: on the whole of it, or on one cell. */
  readonly cursor: 'row' | number | null
  readonly level: number | undefined
}

function TableRowElement<Row>(props: TableRowProps<Row>) {
  const { id, index, top, height, row, layout, looks, isSelected, cursor } = props
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
      style={{ height, transform: `translateY(${top}px)`, gridTemplateColumns: props.tracks }}
    >
      {layout.columns.map(({ column }, at) => (
        <div
          key={column.id}
          // Only a cell of the cursor's row is ever spoken of by name.
          id={cursor === null ? undefined : `${id}-${at}`}
          role="gridcell"
          aria-colindex={looks[at]?.colIndex}
          data-column={column.id}
          data-cursor={cursor === at ? '' : undefined}
          className={looks[at]?.cell}
          style={looks[at]?.style}
          title={row === undefined ? undefined : column.tooltip?.(row)}
        >
          <div className={row === undefined ? looks[at]?.waiting : looks[at]?.content}>
            {row === undefined ? null : column.cell(row)}
          </div>
        </div>
      ))}
    </div>
  )
}

/** One row of the table; it paints again only when its slot shows another row or its selection changes. */
export const TableRow = memo(TableRowElement) as typeof TableRowElement
