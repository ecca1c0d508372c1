import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { AskedRequest } from '#main/history/acceptances.ts'
import type { Parameters } from '#main/store/database.ts'

/** The day a portfolio is read as of, and the import that was the newest then. */
export type PastDay = { readonly importRid: number; readonly today: CivilDate }

/** A statement over many rows. */
export type Question = {
  readonly sql: string
  readonly parameters: Parameters
  /**
   * `keys` for the column `key` of every row alone, whole numbers below 2^32; `duplicates` for what looks alike among
   * customers; `acceptances` for those that may have accepted one of the requests.
   */
  readonly wants: 'rows' | 'keys' | 'duplicates' | 'acceptances'
  readonly requests?: readonly AskedRequest[]
  /** `null` for the portfolio as it is. */
  readonly asOf: PastDay | null
}

/** What main sends to the thread; `generation` counts the changes of the portfolio. */
export type ToQueries = { readonly id: number; readonly generation: number; readonly question: Question }

/** What a question found. */
export type Found = { readonly rows: readonly object[] } | { readonly keys: Uint32Array }

/** What the thread found, or why it did not. */
export type FromQueries =
  { readonly id: number; readonly found: Found } | { readonly id: number; readonly failure: string }
