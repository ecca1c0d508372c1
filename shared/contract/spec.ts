import type { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/**
 * What a command does with files: read one or several, write one, or write several into a folder. They never cross the wire; only
 * the shell or `desk` knows their paths.
 */
export type FileUse = {
  readonly use: 'open' | 'save' | 'folder'
  /** Says that several files may be chosen to be read. */
  readonly isSeveral?: true
  readonly extensions: readonly string[]
}

/** A command of the contract: the only way to change anything, answered once. */
export type CommandSpec = {
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly errors: readonly ErrorCode[]
  readonly file?: FileUse
}

/** A view of the contract: read-only snapshots for given parameters, sent again after every change. */
export type ViewSpec = {
  readonly params: z.ZodType
  readonly value: z.ZodType
  readonly errors: readonly ErrorCode[]
}
