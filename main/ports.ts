import type { FileUse } from '#shared/contract/spec.ts'
import type { ParsedInput } from '#shared/protocol.ts'

/** A file a command reads: picked in a dialog, dropped on the window, or named to `desk`; its path stays outside. */
export type OpenedFile = {
  /** The name without its folder. */
  readonly name: string
  /** In bytes, before it is read. */
  readonly size: number
  readonly read: () => Promise<Uint8Array>
  /** The file in pieces from its start, each good until the next is asked for; may be begun again. */
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** Starts a process that reads one file apart from everything else; `onExit` is told when it ends by itself. */
export type StartReader = (events: {
  readonly onMessage: (message: unknown) => void
  readonly onExit: () => void
}) => { readonly send: (message: unknown) => void; readonly kill: () => void }

/** A file a command has written; `handle` lets the page ask the shell to show it, `null` where there is no window. */
export type SavedFile = { readonly fileName: string; readonly handle: string | null }

/** A file a command is about to write, by the name it should have. */
export type NewFile = { readonly name: string; readonly bytes: Uint8Array }

/** Files a command has written into one folder, under the names they were given there; `null` for one that was not. */
export type SavedFiles = { readonly fileNames: readonly (string | null)[]; readonly handle: string | null }

/** What one call may do with files; refusals are thrown as `AppError` (`CANCELLED`, `FILE_REQUIRED`, …). */
export type CallContext = {
  readonly openFile: (use: FileUse) => Promise<OpenedFile>
  /** As `openFile`, for as many files as are chosen: one at least. */
  readonly openFiles: (use: FileUse) => Promise<readonly OpenedFile[]>
  readonly saveFile: (use: FileUse, suggestedName: string, bytes: Uint8Array) => Promise<SavedFile>
  /** Writes several files into one folder; a name that is taken there gets a number, nothing is replaced. */
  readonly saveFiles: (use: FileUse, files: readonly NewFile[]) => Promise<SavedFiles>
}

/** What the page says of the application menu. */
export type MenuDescription = ParsedInput<'menu.describe'>

/** What a command asks of the desktop; absent members mean that there is no desktop (`desk`, tests). */
export type ShellPorts = {
  readonly writeClipboard?: (content: {
    readonly text: string
    readonly html: string | null
  }) => Promise<void>
  /** Shows a notice of the system; a click on it brings the window forward. */
  readonly showNotice?: (notice: { readonly title: string; readonly body: string }) => void
  /** Puts a picture on the clipboard: a PNG. */
  readonly writePicture?: (png: Uint8Array) => Promise<void>
  readonly revealFile?: (handle: string) => void
  /** Hands a `mailto:` address to the system's mail program. */
  readonly openMail?: (address: string) => Promise<void>
  /**
   * Draws a whole HTML document as a PDF (A4, page numbers, fonts embedded). It runs no script and reaches no network;
   * its styles stand in `<style nonce="__CSP_NONCE__">`, its pictures in `data:` addresses or as SVG elements.
   */
  readonly printPdf?: (html: string) => Promise<Uint8Array>
  /** Hands the same kind of document to the system's print dialog. @throws AppError `CANCELLED` or `PRINT_FAILED`. */
  readonly printPaper?: (html: string) => Promise<void>
  /** Ends the program and starts it again. */
  readonly restart?: () => void
  readonly describeMenu?: (description: MenuDescription) => void
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
