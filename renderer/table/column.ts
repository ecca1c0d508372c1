import type { ReactNode } from 'react'

/** How a column of the table looks and what it shows. */
export type Column<Row> = {
  readonly id: string
  readonly header: string
  /** Its least width in pixels; narrower windows hide columns instead of cutting them. */
  readonly minWidth: number
  /** Its share of what is left over. */
  readonly grow: number
  /** What goes first when it gets narrow: the highest number. 0 always stays. */
  readonly priority: number
  readonly align?: 'end'
  readonly isSortable?: boolean
  readonly cell: (row: Row) => ReactNode
  /** What the pointer resting on the cell is told. */
  readonly tooltip?: (row: Row) => string | undefined
}

/** The columns that fit into a width, in their order. */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  let shown = columns
  while (width > 0 && sum(shown) > width) {
    const least = Math.max(...shown.map((column) => column.priority))
    if (least === 0) {
      return shown
    }
    shown = shown.filter((column) => column.priority !== least)
  }
  return shown
}

/** The grid tracks of the shown columns. */
export function tracksOf<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map(({ minWidth, grow }) => (grow === 0 ? `${minWidth}px` : `minmax(${minWidth}px, ${grow}fr)`))
    .join(' ')
}

function sum<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((total, column) => total + column.minWidth, 0)
}
