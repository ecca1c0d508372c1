import { useCallback, useRef, useState } from 'react'

type Pulled = { readonly column: string; readonly width: number }

/** A column while it is pulled to a width: only the table follows, and the list hears of the width that is let go at. */
export function usePull(onWidth: ((column: string, width: number) => void) | undefined) {
  const [pulled, setPulled] = useState<Pulled | null>(null)
  const newest = useRef<Pulled | null>(null)
  const onPull = useCallback((column: string, width: number) => {
    newest.current = { column, width }
    setPulled(newest.current)
  }, [])
  const onPullEnd = useCallback(
    (isKept: boolean) => {
      const { current } = newest
      newest.current = null
      setPulled(null)
      if (isKept && current !== null) {
        onWidth?.(current.column, current.width)
      }
    },
    [onWidth],
  )
  return { pulled, onPull, onPullEnd }
}
