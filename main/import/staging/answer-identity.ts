import { openStagingDatabase } from './staging-file.ts'

/** An answer as the staged rows have it: a customer by its row number, or the rest of the contract's words. */
export type StagedAnswer =
  | { readonly kind: 'customer'; readonly rid: number }
  | { readonly kind: 'new' | 'leave-out' | 'suggested' | 'open' }

/** Writes who rows are said to be; `null` for all that wait for an answer. To be compared again after. */
export function answerIdentities(
  stagingPath: string,
  keys: readonly string[] | null,
  answer: StagedAnswer,
): void {
  const staging = openStagingDatabase(stagingPath, { readOnly: false })
  const which =
    keys === null ? 'answer IS NULL' : 'row IN (SELECT CAST(value AS INTEGER) FROM json_each(:keys))'
  const set = (assignments: string, condition: string, values: { readonly [name: string]: number } = {}) =>
    staging
      .prepare(`UPDATE customer_question SET ${assignments}, is_compared = 0 WHERE ${which} AND ${condition}`)
      .run({ ...values, ...(keys === null ? {} : { keys: JSON.stringify(keys) }) })
  try {
    staging.exec('PRAGMA journal_mode = MEMORY; BEGIN')
    staging.exec('UPDATE preview SET comparison = NULL')
    switch (answer.kind) {
      case 'customer':
        set("answer = 'is', answer_rid = :rid, answered_by = 'user'", 'TRUE', { rid: answer.rid })
        break
      case 'new':
        set("answer = 'new', answer_rid = NULL, answered_by = 'user'", 'can_be_new = 1')
        break
      case 'leave-out':
        set("answer = 'out', answer_rid = NULL, answered_by = 'user'", 'TRUE')
        break
      case 'suggested':
        set("answer = suggestion, answer_rid = suggested_rid, answered_by = 'user'", 'suggestion IS NOT NULL')
        break
      case 'open':
        // Not said by the user any more: what was known before that holds again.
        set(
          "answer = CASE WHEN known_rid IS NOT NULL THEN 'is' END, answer_rid = known_rid, answered_by = known_by",
          'TRUE',
        )
    }
    staging.exec('COMMIT')
  } finally {
    staging.close()
  }
}
