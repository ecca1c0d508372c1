import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createNodeReaderStarter } from '#main/desk/reader-process.ts'
import { readInProcess } from '#main/import/process/file-reader.ts'
import { piecesAhead, type FromReader } from '#main/import/process/protocol.ts'
import type { StartReader } from '#main/ports.ts'
import { databaseFileName, openStore } from '#main/store/store.ts'
import { refusal } from '#test/support/fixtures.ts'
import { workbook } from '#test/support/workbook.ts'

/*
 * I6: what a hostile file may cost. The memory is that of the process that reads it, which has a limit of its own and
 * still gives the right answer below it; main holds a few pieces of the file and a short answer, so that no file keeps
 * it from its work for long.
 */

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'))
  openStore({ dataFolder: folder }).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Reads a file with a process of its own; counts the pieces main took of it and the bytes main was told. */
async function read(pieces: () => Iterable<Uint8Array | string>, heapMegabytes?: number) {
  const counted = { taken: 0, asked: 0, mostHeld: 0, told: 0 }
  const startReader: StartReader = (events) =>
    createNodeReaderStarter(heapMegabytes)({
      ...events,
      onMessage: (message) => {
        counted.asked += (message as FromReader).kind === 'more' ? 1 : 0
        counted.told += serialize(message).length
        events.onMessage(message)
      },
    })
  const reading = readInProcess({
    startReader,
    request: {
      options: {
        encoding: null,
        delimiter: null,
        sheet: null,
        headerRow: null,
        dateOrder: null,
        mapping: null,
        customerKey: null,
      },
      ownPartnerId: null,
      preview: { previewId: 'p', accountId: 'a', fileName: 'f', createdAt: '2026-01-01T00:00:00.000Z' },
      size: 1,
      stagingPath: join(folder, 'staging', 'p.db'),
      portfolioPath: join(folder, databaseFileName),
    },
    file: {
      chunks: async function* () {
        await Promise.resolve()
        for (const piece of pieces()) {
          counted.taken += 1
          counted.mostHeld = Math.max(counted.mostHeld, counted.taken - counted.asked)
          yield Buffer.from(piece)
        }
      },
    },
    job: { progress: () => undefined, checkCancelled: () => undefined },
  })
  return { reading, counted }
}

const tenant = (index: number) => `a1b2c3d4-0000-4000-8000-${String(index).padStart(12, '0')}`
const customers = 'Microsoft ID,Company name,Primary domain name,Relationship\n'

describe('I6: main holds little of a file', () => {
  test('a refused file is read no further than what was on its way', async () => {
    function* endless() {
      yield '%PDF-1.7'
      for (;;) {
        yield 'x'.repeat(1 << 20)
      }
    }
    const { reading, counted } = await read(endless)
    expect(await refusal(reading)).toMatchObject({ code: 'FILE_NOT_A_TABLE' })
    expect(counted.taken).toBeLessThanOrEqual(counted.asked + 1)
    expect(counted.asked).toBeLessThanOrEqual(2 * piecesAhead)
  })

  test('and never more than one piece that was not asked for', async () => {
    const { reading, counted } = await read(function* () {
      yield customers
      for (let piece = 0; piece < 40; piece += 1) {
        yield Array.from({ length: 2_000 }, (_, row) => `${tenant(piece * 2_000 + row)},N,,\n`).join('')
      }
    })
    expect(await reading).toMatchObject({ facts: { rowCount: 80_000 } })
    expect(counted.taken).toBe(41)
    expect(counted.mostHeld).toBeLessThanOrEqual(1)
  })
})

describe('I6: what main is told of a file is short', () => {
  test.each<[string, () => Iterable<string>]>([
    ['of 50,000 rows that are not taken', () => [customers, 'x,N,,\n'.repeat(50_000)]],
    [
      'of 50,000 words that are not known',
      () => [
        customers,
        Array.from({ length: 50_000 }, (_, index) => `${tenant(index)},N,,word ${index}\n`).join(''),
      ],
    ],
    [
      'of columns with names of 7,000 characters',
      () => [
        Array.from({ length: 250 }, (_, index) => `${index}${'n'.repeat(7_000)}`).join(','),
        `\n${'c,'.repeat(249)}c\n`,
      ],
    ],
    [
      'of an unknown table with cells of 30,000 characters',
      () => ['one,two\n', `${'c'.repeat(30_000)},d\n`.repeat(100)],
    ],
  ])('%s', async (_, pieces) => {
    const { reading, counted } = await read(pieces)
    expect(['staged', 'mapping']).toContain((await reading).kind)
    expect(counted.told).toBeLessThan(100_000)
  })
})

describe('I6: the worst files get their answer within the memory their process may take', () => {
  const many = (text: string, times: number) => Array.from({ length: times }, () => text)

  test('a quotation mark never closed in 64 MB', async () => {
    const { reading } = await read(
      () => [customers, '"', ...many(`${'x'.repeat(1023)}\n`.repeat(1024), 64)],
      256,
    )
    expect(await refusal(reading)).toMatchObject({ code: 'FILE_QUOTE_OPEN' })
  })

  test('a row of 64 MB', async () => {
    const { reading } = await read(() => [customers, ...many('x'.repeat(1 << 20), 64)], 256)
    expect(await refusal(reading)).toMatchObject({ code: 'FILE_LIMIT' })
  })

  test('24 MB of nested lists', async () => {
    const { reading } = await read(
      () => ['[', ...many('[1,1,1,1,1,1,1,1],'.repeat(10_000), 130), '[1]]'],
      512,
    )
    expect(await refusal(reading)).toMatchObject({
      code: expect.stringMatching(/^FILE_(?!READER)/) as string,
    })
  })

  test('a workbook that inflates to 150 MB', async () => {
    const { reading } = await read(() => [workbook([{ name: 'S', xml: ' '.repeat(150 << 20) }])], 256)
    expect(await refusal(reading)).toMatchObject({
      code: expect.stringMatching(/^FILE_(?!READER)/) as string,
    })
  })
})
