/**
 * Adding up what the runners' JSON reports say.
 */
import { readFile } from 'node:fs/promises'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Nothing counted yet. */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 })

/**
 * The sum of several counts.
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sum(counts) {
  return counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing(),
  )
}

/**
 * Counts of a Vitest JSON report; a file that failed before its tests existed counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number,
 *   testResults?: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/**
 * Counts of a Playwright JSON report; an error outside a test counts as one failure, a flaky test as failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * The verdict on one runner: what its report counted, and a failure more where the runner itself failed without
 * any test failing, left no report, or ran nothing although something was expected.
 * @template T
 * @param {number} code the runner's exit code
 * @param {T | undefined} report
 * @param {(report: T) => Counts} count
 * @param {boolean} mayBeEmpty whether no test at all is a fair answer, as under a filter
 * @returns {Counts}
 */
export function judge(code, report, count, mayBeEmpty) {
  const counts = report === undefined ? nothing() : count(report)
  const empty = counts.passed + counts.failed + counts.skipped === 0
  const silentFailure = counts.failed === 0 && (code !== 0 || report === undefined || (empty && !mayBeEmpty))
  return silentFailure ? { ...counts, failed: 1 } : counts
}

/** The closing line of a test run. */
export function closingLine(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/**
 * A JSON report, or nothing where the runner died before writing it.
 * @param {string} file
 */
export async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}
