import type { SpokenFacts } from '#main/store/fact-columns.ts'

/** What an import would do to one kind of record. */
export type Counts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly absent: number
}

/** What a staged file is, beside its rows; kept in the staging database. */
export type PreviewFacts = SpokenFacts & {
  readonly previewId: string
  readonly accountId: string
  readonly fileName: string
  readonly shape: string
  readonly encoding: string
  readonly delimiter: string | null
  readonly sha256: string
  readonly rowCount: number
  readonly rejectedCount: number
  readonly createdAt: string
  /** Whether the file lists all records of its main kind; `null` until the user has answered. */
  readonly isFullList: boolean | null
  /** Whether the user has said that rejected rows that name no record are none of those that are missing. */
  readonly ignoresUnnamed: boolean
  /** The key of the customer the user has named, where the file names none; of that one nothing is asked. */
  readonly givenKey: string | null
}

/** What the comparison found, against the portfolio whose newest import is `head`. */
export type Comparison = {
  readonly head: number
  readonly customers: Counts
  readonly subscriptions: Counts
  /** Rejected rows that do not say which record they are about, of the kind the file lists. */
  readonly unnamed: number
}
