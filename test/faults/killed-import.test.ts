import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateSample } from '#main/sample/generator.ts'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { textFile } from '#test/support/reconciliation.ts'

const kills = 20
const page = { offset: 0, limit: 10_000 }
const program = join(import.meta.dirname, 'support', 'change-portfolio.ts')

let folder: string
let previewId: string
/** The prepared data folder: two imports done, a third one previewed. */
const prepared = () => join(folder, 'prepared')

/** A month's reconciliation file: the same customers, other seats and dates, some subscriptions more or fewer. */
const month = (seed: number) =>
  textFile(
    `month-${seed}.csv`,
    generateSample({
      customers: 250,
      seed: 7,
      today: '2026-11-22',
      tenantId: 'c0ffee00-0000-4000-8000-000000000000',
      partnerId: '4400001',
    }).reconciliation.replaceAll(/,Office 365 企业版 E3,/g, `,Office 365 企业版 E3 (${seed}),`),
  )

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const loopback = createLoopback({ dataFolder: prepared() })
  const accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, month(1))
  await importFile(loopback, accountId, month(2))
  previewId = (await previewFile(loopback, accountId, month(3))).previewId
  loopback.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the program on a copy of the prepared folder; kills it so many milliseconds after it begins, or never. */
async function change(task: 'apply' | 'apply-and-die' | 'undo', killAfter: number | null) {
  const copy = mkdtempSync(join(folder, 'copy-'))
  cpSync(prepared(), copy, { recursive: true })
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
    task,
    copy,
    previewId,
  ])
  let begun = 0
  let took = 0
  child.stdout.on('data', (bytes: Buffer) => {
    if (begun === 0) {
      begun = performance.now()
      if (killAfter !== null) {
        setTimeout(() => child.kill('SIGKILL'), killAfter)
      }
    }
    if (bytes.toString().includes('ends')) {
      took = performance.now() - begun
    }
  })
  await new Promise((resolve) => child.on('close', resolve))
  return { copy, took }
}

/** What a user sees of a portfolio, without what is made up anew each time. */
function seen(loopback: Loopback) {
  return {
    imports: loopback
      .read('import.list', page)
      .rows.map(({ fileName, subscriptions }) => ({ fileName, subscriptions })),
    customers: loopback
      .read('customer.list', page)
      .rows.map(({ id: _id, confirmedAt: _at, ...rest }) => rest),
    subscriptions: loopback
      .read('subscription.list', page)
      .rows.map(({ customerId: _id, evidence, ...rest }) => ({ ...rest, file: evidence.fileName })),
  }
}

async function open<T>(
  dataFolder: string,
  work: (loopback: Loopback) => T | Promise<T>,
  clock = () => new Date(),
): Promise<T> {
  const loopback = createLoopback({ dataFolder, clock })
  try {
    const result = await work(loopback)
    await loopback.settled()
    return result
  } finally {
    loopback.close()
  }
}

describe.each(['apply', 'undo'] as const)('killed at %s', (task) => {
  test(`${kills} times, the portfolio is the old or the new one`, async () => {
    const before = await open(prepared(), seen)
    const dumpBefore = logicalDump(prepared())
    const { copy, took } = await change(task, null)
    const after = await open(copy, seen)
    const dumpAfter = logicalDump(copy)
    expect(after).not.toEqual(before)
    for (let round = 0; round < kills; round += 1) {
      const killed = await change(task, Math.random() * took)
      const now = await open(killed.copy, seen)
      const isOld = now.imports.length === before.imports.length
      expect(now).toEqual(isOld ? before : after)
      // Nothing is left over, whichever it is; what an apply made has names of its own each time.
      const dump = logicalDump(killed.copy)
      expect(dump).toBe(isOld ? dumpBefore : task === 'undo' ? dumpAfter : dump)
      expect(readdirSync(join(killed.copy, 'staging')).filter((name) => !name.startsWith(previewId))).toEqual(
        [],
      )
      rmSync(killed.copy, { recursive: true })
    }
  }, 180_000)
})

test('killed when the import counts and its staged file is still there, it is done, and done once', async () => {
  const after = await open((await change('apply', null)).copy, seen)
  const { copy } = await change('apply-and-die', null)
  const staging = () => readdirSync(join(copy, 'staging'))
  expect(staging()).toEqual([`${previewId}.db`])
  expect(await open(copy, seen)).toEqual(after)
  const again = await open(copy, async (loopback) => {
    expect(loopback.read('import.staged', { previewId })).toMatchObject({ rejectedCount: 0 })
    await loopback.run('import.apply', { previewId })
    return seen(loopback)
  })
  expect(again.customers).toEqual(after.customers)
  expect(again.subscriptions).toEqual(after.subscriptions)
  expect(again.imports[0]?.subscriptions).toMatchObject({ added: 0, changed: 0 })
  expect(staging()).toEqual([])
})

test('what it left is gone a day later, where nobody came back for it', async () => {
  const { copy } = await change('apply-and-die', null)
  const tomorrow = () => new Date(Date.now() + 25 * 3_600_000)
  await open(copy, () => undefined, tomorrow)
  expect(readdirSync(join(copy, 'staging'))).toEqual([])
})
