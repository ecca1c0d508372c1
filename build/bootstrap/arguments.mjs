/**
 * What `npm test` was asked for.
 */
import { failure } from './report.mjs'

/** The parts of a test run that can be asked for alone. */
const parts = /** @type {const} */ (['checks', 'unit', 'e2e'])

/**
 * @typedef {object} TestRequest
 * @property {boolean} checks type check, lint, format and unused code
 * @property {boolean} unit everything Vitest runs
 * @property {boolean} e2e everything that opens a window
 * @property {string[]} filters parts of test file paths; empty for all
 */

/**
 * Reads `npm test` arguments: `--checks`, `--unit`, `--e2e` choose parts, other words filter test files.
 * @param {string[]} args
 * @returns {TestRequest}
 */
export function parseTestArguments(args) {
  const flags = args.filter((word) => word.startsWith('-'))
  const unknown = flags.find((flag) => !parts.some((part) => flag === `--${part}`))
  if (unknown) {
    throw failure(
      `npm test does not know ${unknown}`,
      `use: npm test -- [--checks] [--unit] [--e2e] [filter]`,
    )
  }
  const filters = args.filter((word) => !word.startsWith('-'))
  const wants = (/** @type {typeof parts[number]} */ part) =>
    flags.length === 0 || flags.includes(`--${part}`)
  return {
    // Someone who names a test file wants that file's answer.
    checks: filters.length === 0 ? wants('checks') : flags.includes('--checks'),
    unit: wants('unit'),
    e2e: wants('e2e'),
    filters,
  }
}
