import { mergeClasses } from '@fluentui/react-components'
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down'
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up'
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedColumn } from './column.ts'
import { useHeaderStyles, useTableStyles } from '#renderer/table/data-table-styles.ts'
import type { SortMark } from './sort-steps.ts'

type HeaderCellProps<Row> = {
  readonly placed: PlacedColumn<Row>
  readonly colIndex: number
  readonly isLastFrozen: boolean
  readonly mark: SortMark | null
  readonly isTabStop: boolean
  readonly isDropTarget: boolean
  readonly hintId: string
  readonly onSort: ((isAlso: boolean) => void) | undefined
  readonly onMenu: ((anchor: HTMLElement) => void) | undefined
  readonly onWidth: ((width: number) => void) | undefined
  readonly onPull: (width: number) => void
  readonly onPullEnd: (isKept: boolean) => void
  readonly onDrag: ((event: PointerEvent<HTMLElement>) => void) | undefined
  readonly onMove: (step: -1 | 1) => void
}

const leastWidth = 40
const mostWidth = 1_200

/** A width a column can be given. */
export function allowedWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, leastWidth), mostWidth))
}

/** One header: sorts on a click, opens its menu, is dragged to its place and pulled to its width. */
export function HeaderCell<Row>(props: HeaderCellProps<Row>) {
  const { placed, mark, onSort, onMenu, onWidth } = props
  const { column, left, width } = placed
  const { t } = useTranslation()
  const styles = useHeaderStyles()
  const table = useTableStyles()
  const isEnd = column.align === 'end'

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.ctrlKey || event.metaKey) {
      return
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
    if (step !== undefined && event.shiftKey && onWidth !== undefined) {
      onWidth(allowedWidth(width + step * 16))
    } else if (step !== undefined && !event.altKey) {
      props.onMove(step)
    } else if (
      onMenu !== undefined &&
      ((event.key === 'ArrowDown' && event.altKey) ||
        (event.key === 'F10' && event.shiftKey) ||
        event.key === 'ContextMenu')
    ) {
      onMenu(event.currentTarget)
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="columnheader"
      aria-label={column.header}
      aria-colindex={props.colIndex}
      aria-sort={onSort === undefined ? undefined : (mark?.direction ?? 'none')}
      data-header={column.id}
      className={mergeClasses(
        styles.cell,
        isEnd && styles.end,
        left !== null && table.frozen,
        props.isLastFrozen && table.lastFrozen,
        props.isDropTarget && styles.dropBefore,
      )}
      style={left === null ? undefined : { left, zIndex: 2 }}
      onPointerDown={props.onDrag}
      onContextMenu={(event) => {
        if (onMenu !== undefined) {
          event.preventDefault()
          onMenu(event.currentTarget)
        }
      }}
    >
      {onSort === undefined && onMenu === undefined ? (
        <span className={mergeClasses(styles.text, styles.plain)}>{column.header}</span>
      ) : (
        <button
          type="button"
          className={mergeClasses(styles.button, isEnd && styles.buttonEnd)}
          tabIndex={props.isTabStop ? 0 : -1}
          // What cannot be sorted by has its menu.
          {...(onSort === undefined ? { 'aria-haspopup': 'menu' } : { 'aria-describedby': props.hintId })}
          onClick={(event) => (onSort === undefined ? onMenu?.(event.currentTarget) : onSort(event.shiftKey))}
          onKeyDown={onKeyDown}
        >
          <span className={styles.text}>{column.header}</span>
          {mark?.direction === 'ascending' && <ArrowSortUp16Regular aria-hidden className={styles.sign} />}
          {mark?.direction === 'descending' && <ArrowSortDown16Regular aria-hidden className={styles.sign} />}
          {typeof mark?.place === 'number' && (
            <span className={styles.place} aria-label={t('table.sortPlace', { place: mark.place })}>
              {mark.place}
            </span>
          )}
        </button>
      )}
      {onMenu !== undefined && (
        // For the pointer alone: the keyboard opens the menu from the header itself.
        <button
          type="button"
          aria-hidden
          tabIndex={-1}
          data-menu=""
          className={styles.menu}
          onClick={(event) => onMenu(event.currentTarget.parentElement ?? event.currentTarget)}
        >
          <ChevronDown12Regular />
        </button>
      )}
      {onWidth !== undefined && (
        <span
          aria-hidden
          data-grip=""
          className={styles.grip}
          onPointerDown={(event) => {
            event.stopPropagation()
            event.currentTarget.setPointerCapture(event.pointerId)
            event.currentTarget.dataset['from'] = String(event.clientX - width)
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) {
              props.onPull(allowedWidth(event.clientX - Number(event.currentTarget.dataset['from'])))
            }
          }}
          onPointerUp={() => props.onPullEnd(true)}
          onPointerCancel={() => props.onPullEnd(false)}
        />
      )}
    </div>
  )
}
