import { useEffect } from 'react'
import type { Client } from './client.ts'
import { readOnce } from './read-once.ts'
import type { RequestDraft } from './request-draft.ts'
import { emptyRequestDraft, wizardSteps } from './request-draft.ts'
import type { UiStore } from './ui-store.ts'

const delay = 600

/** Keeps the wizard's answers in main while they are no request yet, and brings them back after a restart. */
export function useKeptDraft(client: Client, ui: UiStore, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) {
      return
    }
    let isEnded = false
    let kept: string | null = null
    let timer: number | undefined
    const current = () => {
      const { draft } = ui.state.getState()
      return draft?.isUnsaved === true ? JSON.stringify(draft) : null
    }
    const keep = () => {
      window.clearTimeout(timer)
      timer = undefined
      const next = current()
      if (next !== kept && !isEnded) {
        kept = next
        // The answers are still on the page; the next change tries again.
        client.invoke('wizard.keep', { draft: next }).catch(() => undefined)
      }
    }
    const stop = ui.state.subscribe(() => {
      timer ??= window.setTimeout(keep, delay)
    })
    window.addEventListener('pagehide', keep)
    window.addEventListener('blur', keep)
    void readOnce(client, 'wizard.kept', {}).then((answer) => {
      const draft = readDraft(answer?.draft ?? null)
      if (!isEnded && draft !== null && ui.state.getState().draft === null) {
        kept = answer?.draft ?? null
        ui.actions.set('draft', draft)
      }
    })
    return () => {
      keep()
      isEnded = true
      stop()
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('blur', keep)
    }
  }, [client, ui, isReady])
}

/** Reads what an earlier window left; anything broken or of another make is no draft. */
function readDraft(text: string | null): RequestDraft | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (typeof kept !== 'object' || kept === null) {
      return null
    }
    const draft = { ...emptyRequestDraft, ...kept }
    const isWhole =
      wizardSteps.some((step) => step === draft.step) &&
      Array.isArray(draft.recipients) &&
      Array.isArray(draft.several) &&
      typeof draft.edits === 'object'
    // Where a file was saved to and what was copied are of the last run.
    const several = draft.several.map((each) => ({
      ...each,
      requestId: each.requestId ?? null,
      savedAs: null,
    }))
    return isWhole ? { ...draft, several, exported: null, copied: null } : null
  } catch {
    return null
  }
}
