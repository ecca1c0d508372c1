import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useImportFlow } from '#renderer/imports/import-flow.ts'
import { useFormat } from '#renderer/parts/format.ts'

const DropOverlay = lazy(async () => ({ default: (await import('./drop-overlay.tsx')).DropOverlay }))

/** Lets files be dropped anywhere on the window, and shows that they may be. */
export function FileDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { start, paste } = useImportFlow()
  const format = useFormat()
  const [isOver, setIsOver] = useState(false)

  useLayoutEffect(() => {
    // Entering a child fires before leaving its parent, so the depth tells when the pointer has really left.
    let depth = 0
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (hasFiles(event)) {
          depth += 1
          setIsOver(true)
        }
      },
      dragover: (event: DragEvent) => {
        if (hasFiles(event)) {
          event.preventDefault()
        }
      },
      dragleave: (event: DragEvent) => {
        if (hasFiles(event)) {
          depth = Math.max(0, depth - 1)
          setIsOver(depth > 0)
        }
      },
      drop: (event: DragEvent) => {
        depth = 0
        setIsOver(false)
        event.preventDefault()
        start([...(event.dataTransfer?.files ?? [])])
      },
    }
    const names = Object.keys(listeners) as (keyof typeof listeners)[]
    names.forEach((name) => window.addEventListener(name, listeners[name]))
    return () => names.forEach((name) => window.removeEventListener(name, listeners[name]))
  }, [start])

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // A table has rows and cells; anything else that is pasted outside a field means nothing here.
      if (!isTyping && /\n.*\S/.test(text) && /[\t,;]/.test(text)) {
        event.preventDefault()
        paste(t('importFlow.pasteName', { time: format.time(new Date().toISOString()) }), text)
      }
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [paste, format, t])

  return (
    <>
      {children}
      <Suspense fallback={null}>{isOver && <DropOverlay />}</Suspense>
    </>
  )
}
