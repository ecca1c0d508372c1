import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Log, ShellPorts } from '#main/ports.ts'
import type { PreferencesStore } from '#main/store/preferences.ts'

/** Commands about the program itself rather than the portfolio. */
export function createApplicationCommands(
  preferences: PreferencesStore,
  shell: ShellPorts,
  log: Log,
): HandlersOf<'preferences' | 'file' | 'log'> {
  return {
    'preferences.update': (changes) => {
      preferences.update(changes)
      return {}
    },
    'file.reveal': ({ fileHandle }) => {
      if (shell.revealFile === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no window here')
      }
      shell.revealFile(fileHandle)
      return {}
    },
    'log.report': ({ message, stack }) => {
      const failure = new Error(message)
      failure.name = 'PageError'
      if (stack !== undefined) {
        failure.stack = stack
      }
      return { reference: log.report(failure) }
    },
  }
}
