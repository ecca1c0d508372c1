import type { ColumnType, ListName } from './list-columns.ts'
import { listColumns } from './list-columns.ts'

/** Columns that are worked out when they are read, and so can be shown and written but not asked for in a filter. */
export const readColumns = {
  renewals: { outcome: 'text', lastSafeDay: 'date' },
} as const satisfies { readonly [L in ListName]?: { readonly [column: string]: ColumnType } }

/** Every column of a list that a file can have, with what it holds. */
export function exportColumns(list: ListName): { readonly [column: string]: ColumnType } {
  const more: { readonly [L in ListName]?: { readonly [column: string]: ColumnType } } = readColumns
  return { ...listColumns[list], ...more[list] }
}
