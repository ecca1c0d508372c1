import { useEffect, useRef } from 'react'
import type { TableControls } from '#renderer/table/table-controls.ts'

/** Returns to where the list was left, goes to the top of another list, and tells where it now is. */
export function useKeptPlace<Row>(
  listKey: string,
  count: number,
  controls: TableControls<Row> | undefined,
  topRow: number,
  putOnTop: (row: number) => void,
): void {
  const shownKey = useRef<string | null>(null)
  const tell = useRef(controls?.onTopRow)
  const wanted = useRef(controls?.topRow)
  useEffect(() => {
    tell.current = controls?.onTopRow
    wanted.current = controls?.topRow
  })
  useEffect(() => {
    if (count === 0 || shownKey.current === listKey) {
      return
    }
    const isFirst = shownKey.current === null
    shownKey.current = listKey
    const left = isFirst ? (wanted.current?.() ?? 0) : 0
    if (!isFirst || left > 0) {
      putOnTop(Math.min(left, count - 1))
    }
  }, [listKey, count, putOnTop])
  useEffect(() => {
    if (shownKey.current === null) {
      return
    }
    const timer = setTimeout(() => tell.current?.(topRow), 150)
    return () => clearTimeout(timer)
  }, [topRow])
}
