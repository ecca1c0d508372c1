import type { StartReader } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import type { FromReader, ToReader } from './protocol.ts'

/** Keeps the database's write-ahead log short while much is written. */
export type LogKeeper = {
  /** To be called after each commit; ends when the next one may come. */
  readonly afterCommit: () => Promise<void>
  /** Has all of it brought in; ends when that is done. */
  readonly bringIn: () => Promise<void>
  /** Leaves the log to the database again. */
  readonly end: () => void
}

/** How many pages of the log are brought in at once. */
const wantedPages = 6_000
/** How long it is waited for an answer, in milliseconds. */
const patience = 30_000

type LogState = Pick<Extract<FromReader, { kind: 'logged' }>, 'pages'>

/**
 * Has another process bring the log into the database: the disk is waited for there, and the window answers all the
 * while. Where that process fails the database does it by itself, as it always can.
 */
export function createLogKeeper(
  startReader: StartReader,
  store: Pick<Store, 'holdLog' | 'isOpen' | 'path'>,
): LogKeeper {
  let helper: ReturnType<StartReader> | null = null
  let hasFailed = false
  let answer = Promise.withResolvers<LogState>()
  let commits = 0
  let wantedCommits = 2

  const end = () => {
    helper?.kill()
    helper = null
    if (store.isOpen()) {
      store.holdLog(false)
    }
  }
  const start = () => {
    store.holdLog(true)
    return startReader({
      onMessage: (sent) => {
        const message = sent as FromReader
        if (message.kind === 'logged') {
          answer.resolve(message)
        } else {
          answer.reject(new Error(`the log was not brought in: ${message.kind}`))
        }
      },
      onExit: () => answer.reject(new Error('the process ended')),
    })
  }
  const ask = async (): Promise<number> => {
    answer = Promise.withResolvers<LogState>()
    helper ??= start()
    const message: ToReader = { kind: 'log', portfolioPath: store.path }
    helper.send(message)
    const late = setTimeout(() => answer.reject(new Error('no answer')), patience)
    try {
      return (await answer.promise).pages
    } finally {
      clearTimeout(late)
    }
  }
  const bringIn = async (): Promise<void> => {
    if (hasFailed) {
      return
    }
    try {
      const pages = await ask()
      const fitting = Math.round((commits * wantedPages) / Math.max(pages, 1))
      wantedCommits = Math.min(Math.max(fitting, 1), commits * 2)
      commits = 0
    } catch {
      hasFailed = true
      end()
    }
  }
  return {
    bringIn,
    end,
    afterCommit: async () => {
      commits += 1
      if (commits >= wantedCommits) {
        await bringIn()
      }
    },
  }
}
