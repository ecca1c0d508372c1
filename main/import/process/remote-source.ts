import { AppError } from '#main/ipc/app-error.ts'
import type { FileSource } from '../readers/open-table.ts'
import type { FromReader, ToReader } from './protocol.ts'
import { piecesAhead } from './protocol.ts'

/** A file main reads and sends in pieces, a few at a time: memory stays small however large it is. */
export function createRemoteSource(
  size: number,
  send: (message: FromReader) => void,
): { readonly source: FileSource; readonly receive: (message: ToReader) => void } {
  let stream = 0
  let pieces: ToReader[] = []
  let wake: () => void = () => undefined

  const next = async (mine: number): Promise<ToReader> => {
    while (pieces.length === 0 || mine !== stream) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return pieces.shift() as ToReader
  }

  return {
    receive: (message) => {
      if ('stream' in message && message.stream === stream) {
        pieces.push(message)
        wake()
      }
    },
    source: {
      size,
      open: async function* () {
        stream += 1
        pieces = []
        const mine = stream
        send({ kind: 'open', stream: mine })
        for (let asked = 0; asked < piecesAhead; asked += 1) {
          send({ kind: 'more', stream: mine })
        }
        try {
          for (;;) {
            const piece = await next(mine)
            if (piece.kind === 'broken') {
              throw new AppError(piece.code, piece.message, piece.data)
            }
            if (piece.kind !== 'chunk') {
              return
            }
            send({ kind: 'more', stream: mine })
            yield piece.bytes
          }
        } finally {
          send({ kind: 'close', stream: mine })
        }
      },
    },
  }
}
