/**
 * `test`: installs what is missing and runs every check and every test; the last line counts them.
 */
import { mkdir, rm } from 'node:fs/promises'

import { parseTestArguments } from '../bootstrap/arguments.mjs'
import { runChecks } from '../bootstrap/checks.mjs'
import { ensureDependencies, findNode, toolEnvironment, toolScript } from '../bootstrap/dependencies.mjs'
import { inOut, inRoot, root } from '../bootstrap/paths.mjs'
import { interrupted, run } from '../bootstrap/processes.mjs'
import { describeFailure, step } from '../bootstrap/report.mjs'
import { closingLine, countVitest, judge, nothing, readReport, sum } from '../bootstrap/tally.mjs'
import { runWindows } from '../bootstrap/windows.mjs'
import { ensureBuild } from './build.mjs'

/** @typedef {import('../bootstrap/arguments.mjs').TestRequest} TestRequest */
/** @typedef {import('../bootstrap/tally.mjs').Counts} Counts */

/**
 * Runs what was asked for to its end, whatever fails on the way; 0 when nothing failed and something passed.
 * @param {string[]} args
 */
export async function perform(args) {
  const request = parseTestArguments(args)
  /** @type {Counts[]} */
  const counts = []
  const part = async (/** @type {() => Promise<Counts>} */ work) => {
    if (interrupted()) return
    try {
      counts.push(await work())
    } catch (error) {
      process.stderr.write(`${describeFailure(error)}\n`)
      counts.push({ ...nothing(), failed: 1 })
    }
  }

  await part(async () => {
    await ensureDependencies()
    await mkdir(inOut('test-results'), { recursive: true })
    return nothing()
  })
  if (sum(counts).failed === 0) {
    if (request.checks) await part(async () => ({ ...nothing(), failed: await runChecks() }))
    await part(async () => {
      await ensureBuild()
      return nothing()
    })
    if (request.unit) await part(() => runUnits(request))
    if (request.e2e) await part(() => runWindows(request))
  }

  const total = sum(counts)
  process.stdout.write(`${closingLine(total)}\n`)
  return total.failed === 0 && total.passed > 0 && !interrupted() ? 0 : 1
}

/** @param {TestRequest} request */
async function runUnits({ filters }) {
  step('Tests: Vitest')
  const report = inOut('test-results', 'vitest.json')
  await rm(report, { force: true })
  const node = findNode()
  const { code } = await run(
    node,
    [
      ...[toolScript('vitest'), 'run', '--config', inRoot('build', 'vitest.config.ts')],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
    ],
    { cwd: root, env: toolEnvironment(process.env, node), group: true },
  )
  return judge(code, await readReport(report), countVitest, filters.length > 0)
}
