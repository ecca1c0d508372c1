import type { FileUse } from '#shared/contract/spec.ts'

/** A file a command reads: picked in a dialog, dropped on the window, or named to `desk`; its path stays outside. */
export type OpenedFile = {
  /** The name without its folder. */
  readonly name: string
  /** In bytes, before it is read. */
  readonly size: number
  readonly read: () => Promise<Uint8Array>
}

/** A file a command has written; `handle` lets the page ask the shell to show it, `null` where there is no window. */
export type SavedFile = { readonly fileName: string; readonly handle: string | null }

/** What one call may do with files; refusals are thrown as `AppError` (`CANCELLED`, `FILE_REQUIRED`, …). */
export type CallContext = {
  readonly openFile: (use: FileUse) => Promise<OpenedFile>
  readonly saveFile: (use: FileUse, suggestedName: string, bytes: Uint8Array) => Promise<SavedFile>
}

/** What a command asks of the desktop; absent members mean that there is no desktop (`desk`, tests). */
export type ShellPorts = {
  readonly writeClipboard?: (content: {
    readonly text: string
    readonly html: string | null
  }) => Promise<void>
  readonly revealFile?: (handle: string) => void
}

/** One small JSON object that outlives the program; `read` never throws. */
export type PreferencesPort = {
  readonly read: () => { readonly [key: string]: unknown }
  readonly write: (next: { readonly [key: string]: unknown }) => void
  /** The name the unreadable file was put aside under at start, or `null`. */
  readonly quarantinedFile: string | null
}

/** A log line: an event's name and facts that identify nobody (ids, counts, codes, milliseconds). */
export type Log = {
  readonly info: (event: string, facts?: LogFacts) => void
  readonly error: (event: string, facts?: LogFacts) => void
  /** Logs an unexpected failure with its stack and returns the short reference shown to the user. */
  readonly report: (thrown: unknown) => string
}
export type LogFacts = { readonly [key: string]: string | number | boolean | null }
