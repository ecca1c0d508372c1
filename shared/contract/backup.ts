import { z } from 'zod'
import { fileChoiceErrors } from './errors.ts'
import { instant } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** Why a backup was made: once a day, asked for, before the data's form changed, or put aside by a restoring. */
export const backupReasons = ['daily', 'manual', 'migration', 'replaced'] as const

const backupId = z.string().regex(/^[0-9TZ]{16}-[a-z]{1,16}$/)

const backup = z.strictObject({
  id: backupId,
  reason: z.enum(backupReasons),
  madeAt: instant,
  bytes: z.int(),
})
export type Backup = z.infer<typeof backup>

/** A portfolio as a file of this program. */
const backupFile = { extensions: ['mpdbackup'] } as const

export const backupCommands = {
  /** Copies the portfolio now, whole and checked, while work goes on. */
  'backup.create': {
    input: z.strictObject({}),
    output: backup,
    errors: ['DATA_NOT_WRITABLE', 'DATA_DAMAGED'],
  },
  /** Writes a backup to a file elsewhere: another disk outlives this one. */
  'backup.save': {
    input: z.strictObject({ id: backupId }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: [...fileChoiceErrors, 'FILE_NOT_WRITABLE', 'BACKUP_NOT_FOUND'],
    file: { use: 'save', ...backupFile },
  },
  /**
   * Puts a backup, or a file that was saved with `backup.save`, in the portfolio's place, which is kept as a backup
   * itself. It holds from the next start; until then nothing can be changed.
   */
  'backup.restore': {
    input: z.strictObject({ id: backupId.optional() }),
    output: z.strictObject({}),
    errors: [
      ...fileChoiceErrors,
      'BACKUP_NOT_FOUND',
      'FILE_NOT_A_BACKUP',
      'DATA_TOO_NEW',
      'DATA_NOT_WRITABLE',
    ],
    file: { use: 'open', ...backupFile },
  },
} as const satisfies Record<string, CommandSpec>

export const backupViews = {
  /** The backups in the data folder, newest first. */
  'backup.list': { params: z.strictObject({}), value: z.array(backup), errors: [] },
} as const satisfies Record<string, ViewSpec>
