/**
 * `desk`: every command and view of the contract from a terminal, on plain Node, without a window.
 */
import { ensureDependencies, findNode, toolEnvironment } from '../bootstrap/dependencies.mjs'
import { inRoot } from '../bootstrap/paths.mjs'
import { run } from '../bootstrap/processes.mjs'

/**
 * Runs the sources directly; standard input, output and the exit code are the program's own.
 * @param {string[]} args
 */
export async function perform(args) {
  await ensureDependencies()
  const node = findNode()
  const { code } = await run(
    node,
    ['--disable-warning=ExperimentalWarning', inRoot('main', 'desk.ts'), ...args],
    {
      env: toolEnvironment(process.env, node),
    },
  )
  return code
}
