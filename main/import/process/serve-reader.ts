import { AppError } from '#main/ipc/app-error.ts'
import { storageFault } from '#main/ipc/storage-fault.ts'
import { checkPortfolio, copyPortfolio } from '#main/store/copy-portfolio.ts'
import { openKnownPortfolio } from '../known-portfolio.ts'
import { readPortfolioFile } from '../read-portfolio.ts'
import { compareStaged } from '../staging/compare.ts'
import { createStagingWriter } from '../staging/staging-writer.ts'
import { bringInLog } from './bring-in-log.ts'
import type { FromReader, ReadReply, ReadRequest, ToReader } from './protocol.ts'
import { createRemoteSource } from './remote-source.ts'

/**
 * Serves one reading: parses the file main sends, stages its rows and compares them with the portfolio, which it opens
 * for reading only. Everything a hostile file can do happens here, where it harms nothing.
 */
export function serveReader(send: (message: FromReader) => void): (message: ToReader) => void {
  let receive: (message: ToReader) => void = () => undefined
  return (message) => {
    if (message.kind === 'read') {
      const remote = createRemoteSource(message.request.size, send)
      receive = remote.receive
      void answer(async () => ({
        kind: 'done',
        reply: await read(message.request, remote.source, send),
      })).then(send)
    } else if (message.kind === 'compare') {
      const { stagingPath, portfolioPath } = message
      send({ kind: 'comparing' })
      void answer(async () => ({
        kind: 'compared',
        comparison: compareStaged(stagingPath, portfolioPath),
      })).then(send)
    } else if (message.kind === 'copy') {
      const { from, to, isForeign } = message
      send({ kind: 'comparing' })
      void answer(async () => {
        if (isForeign) {
          checkPortfolio(from)
        }
        copyPortfolio(from, to)
        return { kind: 'copied' }
      }).then(send)
    } else if (message.kind === 'log') {
      const { portfolioPath } = message
      void answer(async () => ({ kind: 'logged', pages: bringInLog(portfolioPath) })).then(send)
    } else {
      receive(message)
    }
  }
}

async function answer(work: () => Promise<FromReader>): Promise<FromReader> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return { kind: 'refused', code: thrown.code, message: thrown.message, data: thrown.data }
    }
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    const fault = storageFault(thrown)
    return fault === null ? { kind: 'failed', message } : { kind: 'refused', code: fault, message, data: {} }
  }
}

async function read(
  request: ReadRequest,
  source: ReturnType<typeof createRemoteSource>['source'],
  send: (message: FromReader) => void,
): Promise<ReadReply> {
  const { stagingPath, portfolioPath } = request
  const portfolio = openKnownPortfolio(portfolioPath, request.preview.accountId)
  try {
    const result = await readPortfolioFile({
      source,
      options: request.options,
      ownPartnerId: request.ownPartnerId,
      preview: request.preview,
      known: portfolio,
      stage: async () => createStagingWriter(stagingPath),
      onProgress: (share) => send({ kind: 'progress', share }),
    })
    if (result.kind !== 'staged') {
      return result
    }
    send({ kind: 'comparing' })
    return { ...result, comparison: compareStaged(stagingPath, portfolioPath) }
  } finally {
    portfolio.close()
  }
}
