import { useCallback } from 'react'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'

/** Opens the wizard; where a request with unsaved words waits, the user is asked first, so that none are lost. */
export function useStartRequest(): (draft: Partial<RequestDraft>) => void {
  const waiting = useUi((state) => state.draft)
  const { startRequest, set } = useUiActions()
  return useCallback(
    (draft) => {
      if (waiting?.isUnsaved === true) {
        set('draftQuestion', draft)
      } else {
        startRequest(draft)
      }
    },
    [waiting, startRequest, set],
  )
}
