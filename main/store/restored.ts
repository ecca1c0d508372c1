import { existsSync, renameSync, rmSync } from 'node:fs'

/** Where a portfolio waits that is to take the place of the present one at the next start. */
export function waitingPath(databasePath: string): string {
  return `${databasePath}.restored`
}

/**
 * Puts a waiting portfolio in its place. The present one is moved to the path `putAside` gives, never deleted; whatever
 * moment this is cut off at, the next start goes on from there.
 */
export function takeRestored(databasePath: string, putAside: () => string): void {
  const waiting = waitingPath(databasePath)
  if (!existsSync(waiting)) {
    return
  }
  if (existsSync(databasePath)) {
    const aside = putAside()
    // What was written last may still lie beside the file, and belongs to it.
    if (existsSync(`${databasePath}-wal`)) {
      renameSync(`${databasePath}-wal`, `${aside}-wal`)
    }
    renameSync(databasePath, aside)
  }
  // Read with another file's, it would be taken for this one's.
  rmSync(`${databasePath}-wal`, { force: true })
  rmSync(`${databasePath}-shm`, { force: true })
  renameSync(waiting, databasePath)
}
