import { refusedSwitches } from '#main/shell/switches.ts'
import { startBare } from '../support/bare-process.ts'
import { countOf } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Control C17, on the packaged program: what would open it from outside keeps it from starting.

const executable = process.env['DESK_PACKAGED_EXECUTABLE'] ?? ''

/** What this package, made for tests, lets through so that they can drive it; a release refuses these too. */
const drivable = ['inspect', 'remote-debugging-port', 'user-data-dir']

/** Node judges this one before the program can. */
const values: { readonly [name: string]: string } = { 'inspect-publish-uid': 'http' }

test('a packaged program does not start with a dangerous switch', async ({ browserName: _ }, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  const names = refusedSwitches.filter((name) => !drivable.includes(name))
  const codes: { [name: string]: number | string } = {}
  for (const name of names) {
    codes[name] = await startBare(userData, [`--${name}=${values[name] ?? 'x'}`], '022', executable).ended
  }
  // Chromium itself refuses to run its sandbox without a zygote.
  expect(codes).toEqual({ ...Object.fromEntries(names.map((name) => [name, 3])), 'no-zygote': 1 })
  expect(await countOf({ userData }, 'program.started')).toBe(0)
})

test('and does start without one', async ({ browserName: _ }, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  const start = startBare(userData, ['--lang=zh-CN'], '022', executable)
  await expect.poll(async () => countOf({ userData }, 'program.started'), { timeout: 60_000 }).toBe(1)
  start.process.kill('SIGTERM')
  expect(await start.ended).toBe(0)
})
