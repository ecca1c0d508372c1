import { lazy, Suspense } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { Notice } from '#renderer/state/ui-state.ts'

export type { Notice }

const Toasts = lazy(async () => ({ default: (await import('./toasts.tsx')).Toasts }))

/** Where notices appear; stands once in the frame and is loaded with the first of them. */
export function NoticeCorner() {
  const hasNotices = useUi((state) => state.hasNotified)
  return <Suspense fallback={null}>{hasNotices && <Toasts />}</Suspense>
}

/** Says something in the corner of the window. */
export function useNotify(): (notice: Notice) => void {
  return useUiActions().notify
}
