import type { FromReader, ToReader } from '#main/import/process/protocol.ts'
import { serveReader } from '#main/import/process/serve-reader.ts'
import type { StartReader } from '#main/ports.ts'

/** The reading of files without the process around it: the same messages, each a copy and none at once. */
export const startReaderInProcess: StartReader = ({ onMessage }) => {
  let isAlive = true
  const deliver = <Message>(message: Message, receive: (message: Message) => void): void => {
    const copy = structuredClone(message)
    setImmediate(() => {
      if (isAlive) {
        receive(copy)
      }
    })
  }
  const serve = serveReader((message: FromReader) => deliver(message, onMessage))
  return {
    send: (message) => deliver(message as ToReader, serve),
    kill: () => {
      isAlive = false
    },
  }
}
