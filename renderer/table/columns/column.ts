import type { ReactNode } from 'react'
import type { ColumnType } from '#shared/domain/list-columns.ts'
import type { ColumnPlace } from '#renderer/state/list-state.ts'

/** What a cell holds apart from how it looks: what is filtered by and copied. */
export type CellValue = string | number | null | readonly string[]

/** How a column of the table looks and what it shows; in a list of the contract `id` is the contract's column. */
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
  /** Says that it is shown only where the user has chosen it. */
  readonly isExtra?: boolean
  /** What main knows of it; absent for a column that is only shown. */
  readonly type?: ColumnType
  readonly cell: (row: Row) => ReactNode
  /** What the pointer resting on the cell is told. */
  readonly tooltip?: (row: Row) => string | undefined
  readonly value?: (row: Row) => CellValue
  /** A value of a choice in the window's language. */
  readonly choice?: (value: string) => string
}

/** A column with its place: `left` from the start side when it is frozen there. */
export type PlacedColumn<Row> = {
  readonly column: Column<Row>
  readonly width: number
  readonly left: number | null
}

/** The shown columns and how wide they are together. */
export type Layout<Row> = { readonly columns: readonly PlacedColumn<Row>[]; readonly width: number }

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

/** The places a list has before the user has moved anything. */
export function firstPlaces<Row>(columns: readonly Column<Row>[]): readonly ColumnPlace[] {
  return columns.filter((column) => column.isExtra !== true).map(({ id }) => ({ column: id }))
}

/**
 * Lays the columns out: as the program has them, hiding what does not fit, or as the user has placed them, and then
 * wider than the window where need be. What is left over goes to the columns that can use it.
 */
export function layOut<Row>(
  columns: readonly Column<Row>[],
  places: readonly ColumnPlace[] | null,
  frozen: number,
  room: number,
): Layout<Row> {
  const chosen =
    places === null
      ? fitColumns(
          columns.filter((column) => column.isExtra !== true),
          room,
        ).map((column) => ({ column, width: undefined }))
      : places.flatMap((place) => {
          const column = columns.find(({ id }) => id === place.column)
          return column === undefined ? [] : [{ column, width: place.width }]
        })
  const least = chosen.reduce((total, { column, width }) => total + (width ?? column.minWidth), 0)
  const shares = chosen.reduce(
    (total, { column, width }) => total + (width === undefined ? column.grow : 0),
    0,
  )
  const spare = Math.max(0, room - least)
  let left = 0
  const placed = chosen.map(({ column, width }, index): PlacedColumn<Row> => {
    const share = width === undefined && shares > 0 ? Math.floor((spare * column.grow) / shares) : 0
    const wide = (width ?? column.minWidth) + share
    const place = { column, width: wide, left: index < frozen ? left : null }
    left += wide
    return place
  })
  return { columns: placed, width: left }
}

/** The grid tracks of the shown columns. */
export function tracksOf<Row>({ columns }: Layout<Row>): string {
  return columns.map(({ width }) => `${width}px`).join(' ')
}

/** What stands for the texts of a row that is on the way: a bar in each column, as a picture for its background. */
export function barsOf<Row>({ columns }: Layout<Row>, gap: number, colour: string): string {
  let left = 0
  const stops = columns.flatMap(({ column, width }) => {
    const length = Math.max(0, (width - 2 * gap) * 0.6)
    const from = left + (column.align === 'end' ? width - gap - length : gap)
    left += width
    return [`#0000 ${from}px`, `${colour} ${from}px ${from + length}px`, `#0000 ${from + length}px`]
  })
  return `linear-gradient(90deg, ${stops.join(', ')})`
}

function sum<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((total, column) => total + column.minWidth, 0)
}
