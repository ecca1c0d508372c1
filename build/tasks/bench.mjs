/**
 * `bench NAME`: runs a benchmark of test/bench on our Node 24; without a name it lists them. One that is called
 * `NAME.window.ts` opens windows and gets the built app, an unprivileged user and a screen, as the tests do.
 */
import { readdir } from 'node:fs/promises'

import { ensureDependencies, findNode, toolEnvironment } from '../bootstrap/dependencies.mjs'
import { inRoot, root } from '../bootstrap/paths.mjs'
import { run } from '../bootstrap/processes.mjs'
import { failure, step } from '../bootstrap/report.mjs'
import { runWindowBenchmark } from '../bootstrap/windows.mjs'
import { ensureBuild } from './build.mjs'

/**
 * @param {string[]} args
 */
export async function perform([name, ...args]) {
  await ensureDependencies()
  const files = (await readdir(inRoot('test', 'bench')).catch(() => [])).filter((file) =>
    /\.(ts|mjs)$/.test(file),
  )
  const names = files.map((file) => file.slice(0, file.indexOf('.')))
  if (!name) {
    step(names.length > 0 ? `Benchmarks: ${names.join(', ')}` : 'Benchmarks: none yet')
    return 0
  }
  const file = files[names.indexOf(name)]
  if (!file) throw failure(`There is no benchmark "${name}"`, `use one of: ${names.join(', ')}`)
  if (file.includes('.window.')) {
    await ensureBuild()
    return runWindowBenchmark(['test', 'bench', file], args)
  }
  const node = findNode()
  const env = toolEnvironment(process.env, node)
  return (await run(node, [inRoot('test', 'bench', file), ...args], { cwd: root, env })).code
}
