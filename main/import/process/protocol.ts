import type { ErrorCode } from '#shared/contract/errors.ts'
import type { WireError } from '#shared/protocol.ts'
import type { ReadOptions, ReadResult, ReadTask } from '../read-portfolio.ts'
import type { Comparison } from '../staging/preview-facts.ts'

/** What the isolated process is asked to read; its file comes to it in pieces, and by no path. */
export type ReadRequest = Pick<ReadTask, 'ownPartnerId' | 'preview'> & {
  readonly options: ReadOptions
  /** The file's size in bytes. */
  readonly size: number
  readonly stagingPath: string
  readonly portfolioPath: string
}

/** What became of the file: a staged and compared preview, or a question. */
export type ReadReply =
  | (Extract<ReadResult, { kind: 'staged' }> & { readonly comparison: Comparison })
  | Exclude<ReadResult, { kind: 'staged' }>

/** A portfolio to be copied to a file that is not there yet. */
export type CopyRequest = { readonly from: string; readonly to: string; readonly isForeign: boolean }

/** What main says to the process; a stream is one reading of the file from its start. */
export type ToReader =
  | { readonly kind: 'read'; readonly request: ReadRequest }
  /** Compares a staged file once more, the portfolio having moved on. */
  | { readonly kind: 'compare'; readonly stagingPath: string; readonly portfolioPath: string }
  /** Copies a portfolio; one from elsewhere is looked at first. */
  | ({ readonly kind: 'copy' } & CopyRequest)
  /** Brings the portfolio's write-ahead log into it; asked of a process that reads no file. */
  | { readonly kind: 'log'; readonly portfolioPath: string }
  | { readonly kind: 'chunk'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly stream: number }
  | {
      readonly kind: 'broken'
      readonly stream: number
      readonly code: ErrorCode
      readonly message: string
      readonly data: WireError['data']
    }

/** What the process says to main. */
export type FromReader =
  /** Asks for the file from its start; an earlier stream ends. */
  | { readonly kind: 'open'; readonly stream: number }
  /** Asks for one more piece. */
  | { readonly kind: 'more'; readonly stream: number }
  | { readonly kind: 'close'; readonly stream: number }
  | { readonly kind: 'progress'; readonly share: number }
  /** The file has been read; what follows takes one long step. */
  | { readonly kind: 'comparing' }
  | { readonly kind: 'done'; readonly reply: ReadReply }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'copied' }
  /** How many pages the log had. */
  | { readonly kind: 'logged'; readonly pages: number }
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly data: WireError['data']
    }
  /** Something no user can be told of happened; for the log. */
  | { readonly kind: 'failed'; readonly message: string }

/** How many pieces may be on their way at once. */
export const piecesAhead = 3
