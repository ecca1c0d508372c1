import { useCallback, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { TableControls } from './table-controls.ts'
import { toggled, withRange } from '#renderer/table/rows/row-ranges.ts'
import type { ListWindow } from './use-list-window.ts'

type TableKeys<Row> = {
  readonly list: ListWindow<Row>
  readonly onSelect?: ((index: number, row: Row | undefined) => void) | undefined
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly controls?: TableControls<Row> | undefined
  readonly cursor: number
  readonly count: number
  /** Rows of a page key. */
  readonly page: number
  readonly cell: number | null
  readonly setCell: (cell: number | null) => void
  readonly lastCell: number
  readonly show: (index: number) => void
  readonly openMenu: () => void
}

/** The keys and clicks of the table: through the rows, into cells, over groups, and choosing several. */
export function useTableKeys<Row>(keys: TableKeys<Row>) {
  const { list, onSelect, onOpen, controls, cursor, count, page, cell, setCell, lastCell, show, openMenu } =
    keys
  /** Where a choice of several rows began. */
  const anchor = useRef<number | null>(null)
  const rowOf = (place: number) => list.groups?.rowOf(place) ?? place

  const moveTo = useCallback(
    (index: number) => {
      const next = Math.min(Math.max(index, 0), count - 1)
      if (next >= 0) {
        onSelect?.(next, list.rowAt(next))
        show(next)
      }
    },
    [count, list, onSelect, show],
  )

  /** Moves and lets go of what was chosen together. */
  const moveAlone = (index: number) => {
    anchor.current = null
    if (controls !== undefined && controls.ranges.length > 0) {
      controls.onRanges([])
    }
    moveTo(index)
  }
  /** Moves and chooses all rows from where the choice began. */
  const moveChoosing = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1)
    anchor.current ??= Math.max(cursor, 0)
    controls?.onRanges(withRange([], rowOf(anchor.current), rowOf(next)))
    moveTo(next)
  }
  const toggle = (index: number) => {
    if (controls !== undefined) {
      const before =
        controls.ranges.length === 0 && cursor >= 0 && cursor !== index
          ? withRange([], rowOf(cursor), rowOf(cursor))
          : controls.ranges
      controls.onRanges(toggled(before, rowOf(index)))
      anchor.current = index
      moveTo(index)
    }
  }

  const onCommandKey = (event: KeyboardEvent): boolean => {
    if (controls === undefined || event.altKey || event.shiftKey) {
      return false
    }
    switch (event.key.toLowerCase()) {
      case 'a':
        if (count > 0) {
          controls.onRanges([[0, rowOf(count - 1)]])
        }
        return true
      case 'c':
        controls.onCopy()
        return true
      case ' ':
        toggle(cursor)
        return true
      default:
        return false
    }
  }

  const onSideKey = (step: -1 | 1): boolean => {
    const group = list.groups?.headAt(cursor) ?? null
    if (group !== null) {
      list.groups?.toggle(group.key, step === 1)
      return true
    }
    if (controls === undefined || cursor < 0) {
      return false
    }
    setCell(step === 1 ? Math.min(lastCell, (cell ?? -1) + 1) : cell === null || cell === 0 ? null : cell - 1)
    return true
  }

  const onPlainKey = (event: KeyboardEvent): boolean => {
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
      if (event.shiftKey && controls !== undefined) {
        moveChoosing(target)
      } else {
        moveAlone(target)
      }
      return true
    }
    const row = list.rowAt(cursor)
    switch (event.key) {
      case 'ArrowLeft':
        return onSideKey(-1)
      case 'ArrowRight':
        return onSideKey(1)
      case 'Enter': {
        const group = list.groups?.headAt(cursor) ?? null
        if (group !== null) {
          list.groups?.toggle(group.key, !group.isOpen)
        } else if (row !== undefined && onOpen !== undefined) {
          onOpen(row)
        } else {
          return false
        }
        return true
      }
      case ' ':
        if (controls !== undefined && controls.ranges.length > 0) {
          toggle(cursor)
          return true
        }
        if (row !== undefined && controls?.onQuickLook !== undefined) {
          controls.onQuickLook(row)
          return true
        }
        return false
      case 'Escape':
        if (controls !== undefined && controls.ranges.length > 0) {
          controls.onRanges([])
          anchor.current = null
          return true
        }
        if (cell !== null) {
          setCell(null)
          return true
        }
        return false
      case 'ContextMenu':
        openMenu()
        return controls !== undefined
      case 'F10':
        if (event.shiftKey && controls !== undefined) {
          openMenu()
          return true
        }
        return false
      default:
        return false
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) {
      return
    }
    const isCommand = event.ctrlKey || event.metaKey
    if (isCommand ? onCommandKey(event) : !event.altKey && onPlainKey(event)) {
      event.preventDefault()
    }
  }

  const onRowClick = (index: number, event: MouseEvent) => {
    const group = list.groups?.headAt(index) ?? null
    if (group !== null) {
      list.groups?.toggle(group.key, !group.isOpen)
      return
    }
    const row = list.rowAt(index)
    if (row === undefined) {
      return
    }
    if (controls !== undefined && event.shiftKey) {
      moveChoosing(index)
    } else if (controls !== undefined && (event.ctrlKey || event.metaKey)) {
      toggle(index)
    } else {
      anchor.current = null
      if (controls !== undefined && controls.ranges.length > 0) {
        controls.onRanges([])
      }
      onSelect?.(index, row)
    }
  }

  return { moveTo, onKeyDown, onRowClick }
}
