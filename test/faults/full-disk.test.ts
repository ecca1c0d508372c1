import { execFileSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateSample } from '#main/sample/generator.ts'
import { databaseFileName } from '#main/store/store.ts'
import { importFile, makeAccount, previewFile, refusal } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { textFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 1_000 }

const portfolio = (name: string, customers: number, seed: number) =>
  textFile(
    name,
    generateSample({
      customers,
      seed,
      today: '2026-11-22',
      tenantId: 'c0ffee00-0000-4000-8000-000000000000',
      partnerId: '4400001',
    }).reconciliation,
  )

// Only the system's administrator may make a disk of a given size.
describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('on a disk that is full', () => {
  let disk: string
  const ballast = () => join(disk, 'ballast')
  const fill = () => {
    const file = openSync(ballast(), 'w')
    try {
      for (;;) {
        writeSync(file, Buffer.alloc(4_096))
      }
    } catch {
      closeSync(file)
    }
  }

  beforeAll(() => {
    disk = mkdtempSync(join(tmpdir(), 'full-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk])
  })
  afterAll(() => {
    // What a failed test still holds open goes with its process.
    execFileSync('umount', ['--lazy', disk])
    rmSync(disk, { recursive: true })
  })

  test('a change says so and changes nothing, what is there is read on, and with space it goes on', async () => {
    const dataFolder = join(disk, 'data')
    const loopback = createLoopback({ dataFolder })
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, portfolio('first.csv', 40, 1))
    const { previewId } = await previewFile(loopback, accountId, portfolio('second.csv', 400, 2))
    const before = logicalDump(dataFolder)
    const customers = () => loopback.read('customer.list', page).total
    const known = customers()
    fill()

    expect(await refusal(loopback.run('import.apply', { previewId }))).toMatchObject({
      code: 'DATA_NOT_WRITABLE',
    })
    expect(customers()).toBe(known)
    expect(
      await refusal(loopback.run('import.preview', { accountId }, portfolio('third.csv', 400, 3))),
    ).toMatchObject({ code: 'DATA_NOT_WRITABLE' })

    rmSync(ballast())
    await loopback.settled()
    expect(logicalDump(dataFolder)).toBe(before)
    await loopback.run('import.apply', { previewId })
    expect(customers()).toBeGreaterThan(known)
    loopback.close()
  })
})

test('a file damaged in its middle says so, and is left as it was', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'damaged-'))
  const loopback = createLoopback({ dataFolder })
  await importFile(loopback, await makeAccount(loopback), portfolio('first.csv', 200, 1))
  loopback.close()
  const path = join(dataFolder, databaseFileName)
  const bytes = readFileSync(path)
  // The schema was written first and what it should hold last: the file opens, and its rows cannot be read.
  bytes.fill(0x5a, Math.floor(statSync(path).size / 8_192) * 4_096)
  writeFileSync(path, bytes)

  const damaged = createLoopback({ dataFolder })
  expect(() => damaged.read('customer.list', page)).toThrow(expect.objectContaining({ code: 'DATA_DAMAGED' }))
  damaged.close()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  rmSync(dataFolder, { recursive: true })
})
