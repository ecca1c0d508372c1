import { mergeClasses } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useWantedFocus } from '#renderer/state/use-wanted-focus.ts'
import { fitColumns, type Column } from './column.ts'
import { useTableStyles } from './data-table-styles.ts'
import { TableHeader, type TableSort } from './table-header.tsx'
import { TableRow } from './table-row.tsx'
import type { ListWindow } from './use-list-window.ts'
import { useWidth } from './use-width.ts'

type DataTableProps<Row> = {
  readonly label: string
  readonly list: ListWindow<Row>
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly selectedKey?: string | null
  /** Where the selection was when its row is not in the window. */
  readonly selectedIndex?: number
  readonly onSelect?: (index: number, row: Row | undefined) => void
  readonly onOpen?: (row: Row) => void
  readonly sort?: TableSort
  readonly onSort?: (sort: TableSort) => void
  readonly rowHeight?: number
  /** Says in the grid's semantics that its cells are only to be read. */
  readonly isReadOnly?: boolean
  /** Says that this is the list the keyboard is sent to from elsewhere. */
  readonly isMain?: boolean
}

const headerHeight = 32
const overscan = 8
/** On each side of a row, as `data-table-styles.ts` has it. */
const rowPadding = 8

/** The one table of the program: a grid over a windowed view, with recycled rows and the whole keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    list,
    columns,
    keyOf,
    selectedKey = null,
    onSelect,
    onOpen,
    sort,
    onSort,
    rowHeight = 32,
  } = props
  const styles = useTableStyles()
  const gridId = useId()
  const grid = useRef<HTMLDivElement>(null)
  const width = useWidth(grid)
  const count = list.total ?? 0
  const shown = useMemo(() => fitColumns(columns, width - 2 * rowPadding), [columns, width])

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => rowHeight,
    overscan,
    paddingStart: headerHeight,
    scrollPaddingStart: headerHeight,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  // Rows are recycled: a slot keeps its elements while other rows pass through it.
  const slots = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 2 * overscan + 3

  const { showRange, listKey } = list
  useEffect(() => showRange(first, last), [showRange, first, last])
  useEffect(() => {
    if (grid.current !== null && grid.current.scrollTop > 0) {
      grid.current.scrollTo({ top: 0 })
    }
  }, [listKey])

  const found = selectedKey === null ? -1 : list.indexOf((row) => keyOf(row) === selectedKey)
  const cursor = found >= 0 ? found : Math.min(props.selectedIndex ?? -1, count - 1)

  const moveTo = useCallback(
    (index: number) => {
      const next = Math.min(Math.max(index, 0), count - 1)
      if (next >= 0) {
        onSelect?.(next, list.rowAt(next))
        virtualizer.scrollToIndex(next)
      }
    },
    [count, list, onSelect, virtualizer],
  )

  useWantedFocus(props.isMain === true ? 'list' : null, () => {
    grid.current?.focus()
    if (cursor < 0) {
      moveTo(0)
    }
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    const page = Math.max(
      1,
      Math.floor(((virtualizer.scrollRect?.height ?? 0) - headerHeight) / rowHeight) - 1,
    )
    const target = {
      ArrowDown: cursor + 1,
      j: cursor + 1,
      ArrowUp: cursor - 1,
      k: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (target !== undefined && onSelect !== undefined) {
      event.preventDefault()
      moveTo(target)
    } else if (event.key === 'Enter' && onOpen !== undefined) {
      const row = list.rowAt(cursor)
      if (row !== undefined) {
        event.preventDefault()
        onOpen(row)
      }
    }
  }

  const rowOf = (event: MouseEvent): readonly [number, Row] | null => {
    const element = (event.target as Element).closest<HTMLElement>('[data-index]')
    const index = Number(element?.dataset['index'] ?? -1)
    const row = list.rowAt(index)
    return row === undefined ? null : [index, row]
  }

  return (
    <div
      ref={grid}
      id={gridId}
      role="grid"
      tabIndex={0}
      className={styles.grid}
      aria-label={label}
      aria-rowcount={list.total === undefined ? -1 : count + 1}
      aria-colcount={columns.length}
      aria-readonly={props.isReadOnly}
      aria-busy={list.total === undefined}
      aria-activedescendant={
        cursor >= first && cursor <= last && count > 0 && cursor >= 0 ? `${gridId}-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <TableHeader columns={shown} all={columns} sort={sort} onSort={onSort} />
      <div
        role="rowgroup"
        className={mergeClasses(styles.body, onSelect !== undefined && styles.selectableBody)}
        style={{ height: virtualizer.getTotalSize() - headerHeight }}
        onClick={(event) => {
          const hit = rowOf(event)
          if (hit !== null) {
            onSelect?.(...hit)
          }
        }}
        onDoubleClick={(event) => {
          const hit = rowOf(event)
          if (hit !== null) {
            onOpen?.(hit[1])
          }
        }}
      >
        {items.map((item) => {
          const row = list.rowAt(item.index)
          return (
            <TableRow
              key={item.index % slots}
              id={`${gridId}-${item.index}`}
              index={item.index}
              top={item.start - headerHeight}
              height={rowHeight}
              row={row}
              columns={shown}
              all={columns}
              isSelected={onSelect === undefined ? undefined : item.index === cursor}
            />
          )
        })}
      </div>
    </div>
  )
}
