import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReadReply, ReadRequest } from '#main/import/process/protocol.ts'
import { readInProcess } from '#main/import/process/file-reader.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { JobHandle } from '#main/jobs.ts'
import { createNodeReaderStarter } from '#main/desk/reader-process.ts'
import type { StartReader } from '#main/ports.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, line, reconciliationFile, reconciliationText } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, reconciliationFile([line()]))
})
afterEach(() => loopback.close())

const quiet: JobHandle = { progress: () => undefined, checkCancelled: () => undefined }
const portfolio = () =>
  ['portfolio.db', 'portfolio.db-wal'].map((name) => readFileSync(join(loopback.dataFolder, name)))

type ReadOptions = {
  readonly chunks: () => AsyncIterable<Uint8Array>
  readonly size?: number
  readonly startReader?: StartReader
  readonly job?: JobHandle
  readonly patience?: { readonly reading: number; readonly comparing: number }
}

async function read({
  chunks,
  size = 1,
  startReader,
  job = quiet,
  patience,
}: ReadOptions): Promise<ReadReply> {
  const request: ReadRequest = {
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
    preview: { previewId: 'p', accountId, fileName: 'f.csv', createdAt: '2026-01-01T00:00:00.000Z' },
    size,
    stagingPath: join(loopback.dataFolder, 'staging', 'p.db'),
    portfolioPath: join(loopback.dataFolder, 'portfolio.db'),
  }
  return readInProcess({
    startReader: startReader ?? createNodeReaderStarter(),
    request,
    file: { chunks },
    job,
    ...(patience === undefined ? {} : { patience }),
  })
}

async function* pieces(text: string, times = 1): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let piece = 0; piece < times; piece += 1) {
    yield Buffer.from(text)
  }
}

describe('a process of its own', () => {
  test('reads the file, stages it and compares it, and the portfolio is not touched', async () => {
    const before = portfolio()
    const shares: number[] = []
    const text = reconciliationText([
      line({ Quantity: '30' }),
      line({ SyndicationPartnerSubscriptionNumber: 'new' }),
    ])
    const reply = await read({
      chunks: () => pieces(text),
      size: text.length,
      job: { ...quiet, progress: (share) => shares.push(share) },
    })
    expect(reply).toMatchObject({
      kind: 'staged',
      facts: { shape: 'reconciliation-21vianet', rowCount: 2 },
      comparison: { customers: { unchanged: 1 }, subscriptions: { added: 1, changed: 1 } },
    })
    expect(readdirSync(join(loopback.dataFolder, 'staging'))).toEqual(['p.db'])
    expect(shares.at(-1)).toBeGreaterThan(0)
    expect(portfolio()).toEqual(before)
  })

  test('is given the file from its start again when the encoding was taken wrongly', async () => {
    let opened = 0
    const chunks = async function* () {
      opened += 1
      yield Buffer.from(`Microsoft ID,Company name\r\n${`${contoso},Contoso\r\n`.repeat(50_000)}`)
      yield Buffer.concat([
        Buffer.from(`a1b2c3d4-0000-4000-8000-00000000000f,`),
        Buffer.from([0xc9, 0xcf, 0x0a]),
      ])
      await Promise.resolve()
    }
    expect(await read({ chunks })).toMatchObject({
      kind: 'staged',
      reading: { encoding: 'gb18030' },
      facts: { rowCount: 50_001 },
    })
    expect(opened).toBe(2)
  })

  test('answers with the refusal, its code and its facts', async () => {
    expect(await refusal(read({ chunks: () => pieces('%PDF-1.7') }))).toMatchObject({
      code: 'FILE_NOT_A_TABLE',
      data: { kind: 'pdf' },
    })
  })

  test('is told when the file was lost on the way', async () => {
    const chunks = async function* () {
      yield* pieces('Microsoft ID,Company name\r\n')
      throw new AppError('FILE_NOT_READABLE', 'replaced')
    }
    expect(await refusal(read({ chunks }))).toMatchObject({ code: 'FILE_NOT_READABLE' })
  })

  test('gets no more of the file than it can take', async () => {
    let sent = 0
    let furthest = 0
    const chunks = async function* () {
      for (let piece = 0; piece < 60; piece += 1) {
        sent += 1
        furthest = Math.max(furthest, sent - consumed)
        yield Buffer.from(
          piece === 0 ? 'Microsoft ID,Company name\r\n' : `${contoso},Contoso\r\n`.repeat(200),
        )
        await Promise.resolve()
      }
    }
    let consumed = 0
    const counting: StartReader = (events) =>
      createNodeReaderStarter()({
        ...events,
        onMessage: (message) => {
          consumed += (message as { kind: string }).kind === 'more' ? 1 : 0
          events.onMessage(message)
        },
      })
    await read({ chunks, startReader: counting })
    expect(sent).toBe(60)
    // One piece is read ahead of the one that is asked for.
    expect(furthest).toBeLessThanOrEqual(1)
  })
})

describe('what happens to the process harms nothing', () => {
  const endless = async function* () {
    yield Buffer.from('Microsoft ID,Company name\r\n')
    for (;;) {
      yield Buffer.from(`${contoso},Contoso\r\n`.repeat(1_000))
    }
  }

  test('when it is killed in the middle', async () => {
    const before = portfolio()
    const killed: StartReader = (events) => {
      let progress = 0
      const reader = createNodeReaderStarter()({
        ...events,
        onMessage: (message) => {
          events.onMessage(message)
          progress += (message as { kind: string }).kind === 'progress' ? 1 : 0
          if (progress === 5) {
            reader.kill()
            events.onExit()
          }
        },
      })
      return reader
    }
    expect(await refusal(read({ chunks: endless, startReader: killed }))).toMatchObject({
      code: 'FILE_READER_FAILED',
    })
    expect(portfolio()).toEqual(before)
  })

  test('when it runs out of memory', async () => {
    const before = portfolio()
    const text = `[${Array.from({ length: 300_000 }, (_, index) => `{"id":"${index}","companyProfile":{}}`).join(',')}]`
    expect(
      await refusal(
        read({ chunks: () => pieces(text), size: text.length, startReader: createNodeReaderStarter(24) }),
      ),
    ).toMatchObject({ code: 'FILE_READER_FAILED' })
    expect(portfolio()).toEqual(before)
  })

  test('when it says nothing for too long', async () => {
    const chunks = async function* () {
      yield Buffer.from('Microsoft ID,Company name\r\n')
      await new Promise<never>(() => undefined)
    }
    expect(await refusal(read({ chunks, patience: { reading: 300, comparing: 300 } }))).toMatchObject({
      code: 'FILE_READER_FAILED',
    })
  })

  test('when the user cancels', async () => {
    let isCancelled = false
    const job: JobHandle = {
      progress: () => {
        isCancelled = true
      },
      checkCancelled: () => {
        if (isCancelled) {
          throw new AppError('CANCELLED', 'the user cancelled')
        }
      },
    }
    expect(await refusal(read({ chunks: endless, job }))).toMatchObject({ code: 'CANCELLED' })
  })
})
