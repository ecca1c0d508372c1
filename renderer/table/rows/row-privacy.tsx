import { useMemo } from 'react'
import type { ListName } from '#shared/domain/list-columns.ts'
import { HiddenText, useIsHidden } from '#renderer/parts/private.tsx'
import type { Column } from '#renderer/table/columns/column.ts'
import type { RowOf } from '#renderer/table/use-list-window.ts'

/** Whose a row is, and which of its columns tell of them. */
type RowPrivacy<Row> = {
  readonly customerOf: (row: Row) => string | null
  readonly isTelling: (column: string) => boolean
}

/** The user's own accounts are no customer's secret. */
const allButAccount = (column: string) => column !== 'accountName'

const privacy: { readonly [L in ListName]: RowPrivacy<RowOf<L>> } = {
  customers: { customerOf: ({ id }) => id, isTelling: allButAccount },
  subscriptions: { customerOf: ({ customerId }) => customerId, isTelling: allButAccount },
  renewals: { customerOf: ({ customerId }) => customerId, isTelling: allButAccount },
  requests: { customerOf: ({ customerId }) => customerId, isTelling: allButAccount },
  // A file is often called after a customer.
  imports: { customerOf: () => null, isTelling: (column) => column === 'fileName' },
  links: { customerOf: () => null, isTelling: () => false },
}

/** What of a list is hidden on the customer-safe screen. */
export type HiddenRows<Row> = {
  readonly columns: readonly Column<Row>[]
  /** Says whether a row is another customer's and not to be read now. */
  readonly isHiddenRow: (row: Row) => boolean
  /** Says whether values of a column, standing alone, are not to be read now: a name, but not a number. */
  readonly isHiddenValue: (column: string) => boolean
}

/** The columns of a list as they can be shown now: of other customers' rows nothing is left but their number. */
export function useHiddenRows<L extends ListName>(
  name: L,
  columns: readonly Column<RowOf<L>>[],
): HiddenRows<RowOf<L>> {
  const isHidden = useIsHidden()
  return useMemo(() => {
    const { customerOf, isTelling }: RowPrivacy<RowOf<L>> = privacy[name]
    const isHiddenRow = (row: RowOf<L>) => isHidden(customerOf(row))
    const isSafe = isHidden(null)
    const isHiddenValue = (id: string) => {
      const type = columns.find((column) => column.id === id)?.type ?? 'text'
      return isSafe && isTelling(id) && (type === 'text' || type === 'tags')
    }
    const hidden = columns.map((column, index): Column<RowOf<L>> =>
      isSafe && isTelling(column.id)
        ? {
            ...column,
            cell: (row) =>
              isHiddenRow(row) ? (
                <HiddenText isShort={column.align === 'end'} isSilent={index > 0} />
              ) : (
                column.cell(row)
              ),
            tooltip: (row) => (isHiddenRow(row) ? undefined : column.tooltip?.(row)),
          }
        : column,
    )
    return { columns: hidden, isHiddenRow, isHiddenValue }
  }, [name, columns, isHidden])
}
