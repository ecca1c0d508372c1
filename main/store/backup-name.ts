import { backupReasons, type Backup } from '#shared/contract/backup.ts'

/** What a backup's name says of it; the name is all that is kept about one. */
export type NamedBackup = Pick<Backup, 'id' | 'reason' | 'madeAt'>

const pattern = new RegExp(
  String.raw`^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(${backupReasons.join('|')})$`,
)

/** The id of a backup, which is its file's name without `.db`: when and why it was made. */
export function backupId(reason: Backup['reason'], at: Date): string {
  return `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${reason}`
}

/** Reads an id; `null` for the name of any other file. */
export function readBackupId(id: string): NamedBackup | null {
  const [, year, month, day, hour, minute, second, reason] = pattern.exec(id) ?? []
  const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return reason === undefined || Number.isNaN(Date.parse(madeAt))
    ? null
    : { id, reason: reason as Backup['reason'], madeAt }
}

/** How many of each are kept: one a day for a week, and the last few of the others. */
const kept: { readonly [R in Backup['reason']]: number } = { daily: 7, manual: 10, migration: 3, replaced: 3 }

/** What all backups together may take in bytes, or twice the portfolio where that is more. */
const roomBytes = 200 * 1024 ** 2

/**
 * Which backups have had their day, oldest first: those beyond their number, and then daily ones beyond the room. The
 * newest of each reason is never among them.
 */
export function expiredBackups(
  backups: readonly (NamedBackup & { readonly bytes: number })[],
  portfolioBytes: number,
): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const expired = new Set(
    backupReasons.flatMap((reason) =>
      newestFirst
        .filter((backup) => backup.reason === reason)
        .slice(kept[reason])
        .map(({ id }) => id),
    ),
  )
  const room = Math.max(roomBytes, portfolioBytes * 2)
  let taken = 0
  let dailies = 0
  for (const { id, reason, bytes } of newestFirst.filter((backup) => !expired.has(backup.id))) {
    taken += bytes
    dailies += Number(reason === 'daily')
    if (taken > room && reason === 'daily' && dailies > 1) {
      expired.add(id)
      taken -= bytes
    }
  }
  return newestFirst
    .filter(({ id }) => expired.has(id))
    .map(({ id }) => id)
    .toReversed()
}
