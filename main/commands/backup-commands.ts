import { commands } from '#shared/contract/contract.ts'
import type { Backups } from '#main/backups.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { ShellPorts } from '#main/ports.ts'

/** Makes backups, takes them elsewhere, and lets one take the portfolio's place. */
export function createBackupCommands(backups: Backups, shell: ShellPorts): HandlersOf<'backup'> {
  return {
    'backup.create': async () => backups.create('manual'),
    'backup.save': async ({ id }, context) => {
      const bytes = await backups.read(id)
      const name = `Multi-Partner Desk ${id.slice(0, 8)}.mpdbackup`
      const { fileName, handle } = await context.saveFile(commands['backup.save'].file, name, bytes)
      return { fileName, fileHandle: handle }
    },
    'backup.restore': async ({ id }, context) => {
      await backups.restore(id ?? (await context.openFile(commands['backup.restore'].file)))
      // Once this has been answered.
      setImmediate(() => shell.restart?.())
      return {}
    },
  }
}
