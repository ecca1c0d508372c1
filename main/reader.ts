import { serveReader } from './import/process/serve-reader.ts'
import type { FromReader, ToReader } from './import/process/protocol.ts'

/** What Electron puts on `process` in a utility process; under Node there is an IPC channel instead. */
type ParentPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

const { parentPort } = process as { readonly parentPort?: ParentPort }

if (parentPort === undefined) {
  const serve = serveReader((message: FromReader) => process.send?.(message))
  process.on('message', (message) => serve(message as ToReader))
  // Nobody is left to read for.
  process.once('disconnect', () => process.exit(0))
} else {
  // oxlint-disable-next-line require-post-message-target-origin -- this is no window's
  const serve = serveReader((message) => parentPort.postMessage(message))
  parentPort.on('message', ({ data }) => serve(data as ToReader))
}
