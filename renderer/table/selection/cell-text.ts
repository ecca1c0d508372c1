import type { Column } from '#renderer/table/columns/column.ts'

/** The text of a cell as it is copied: choices in words, dates ISO, numbers as a spreadsheet reads them. */
export function cellText<Row>(column: Column<Row>, row: Row, time: (instant: string) => string): string {
  const value = column.value?.(row) ?? null
  if (value === null) {
    return ''
  }
  if (typeof value === 'number') {
    return String(value)
  }
  if (typeof value !== 'string') {
    return value.join('; ')
  }
  if (column.choice !== undefined) {
    return column.choice(value)
  }
  return column.type === 'instant' ? time(value) : value
}
