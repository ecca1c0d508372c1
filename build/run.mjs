/**
 * The one door of every npm script: `node build/run.mjs TASK [arguments]`, on Node 20 with nothing installed.
 */
import { failure, describeFailure, keepStandardOutputFree } from './bootstrap/report.mjs'

/** Each task's module, loaded only when asked for, so that `desk` starts without the others. */
const tasks = {
  start: () => import('./tasks/start.mjs'),
  test: () => import('./tasks/test.mjs'),
  desk: () => import('./tasks/desk.mjs'),
  build: () => import('./tasks/build.mjs'),
  check: () => import('./tasks/check.mjs'),
  tour: () => import('./tasks/tour.mjs'),
  bench: () => import('./tasks/bench.mjs'),
  'package:dir': () => import('./tasks/package-dir.mjs'),
  'release:check': () => import('./tasks/release-check.mjs'),
}

const [name = '', ...args] = process.argv.slice(2)

try {
  if (name === 'desk') keepStandardOutputFree()
  if (!Object.hasOwn(tasks, name)) {
    throw failure(`There is no task "${name}"`, `use one of: ${Object.keys(tasks).join(', ')}`)
  }
  const task = await tasks[/** @type {keyof typeof tasks} */ (name)]()
  process.exitCode = await task.perform(args)
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = 1
}
