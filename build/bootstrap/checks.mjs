/**
 * The checks that read the sources: types, lint, format, unused code.
 */
import { findNode, toolEnvironment, toolScript } from './dependencies.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './processes.mjs'
import { step } from './report.mjs'

/** @type {{ name: string, tool: string, command?: string, args: string[] }[]} */
const checks = [
  { name: 'types', tool: 'typescript', command: 'tsc', args: ['--build', '--pretty', 'false'] },
  {
    name: 'lint',
    tool: 'oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  { name: 'format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'unused', tool: 'knip', args: ['--config', inRoot('build', 'knip.json'), '--no-progress'] },
]

/**
 * Runs every check, one line each, with the tool's own words where it found something.
 * @returns {Promise<number>} how many failed
 */
export async function runChecks() {
  const node = findNode()
  const env = toolEnvironment(process.env, node)
  let failed = 0
  for (const { name, tool, command = tool, args } of checks) {
    const outcome = await run(node, [toolScript(tool, command), ...args], { cwd: root, env, capture: true })
    if (outcome.code === 0) {
      step(`Check ${name}: ok`)
      continue
    }
    failed += 1
    step(`Check ${name}: failed`)
    process.stdout.write(`${outcome.stdout}${outcome.stderr}\n`)
  }
  return failed
}
