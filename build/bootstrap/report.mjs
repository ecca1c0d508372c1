/**
 * What the bootstrap says: one line a step, and on failure what happened and the one command that helps.
 */

/** @type {NodeJS.WritableStream} */
let stream = process.stdout

/** Sends step lines to standard error, for tasks whose standard output belongs to a program. */
export function keepStandardOutputFree() {
  stream = process.stderr
}

/** Tells one step in one line. */
export function step(/** @type {string} */ text) {
  stream.write(`> ${text}\n`)
}

/**
 * An error the bootstrap expects: the message says what happened, `remedy` is one exact command or sentence.
 * @param {string} problem
 * @param {string} remedy
 * @returns {Error & { remedy: string }}
 */
export function failure(problem, remedy) {
  return Object.assign(new Error(problem), { remedy })
}

/**
 * The text for an error that ended a task: problem and remedy where known, the whole stack where not.
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (error instanceof Error && 'remedy' in error) {
    return `${error.message}\n  What to do: ${String(error.remedy)}`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
