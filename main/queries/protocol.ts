import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Parameters } from '#main/store/database.ts'

/** The day a portfolio is read as of, and the import that was the newest then. */
export type PastDay = { readonly importRid: number; readonly today: CivilDate }

/** A statement over many rows. */
export type Question = {
  readonly sql: string
  readonly parameters: Parameters
  /** `keys` for the column `key` of every row alone, whole numbers below 2^32. */
  readonly wants: 'rows' | 'keys'
  /** `null` for the portfolio as it is. */
  readonly asOf: PastDay | null
}

/** What main sends to the thread; `generation` counts the changes of the portfolio. */
export type ToQueries = { readonly id: number; readonly generation: number; readonly question: Question }

/** What the thread found, or why it did not. */
export type FromQueries =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly id: number; readonly keys: Uint32Array }
  | { readonly id: number; readonly failure: string }
