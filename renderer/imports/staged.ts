import type { ViewValue } from '#shared/protocol.ts'
import type { ImportReply } from '#renderer/state/ui-state.ts'

/** A file that has been read and waits, as the page sees it. */
export type Staged = ViewValue<'import.staged'>

/** The answer that a file has been read, with how. */
export type Changes = Extract<ImportReply, { step: 'changes' }>
