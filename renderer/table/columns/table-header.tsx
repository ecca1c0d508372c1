import { memo, useRef, useState } from 'react'
import type { PointerEvent, RefObject } from 'react'
import type { SortStep } from '#shared/domain/list-columns.ts'
import { tracksOf, type Layout } from './column.ts'
import { useTableStyles } from '#renderer/table/data-table-styles.ts'
import { HeaderCell } from './header-cell.tsx'
import { alsoSortedBy, markOf, sortedBy } from './sort-steps.ts'

/** What the header can do to the list; all of it is left out where a table is only to be read through. */
export type HeaderControls = {
  readonly sort: readonly SortStep[]
  readonly onSort: (sort: readonly SortStep[]) => void
  readonly onWidth: (column: string, width: number) => void
  /** Puts a column before another, or last. */
  readonly onReorder: (column: string, before: string | null) => void
  readonly onMenu: (column: string, anchor: HTMLElement) => void
}

type TableHeaderProps<Row> = {
  readonly layout: Layout<Row>
  readonly controls: HeaderControls | undefined
  /** Shows a column at a width it is being pulled to. */
  readonly onPull: (column: string, width: number) => void
  /** Lets go of it: at that width, or at the one it had. */
  readonly onPullEnd: (isKept: boolean) => void
  readonly hintId: string
}

type Drag = { readonly column: string; readonly before: string | null }

function TableHeaderElement<Row>(props: TableHeaderProps<Row>) {
  const { layout, controls, hintId } = props
  const styles = useTableStyles()
  const row = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const { columns } = layout
  const stopAt = columns.find(({ column }) => column.id === stop)?.column.id ?? columns[0]?.column.id
  const { drag, start, wasDragged } = useHeaderDrag(row, controls?.onReorder)

  const move = (from: string, step: -1 | 1) => {
    const next = columns[columns.findIndex(({ column }) => column.id === from) + step]?.column.id
    if (next !== undefined) {
      setStop(next)
      row.current?.querySelector<HTMLElement>(`[data-header="${next}"] button`)?.focus()
    }
  }

  return (
    <div role="rowgroup" className={styles.header} style={{ width: layout.width }}>
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        className={styles.headerRow}
        style={{ gridTemplateColumns: tracksOf(layout) }}
      >
        {columns.map((placed, at) => {
          const { id } = placed.column
          const isSortable = placed.column.isSortable === true && controls !== undefined
          return (
            <HeaderCell
              key={id}
              placed={placed}
              colIndex={at + 1}
              isLastFrozen={placed.left !== null && columns[at + 1]?.left === null}
              mark={controls === undefined ? null : markOf(controls.sort, id)}
              isTabStop={id === stopAt}
              isDropTarget={drag !== null && drag.before === id && drag.column !== id}
              hintId={hintId}
              onMove={(step) => move(id, step)}
              onSort={
                isSortable
                  ? (isAlso) => {
                      setStop(id)
                      if (!wasDragged()) {
                        controls.onSort((isAlso ? alsoSortedBy : sortedBy)(controls.sort, id))
                      }
                    }
                  : undefined
              }
              onMenu={controls === undefined ? undefined : (anchor) => controls.onMenu(id, anchor)}
              onWidth={controls === undefined ? undefined : (width) => controls.onWidth(id, width)}
              onPull={(width) => props.onPull(id, width)}
              onPullEnd={props.onPullEnd}
              onDrag={controls === undefined ? undefined : (event) => start(event, id)}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The header row: one stop of the Tab key, through which Left and Right go. Rows that move leave it alone. */
export const TableHeader = memo(TableHeaderElement) as typeof TableHeaderElement

const threshold = 6

/** Follows a header that is dragged sideways, and says before which other it is let go. */
function useHeaderDrag(
  row: RefObject<HTMLDivElement | null>,
  onReorder: HeaderControls['onReorder'] | undefined,
) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const justDragged = useRef(false)

  const beforeWhich = (x: number): string | null => {
    const cells = [...(row.current?.querySelectorAll<HTMLElement>('[data-header]') ?? [])]
    const over = cells.find((cell) => {
      const { left, width } = cell.getBoundingClientRect()
      return x < left + width / 2
    })
    return over?.dataset['header'] ?? null
  }

  const start = (down: PointerEvent<HTMLElement>, column: string) => {
    if (down.button !== 0 || onReorder === undefined) {
      return
    }
    justDragged.current = false
    let current: Drag | null = null
    const move = (event: globalThis.PointerEvent) => {
      if (current !== null || Math.abs(event.clientX - down.clientX) > threshold) {
        const before = beforeWhich(event.clientX)
        justDragged.current = true
        if (current === null || current.before !== before) {
          current = { column, before }
          setDrag(current)
        }
      }
    }
    const end = (event: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      setDrag(null)
      if (current !== null && event.type === 'pointerup' && current.before !== column) {
        onReorder(column, current.before)
      }
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
  }

  return {
    drag,
    start,
    /** Says, once, that the click which ends a drag is none. */
    wasDragged: () => {
      const was = justDragged.current
      justDragged.current = false
      return was
    },
  }
}
