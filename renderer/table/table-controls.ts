import type { ColumnPlace, RowRange } from '#renderer/state/list-state.ts'
import type { HeaderControls } from '#renderer/table/columns/table-header.tsx'

/** A cell and where on the window its menu is wanted. */
export type CellPlace<Row> = {
  readonly index: number
  readonly row: Row
  readonly column: string | null
  readonly anchor: HTMLElement
  readonly point: { readonly x: number; readonly y: number } | null
}

/** What a full list has beyond a table: its layout, its order, and rows chosen together. */
export type TableControls<Row> = {
  readonly header: HeaderControls
  readonly places: readonly ColumnPlace[] | null
  readonly frozen: number
  readonly ranges: readonly RowRange[]
  readonly onRanges: (ranges: readonly RowRange[]) => void
  readonly onCellMenu: (place: CellPlace<Row>) => void
  readonly onCopy: () => void
  readonly onQuickLook?: ((row: Row) => void) | undefined
  /** Where the list was left, and where it is now. */
  readonly topRow: () => number
  readonly onTopRow: (row: number) => void
}
