import { Worker } from 'node:worker_threads'
import type { Found, FromQueries, Question, ToQueries } from './protocol.ts'

/** Reads apart from main's thread, one question after the other. */
export type QueryThread = {
  /** Rejects when the statement fails or the thread is lost. */
  readonly ask: (question: Question, generation: number) => Promise<Found>
  readonly close: () => void
}

type Open = { readonly resolve: (found: Found) => void; readonly reject: (reason: Error) => void }

/** Makes the thread over a database file; it is started with the first question, `entry` is its script. */
export function createQueryThread(entry: string | URL, path: string): QueryThread {
  const open = new Map<number, Open>()
  let worker: Worker | null = null
  let lastId = 0

  const lose = (reason: Error): void => {
    for (const { reject } of open.values()) {
      reject(reason)
    }
    open.clear()
  }

  const start = (): Worker => {
    const started = new Worker(entry, { workerData: path })
    // Nobody waits for an answer once the program is closing.
    started.unref()
    started.on('message', (answer: FromQueries) => {
      const asked = open.get(answer.id)
      open.delete(answer.id)
      if ('failure' in answer) {
        asked?.reject(new Error(answer.failure))
      } else {
        asked?.resolve(answer.found)
      }
    })
    const end = (reason: unknown): void => {
      if (worker === started) {
        worker = null
        lose(reason instanceof Error ? reason : new Error(String(reason)))
      }
    }
    started.on('error', end)
    started.on('exit', () => end('the query thread has ended'))
    return started
  }

  return {
    ask: async (question, generation) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        lastId += 1
        open.set(lastId, { resolve, reject })
        const message: ToQueries = { id: lastId, generation, question }
        // oxlint-disable-next-line require-post-message-target-origin -- this is no window's
        worker.postMessage(message)
      }),
    close: () => {
      const ending = worker
      worker = null
      lose(new Error('the program is closing'))
      void ending?.terminate()
    },
  }
}
