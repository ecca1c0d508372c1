import { mergeClasses } from '@fluentui/react-components'
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down'
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up'
import { tracksOf, type Column } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'

/** What a table is sorted by. */
export type TableSort = { readonly column: string; readonly direction: 'ascending' | 'descending' }

type TableHeaderProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly all: readonly Column<Row>[]
  readonly sort: TableSort | undefined
  readonly onSort: ((sort: TableSort) => void) | undefined
}

/** The header row; a click on a sortable column sorts by it, a second one the other way round. */
export function TableHeader<Row>({ columns, all, sort, onSort }: TableHeaderProps<Row>) {
  const styles = useTableStyles()
  return (
    <div role="rowgroup" className={styles.header}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles.headerRow}
        style={{ gridTemplateColumns: tracksOf(columns) }}
      >
        {columns.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : undefined
          const isSortable = column.isSortable === true && onSort !== undefined
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={all.indexOf(column) + 1}
              aria-sort={isSortable ? (direction ?? 'none') : undefined}
              className={mergeClasses(styles.headerCell, column.align === 'end' && styles.end)}
            >
              {isSortable ? (
                <button
                  type="button"
                  className={mergeClasses(styles.sortButton, column.align === 'end' && styles.sortButtonEnd)}
                  onClick={() =>
                    onSort({
                      column: column.id,
                      direction: direction === 'ascending' ? 'descending' : 'ascending',
                    })
                  }
                >
                  <span className={styles.headerText}>{column.header}</span>
                  {direction === 'ascending' && (
                    <ArrowSortUp16Regular aria-hidden className={styles.sortIcon} />
                  )}
                  {direction === 'descending' && (
                    <ArrowSortDown16Regular aria-hidden className={styles.sortIcon} />
                  )}
                </button>
              ) : (
                <span className={styles.headerText}>{column.header}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
