import { rmSync, statSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '#shared/contract/backup.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { copyInProcess } from '#main/import/process/file-reader.ts'
import type { Log, OpenedFile, StartReader } from '#main/ports.ts'
import { backupPath, listBackups, makeFolder } from '#main/store/backup-folder.ts'
import { backupId, expiredBackups } from '#main/store/backup-name.ts'
import { waitingPath } from '#main/store/restored.ts'
import type { Store } from '#main/store/store.ts'

/** The copies of the portfolio that the program keeps beside it. */
export type Backups = {
  /** Newest first. */
  readonly list: () => readonly Backup[]
  /** Copies the portfolio now. */
  readonly create: (reason: 'daily' | 'manual') => Promise<Backup>
  /** Makes today's backup, if there is none yet and something has changed since the last one. */
  readonly daily: () => Promise<void>
  /** A backup's bytes. @throws AppError `BACKUP_NOT_FOUND`. */
  readonly read: (id: string) => Promise<Uint8Array>
  /** Lets a backup take the portfolio's place at the next start; from now on nothing is changed any more. */
  readonly restore: (from: string | OpenedFile) => Promise<void>
}

type BackupParts = {
  readonly store: Store
  readonly startReader: StartReader
  readonly log: Log
  readonly onChange: () => void
}

/** Makes the backups of a data folder; the copying goes on in a process of its own, and one after the other. */
export function createBackups({ store, startReader, log, onChange }: BackupParts): Backups {
  const { backupFolder: folder } = store
  const pathOf = (id: string) => backupPath(folder, id)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const find = (id: string): Backup => {
    const found = listBackups(folder).find((backup) => backup.id === id)
    if (found === undefined) {
      throw new AppError('BACKUP_NOT_FOUND', 'no such backup')
    }
    return found
  }
  const create = async (reason: 'daily' | 'manual') => {
    makeFolder(folder)
    const id = backupId(reason, store.now())
    await copyInProcess(startReader, { from: store.path, to: pathOf(id), isForeign: false })
    const made = find(id)
    expiredBackups(listBackups(folder), made.bytes).forEach((each) => rmSync(pathOf(each), { force: true }))
    onChange()
    return made
  }
  return {
    list: () => listBackups(folder),
    create: async (reason) => inTurn(async () => create(reason)),
    daily: async () =>
      inTurn(async () => {
        const [newest] = listBackups(folder)
        const today = store.now().toISOString().slice(0, 10)
        const isDue =
          newest === undefined ||
          (newest.madeAt.slice(0, 10) < today && changedAt(store.path) > newest.madeAt)
        if (isDue && store.isOpen()) {
          await create('daily').catch((thrown: unknown) => log.report(thrown))
        }
      }),
    read: async (id) => readFile(pathOf(find(id).id)),
    restore: async (from) =>
      inTurn(async () => {
        const incoming = join(folder, 'incoming.tmp')
        makeFolder(folder)
        // What is done from here on would be lost with the portfolio it is done to.
        const resume = store.hold()
        try {
          if (typeof from !== 'string') {
            await writePieces(incoming, from)
          }
          const source = typeof from === 'string' ? pathOf(find(from).id) : incoming
          await copyInProcess(startReader, { from: source, to: waitingPath(store.path), isForeign: true })
        } catch (thrown) {
          resume()
          throw thrown
        } finally {
          rmSync(incoming, { force: true })
        }
      }),
  }
}

/** How long after the start the day's backup may be made, and how often it is looked whether one is due. */
const backupTimes = { first: 60_000, every: 3_600_000 } as const

/** Makes the daily backups while the program runs, once it has settled; answers with how to end that. */
export function keepBackups(backups: Pick<Backups, 'daily'>): () => void {
  const look = () => void backups.daily()
  const timers = [setTimeout(look, backupTimes.first), setInterval(look, backupTimes.every)]
  // Nothing waits for a backup that is not due.
  timers.forEach((timer) => timer.unref())
  return () => timers.forEach((timer) => clearTimeout(timer))
}

async function writePieces(path: string, file: OpenedFile): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    for await (const piece of file.chunks()) {
      await handle.writeFile(piece)
    }
  } finally {
    await handle.close()
  }
}

/** When a portfolio was last written to; its newest changes lie beside it. */
function changedAt(path: string): string {
  const times = [path, `${path}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return new Date(Math.max(...times)).toISOString()
}
