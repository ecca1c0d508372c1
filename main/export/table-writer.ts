import type { TableCell, TableColumn } from './table-cells.ts'

/** Takes a table row by row, in pieces, and gives the whole file. */
export type TableWriter = {
  readonly add: (rows: readonly (readonly TableCell[])[]) => void
  readonly finish: () => Uint8Array
}

export type TableShape = {
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  readonly sheetName: string
}
