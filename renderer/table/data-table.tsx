import { mergeClasses } from '@fluentui/react-components'
import { useId, useMemo, useRef, useState } from 'react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '#renderer/parts/scope.tsx'
import { useWantedFocus } from '#renderer/state/use-wanted-focus.ts'
import { firstPlaces, layOut, type Column } from '#renderer/table/columns/column.ts'
import { useTableStyles } from './data-table-styles.ts'
import { withWidth } from '#renderer/table/rows/places.ts'
import { isInRanges } from '#renderer/table/rows/row-ranges.ts'
import type { TableControls } from './table-controls.ts'
import { TableHeader } from '#renderer/table/columns/table-header.tsx'
import { TableRows } from '#renderer/table/rows/table-rows.tsx'
import { usePull } from '#renderer/table/columns/use-pull.ts'
import { useKeptPlace } from '#renderer/table/rows/use-kept-place.ts'
import { useRows, type ListWindow } from './use-list-window.ts'
import { useRowSpace } from '#renderer/table/rows/use-row-space.ts'
import { useTableKeys } from './use-table-keys.ts'
import { useWidth } from '#renderer/table/columns/use-width.ts'

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
  readonly controls?: TableControls<Row>
  readonly rowHeight?: number
  /** Says in the grid's semantics that its cells are only to be read. */
  readonly isReadOnly?: boolean
  /** Says that this is the list the keyboard is sent to from elsewhere. */
  readonly isMain?: boolean
}

const headerHeight = 32
const rowHeights = { comfortable: 36, compact: 28 } as const

/** The one table of the program: a grid over a windowed view, with recycled rows and the whole keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, list, columns, keyOf, selectedKey = null, onSelect, onOpen, controls } = props
  const { t } = useTranslation()
  const styles = useTableStyles()
  const { preferences } = useScope()
  const rowHeight = props.rowHeight ?? rowHeights[preferences.density]
  const gridId = useId()
  const grid = useRef<HTMLDivElement>(null)
  const width = useWidth(grid)
  const count = list.total ?? 0
  const { pulled, onPull, onPullEnd } = usePull(controls?.header.onWidth)
  const kept = controls?.places ?? null
  const places = useMemo(
    () => (pulled === null ? kept : withWidth(kept ?? firstPlaces(columns), pulled.column, pulled.width)),
    [pulled, kept, columns],
  )
  const frozen = controls?.frozen ?? 0
  const layout = useMemo(() => layOut(columns, places, frozen, width), [columns, places, frozen, width])
  useRows(list)
  const { listKey, groups } = list
  const space = useRowSpace(grid, count, rowHeight, headerHeight, listKey, list.showRange)
  const { first, putOnTop } = space
  useKeptPlace(listKey, count, controls, space.topRow, putOnTop)

  const found = selectedKey === null ? -1 : list.indexOf((row) => keyOf(row) === selectedKey)
  const cursor = found >= 0 ? found : Math.min(props.selectedIndex ?? -1, count - 1)
  const [cell, setCell] = useState<number | null>(null)
  const cursorCell = cell === null ? null : Math.min(cell, layout.columns.length - 1)

  const keys = useTableKeys({
    ...props,
    cursor,
    count,
    page: Math.max(1, space.rowsInRoom - 2),
    cell: cursorCell,
    setCell,
    lastCell: layout.columns.length - 1,
    show: space.showRow,
    openMenu: () => {
      const row = list.rowAt(cursor)
      const at = document.getElementById(`${gridId}-${cursor}-${cursorCell ?? 0}`)
      if (row !== undefined && at !== null) {
        const column = layout.columns[cursorCell ?? 0]?.column.id ?? null
        controls?.onCellMenu({ index: cursor, row, column, anchor: at, point: null })
      }
    },
  })
  useWantedFocus(props.isMain === true ? 'list' : null, () => {
    grid.current?.focus()
    if (cursor < 0) {
      keys.moveTo(0)
    }
  })

  const placeOf = (event: MouseEvent): number => {
    const element = (event.target as Element).closest<HTMLElement>('[data-index]')
    return Number(element?.dataset['index'] ?? -1)
  }
  const isChosen = (index: number) =>
    onSelect === undefined
      ? undefined
      : controls !== undefined && controls.ranges.length > 0
        ? isInRanges(controls.ranges, groups?.rowOf(index) ?? index)
        : index === cursor

  // A group has no cells to be in.
  const isInCell = cursorCell !== null && (groups?.headAt(cursor) ?? null) === null
  const isCursorDrawn = cursor >= first && cursor < first + space.slots
  return (
    <div
      ref={grid}
      id={gridId}
      role={groups === undefined ? 'grid' : 'treegrid'}
      tabIndex={0}
      className={styles.grid}
      aria-label={label}
      aria-rowcount={list.total === undefined ? -1 : count + 1}
      aria-colcount={layout.columns.length}
      aria-readonly={props.isReadOnly}
      aria-multiselectable={controls === undefined ? undefined : true}
      aria-busy={list.total === undefined}
      aria-activedescendant={
        isCursorDrawn ? `${gridId}-${cursor}${isInCell ? `-${cursorCell}` : ''}` : undefined
      }
      onKeyDown={keys.onKeyDown}
    >
      <TableHeader
        layout={layout}
        controls={controls?.header}
        onPull={onPull}
        onPullEnd={onPullEnd}
        hintId={`${gridId}-hint`}
      />
      {controls !== undefined && (
        <span id={`${gridId}-hint`} hidden>
          {t('table.headerHint')}
        </span>
      )}
      <div
        role="rowgroup"
        className={mergeClasses(styles.body, onSelect !== undefined && styles.selectableBody)}
        style={{ height: space.height, width: layout.width }}
        onClick={(event) => keys.onRowClick(placeOf(event), event)}
        onDoubleClick={(event) => {
          const row = list.rowAt(placeOf(event))
          if (row !== undefined) {
            onOpen?.(row)
          }
        }}
        onContextMenu={(event) => {
          const index = placeOf(event)
          const row = list.rowAt(index)
          if (row !== undefined && controls !== undefined) {
            event.preventDefault()
            if (isChosen(index) !== true) {
              keys.moveTo(index)
            }
            const anchor = (event.target as Element).closest<HTMLElement>('[data-column]')
            controls.onCellMenu({
              index,
              row,
              column: anchor?.dataset['column'] ?? null,
              anchor: grid.current ?? event.currentTarget,
              point: { x: event.clientX, y: event.clientY },
            })
          }
        }}
      >
        <TableRows
          list={list}
          space={space}
          layout={layout}
          isWide={layout.width > width}
          columnCount={layout.columns.length}
          gridId={gridId}
          rowHeight={rowHeight}
          cursor={cursor}
          cursorCell={cursorCell}
          isChosen={isChosen}
        />
      </div>
    </div>
  )
}
