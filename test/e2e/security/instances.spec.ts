import { chmod, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startBare } from '../support/bare-process.ts'
import { countOf, logOf, read } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Controls C60 and C61: one program at a time on its data, which is its owner's alone.

test('of eight started at once, one opens a window and seven end quietly', async ({
  browserName: _,
}, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  const started = Array.from({ length: 8 }, () => startBare(userData))
  const codes: (number | string)[] = []
  const all = started.map(async ({ ended }) => codes.push(await ended))
  await expect.poll(() => codes.length, { timeout: 60_000 }).toBe(7)
  expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0])
  await expect.poll(async () => countOf({ userData }, 'program.started')).toBe(1)

  const [winner] = started.filter(({ process: { exitCode } }) => exitCode === null)
  winner?.process.kill('SIGTERM')
  await Promise.all(all)
  expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect(await countOf({ userData }, 'program.started')).toBe(1)
  const database = new DatabaseSync(join(userData, 'portfolio.db'), { readOnly: true })
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
})

test('a second start brings the first one’s window up, hands its request over, and ends', async ({
  desk,
}) => {
  await desk.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  expect(await startBare(desk.userData, ['--sample']).ended).toBe(0)
  const visible = async () =>
    desk.application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    )
  await expect(async () => expect(await visible()).toEqual([true])).toPass()
  await expect
    .poll(async () => read(desk, 'portfolio.summary'))
    .toMatchObject({ customers: 40, hasSample: true })
})

test('what a second start is given reaches the first as a request for the sample or as nothing', async ({
  desk,
}) => {
  const hostile = [
    '--remote-debugging-port=9333',
    '--inspect=9334',
    'file:///etc/passwd',
    '--js-flags=--expose-gc',
    '/etc/passwd',
  ]
  expect(await startBare(desk.userData, hostile).ended).toBe(0)
  expect(await read(desk, 'portfolio.summary')).toMatchObject({ customers: 0, hasSample: false })
  const switches = await desk.application.evaluate(({ app }) =>
    ['js-flags']
      .filter((name) => app.commandLine.hasSwitch(name))
      .concat(app.commandLine.getSwitchValue('remote-debugging-port')),
  )
  expect(switches).toEqual(['0'])
})

test('a folder it cannot write to is told, in words and by its exit code', async ({
  browserName: _,
}, testInfo) => {
  const folder = testInfo.outputPath('closed')
  await mkdir(folder)
  await chmod(folder, 0o500)
  const start = startBare(folder)
  await expect.poll(start.errors, { timeout: 60_000 }).toMatch(/cannot be written to|无法写入/)
  // It has not ended in silence: the dialog is open, and asking the program to quit ends both.
  expect(start.process.exitCode).toBeNull()
  expect(start.errors()).toContain(folder)
  start.process.kill('SIGTERM')
  expect(await start.ended).toBe(4)
  expect(await readdir(folder)).toEqual([])
  await chmod(folder, 0o700)
})

test('data that another program of ours has open is told too', async ({ browserName: _ }, testInfo) => {
  const folder = testInfo.outputPath('in-use')
  await mkdir(folder, { mode: 0o700 })
  const { hostname } = process.getBuiltinModule('node:os')
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
  await writeFile(
    join(folder, 'portfolio.lock'),
    JSON.stringify({ pid: process.pid, host: hostname(), boot }),
  )
  const start = startBare(folder)
  await expect.poll(start.errors, { timeout: 60_000 }).toMatch(/in use by another process|另一个进程使用/)
  start.process.kill('SIGTERM')
  expect(await start.ended).toBe(4)
})

/** Every entry below a folder that others than its owner could reach, links left out: their mode means nothing. */
async function reachable(folder: string): Promise<string[]> {
  const names = ['.', ...(await readdir(folder, { recursive: true }))]
  const found = names.map(async (name) => {
    const seen = await lstat(join(folder, name))
    return seen.isSymbolicLink() || (seen.mode & 0o077) === 0
      ? []
      : [`${name} ${(seen.mode & 0o777).toString(8)}`]
  })
  return (await Promise.all(found)).flat()
}

test('everything it keeps is its owner’s alone, whatever the umask and whatever was there before', async ({
  browserName: _,
}, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  await mkdir(join(userData, 'logs'), { recursive: true })
  await writeFile(
    join(userData, 'preferences.json'),
    JSON.stringify({ stored: { version: 1, preferences: {} } }),
  )
  await chmod(join(userData, 'preferences.json'), 0o644)
  await chmod(join(userData, 'logs'), 0o777)
  await chmod(userData, 0o755)

  const start = startBare(userData, ['--sample'], '000')
  await expect.poll(async () => countOf({ userData }, 'program.started'), { timeout: 60_000 }).toBe(1)
  expect(await reachable(userData)).toEqual([])
  start.process.kill('SIGTERM')
  expect(await start.ended).toBe(0)

  expect(await reachable(userData)).toEqual([])
  expect(await readdir(userData)).toEqual(
    expect.arrayContaining(['portfolio.db', 'preferences.json', 'logs', 'browser']),
  )
  const tightened = (await logOf({ userData })).filter(({ event }) => event === 'folder.tightened')
  expect(tightened.map(({ name, mode }) => `${String(name)} ${String(mode)}`).toSorted()).toEqual([
    'file 644',
    'folder 755',
    'folder 777',
  ])
})
