import { useEffect, useState } from 'react'

let isPainted = false

/** Says once that the first screen has been painted: what nobody sees before that is loaded after it. */
export function useAfterPaint(): boolean {
  const [isNow, setIsNow] = useState(isPainted)
  useEffect(() => {
    if (isNow) {
      return
    }
    // The frame after the first one: its callbacks run when the first has been handed over.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isPainted = true
        setIsNow(true)
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [isNow])
  return isNow
}
