import type { JobHandle } from '#main/jobs.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { OpenedFile, StartReader } from '#main/ports.ts'
import type { Comparison } from '../staging/preview-facts.ts'
import type { CopyRequest, FromReader, ReadReply, ReadRequest, ToReader } from './protocol.ts'

/** How long the process may say nothing while it reads, and while it compares, in milliseconds. */
export const patience = { reading: 60_000, comparing: 600_000 } as const

/** Which share of the work is reading; the comparison is the rest. */
const readingShare = 0.9

type Patience = { readonly reading: number; readonly comparing: number }

type ReadOptions = {
  readonly startReader: StartReader
  readonly request: ReadRequest
  readonly file: Pick<OpenedFile, 'chunks'>
  readonly job: JobHandle
  readonly patience?: Patience
}

/**
 * Reads a file in a process of its own, which ends with it, whatever happens: when it is done, when the user cancels,
 * when it says nothing for too long, or when it dies.
 * @throws AppError as the reading does; `CANCELLED`; `FILE_READER_FAILED` when the process is lost.
 */
export async function readInProcess({
  startReader,
  request,
  file,
  job,
  patience: limits = patience,
}: ReadOptions): Promise<ReadReply> {
  const said = await converse({ startReader, begin: { kind: 'read', request }, file, job, limits })
  if (said.kind !== 'done') {
    throw new Error('the reader answered something else')
  }
  return said.reply
}

/** Compares a staged file with the portfolio as it has become, in a process of its own: main goes on answering. */
export async function compareInProcess(
  startReader: StartReader,
  stagingPath: string,
  portfolioPath: string,
): Promise<Comparison> {
  const begin: ToReader = { kind: 'compare', stagingPath, portfolioPath }
  const said = await converse({ startReader, begin, file: nothing, job: noJob, limits: patience })
  if (said.kind !== 'compared') {
    throw new Error('the reader answered something else')
  }
  return said.comparison
}

/** Copies a portfolio, in a process of its own. @throws AppError as `checkPortfolio` does, or for the disk. */
export async function copyInProcess(startReader: StartReader, request: CopyRequest): Promise<void> {
  const begin: ToReader = { kind: 'copy', ...request }
  const said = await converse({ startReader, begin, file: nothing, job: noJob, limits: patience })
  if (said.kind !== 'copied') {
    throw new Error('the reader answered something else')
  }
}

const nothing: Pick<OpenedFile, 'chunks'> = {
  chunks: async function* () {
    // A comparison reads no file.
  },
}
const noJob: JobHandle = { progress: () => undefined, checkCancelled: () => undefined }

type Conversation = {
  readonly startReader: StartReader
  readonly begin: ToReader
  readonly file: Pick<OpenedFile, 'chunks'>
  readonly job: JobHandle
  readonly limits: Patience
}
type LastWord = Extract<FromReader, { kind: 'done' | 'compared' | 'copied' }>

async function converse({ startReader, begin, file, job, limits }: Conversation): Promise<LastWord> {
  let lastHeard = performance.now()
  let limit = limits.reading
  const outcome = Promise.withResolvers<LastWord>()
  const pump = createPump(file, (message) => reader.send(message))
  const giveUpIf = (check: () => void): void => {
    try {
      check()
    } catch (thrown) {
      outcome.reject(thrown)
    }
  }

  const reader = startReader({
    onMessage: (sent) => {
      // The process is ours and runs our code; what it says of the file is checked where it is used.
      const message = sent as FromReader
      lastHeard = performance.now()
      switch (message.kind) {
        case 'open':
          pump.open(message.stream)
          break
        case 'more':
          pump.more(message.stream)
          break
        case 'close':
          pump.close(message.stream)
          break
        case 'progress':
          job.progress(message.share * readingShare)
          giveUpIf(job.checkCancelled)
          break
        case 'comparing':
          limit = limits.comparing
          job.progress(readingShare)
          giveUpIf(job.checkCancelled)
          break
        case 'done':
        case 'compared':
        case 'copied':
          outcome.resolve(message)
          break
        case 'refused':
          outcome.reject(new AppError(message.code, message.message, message.data))
          break
        case 'logged':
          break
        case 'failed':
          outcome.reject(new Error(`the reader failed: ${message.message}`))
      }
    },
    onExit: () => outcome.reject(new AppError('FILE_READER_FAILED', 'the reading process ended')),
  })
  const watch = setInterval(() => {
    giveUpIf(job.checkCancelled)
    giveUpIf(() => {
      if (performance.now() - lastHeard > limit) {
        throw new AppError('FILE_READER_FAILED', `the reading process said nothing for ${limit} ms`)
      }
    })
  }, 100)
  try {
    reader.send(begin)
    return await outcome.promise
  } finally {
    clearInterval(watch)
    pump.stop()
    reader.kill()
  }
}

type Pump = {
  readonly open: (stream: number) => void
  readonly more: (stream: number) => void
  readonly close: (stream: number) => void
  readonly stop: () => void
}

/** Reads the file as fast as the process asks for it, and no faster. */
function createPump(file: Pick<OpenedFile, 'chunks'>, send: (message: ToReader) => void): Pump {
  let current = 0
  let wanted = 0
  let wake: () => void = () => undefined

  const run = async (stream: number): Promise<void> => {
    const isCurrent = () => current === stream
    try {
      for await (const bytes of file.chunks()) {
        while (isCurrent() && wanted === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        if (!isCurrent()) {
          return
        }
        wanted -= 1
        send({ kind: 'chunk', stream, bytes })
      }
      if (isCurrent()) {
        send({ kind: 'end', stream })
      }
    } catch (thrown) {
      if (isCurrent()) {
        const known =
          thrown instanceof AppError ? thrown : new AppError('FILE_NOT_READABLE', 'the file was lost')
        send({ kind: 'broken', stream, code: known.code, message: known.message, data: known.data })
      }
    }
  }
  const move = (stream: number): void => {
    current = stream
    wanted = 0
    wake()
  }
  return {
    open: (stream) => {
      move(stream)
      void run(stream)
    },
    more: (stream) => {
      if (stream === current) {
        wanted += 1
        wake()
      }
    },
    close: (stream) => {
      if (stream === current) {
        move(0)
      }
    },
    stop: () => move(-1),
  }
}
