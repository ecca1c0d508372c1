import { parentPort, workerData } from 'node:worker_threads'
import type { ToQueries } from './queries/protocol.ts'
import { serveQueries } from './queries/serve-queries.ts'

if (parentPort !== null) {
  const main = parentPort
  // oxlint-disable-next-line require-post-message-target-origin -- this is no window's
  const serve = serveQueries(String(workerData), (answer, transfer) => main.postMessage(answer, transfer))
  main.on('message', (asked: ToQueries) => serve(asked))
}
