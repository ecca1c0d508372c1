import type { Imports } from '#main/import/imports.ts'
import { importDoneLast } from '#main/import/undo-import.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Jobs } from '#main/jobs.ts'
import type { PreferencesStore } from '#main/store/preferences.ts'
import type { Store } from '#main/store/store.ts'
import { redoLast, undoLast } from '#main/store/undo.ts'

/** Undo and redo, background jobs, and what the page keeps for its next start. */
export function createHomeCommands(
  store: Store,
  preferences: PreferencesStore,
  jobs: Jobs,
  imports: Imports,
): HandlersOf<'screen' | 'undo' | 'job'> {
  return {
    'screen.remember': ({ state }) => {
      preferences.rememberScreen(state)
      return {}
    },
    'undo.last': () => {
      const done = importDoneLast(store.reader)
      if (done === null) {
        return undoLast(store)
      }
      imports.undo(done.id)
      return { command: done.command, subject: done.fileName }
    },
    'undo.redo': () => redoLast(store),
    'job.cancel': ({ jobId }) => {
      jobs.cancel(jobId)
      return {}
    },
  }
}
