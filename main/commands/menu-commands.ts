import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { ShellPorts } from '#main/ports.ts'

/** What the page tells the application menu. */
export function createMenuCommands(shell: ShellPorts): HandlersOf<'menu'> {
  return {
    'menu.describe': (description) => {
      if (shell.describeMenu === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no menu here')
      }
      shell.describeMenu(description)
      return {}
    },
  }
}
