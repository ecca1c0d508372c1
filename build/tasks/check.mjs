/**
 * `check`: types, lint, format and unused code.
 */
import { ensureDependencies } from '../bootstrap/dependencies.mjs'
import { runChecks } from '../bootstrap/checks.mjs'

/** Runs every check; 0 when all passed. */
export async function perform() {
  await ensureDependencies()
  return (await runChecks()) === 0 ? 0 : 1
}
