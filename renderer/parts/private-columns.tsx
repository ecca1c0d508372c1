import { useMemo } from 'react'
import type { Column } from '#renderer/table/column.ts'
import { Private, useIsHidden } from './private.tsx'

/** The columns of a list with the texts that tell who a customer is hidden while another one is shown. */
export function usePrivateColumns<Row>(
  columns: readonly Column<Row>[],
  telling: readonly string[],
  customerOf: (row: Row) => string | null,
): readonly Column<Row>[] {
  const isHidden = useIsHidden()
  const names = telling.join(' ')
  return useMemo(() => {
    // `null` belongs to nobody: hidden whenever anything is.
    if (!isHidden(null)) {
      return columns
    }
    return columns.map((column) =>
      names.split(' ').includes(column.id)
        ? {
            ...column,
            cell: (row: Row) => <Private customerId={customerOf(row)}>{column.cell(row)}</Private>,
            tooltip: (row: Row) => (isHidden(customerOf(row)) ? undefined : column.tooltip?.(row)),
          }
        : column,
    )
  }, [columns, names, isHidden, customerOf])
}
