import type { ViewValue } from '#shared/protocol.ts'
import type { ApplicationFacts } from './application-views.ts'

/** The backups in the data folder. */
export function projectBackups({ backups }: ApplicationFacts): ViewValue<'backup.list'> {
  return [...backups.list()]
}
