import type { WebContents } from 'electron'
import { ipcMain } from 'electron'
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { InvokeMessage, Reply, Snapshot, WatchMessage } from '#shared/protocol.ts'
import { toError } from '#main/ipc/app-error.ts'
import type { CallContext, Log } from '#main/ports.ts'
import type { WatchedView } from './first-page.ts'
import { parseInvokeMessage } from './invoke-message.ts'
import type { MessageOrigin } from './trusted-sender.ts'
import { isPageFrame, isTrustedSender } from './trusted-sender.ts'

/** More views than any page of ours shows at once. */
const maxWatches = 256

type IpcOptions = {
  readonly dispatch: (name: string, input: unknown, context: CallContext) => Promise<Reply<unknown>>
  readonly watch: (name: string, params: unknown, send: (snapshot: Snapshot) => void) => () => void
  /** What a call may do with files; the grant is what the page sent with it. */
  readonly contextFor: (holder: number, fileGrant: string | undefined) => CallContext
  /** Judges a dropped file and answers with a token; throws `AppError`. */
  readonly issueGrant: (holder: number, path: string) => Promise<string>
  readonly revokeGrants: (holder: number) => void
  readonly log: Log
}

/** The program's side of the two channels. */
export type IpcBinding = {
  /** Makes a window's page the only one that is answered. */
  readonly attach: (contents: WebContents) => void
  /** What the page is looking at, or was when the program began to close. */
  readonly watched: () => readonly WatchedView[]
  /** Answers `SHUTTING_DOWN` from now on, and pushes nothing more. */
  readonly close: () => void
}

/** Registers the only handler there is: who asks, then what is asked, then the router or the hub (security C10). */
export function bindIpc(options: IpcOptions): IpcBinding {
  const { log } = options
  const watches = new Map<number, WatchedView & { readonly stop: () => void }>()
  let attached: WebContents | null = null
  let isClosing = false
  let lastWatched: readonly WatchedView[] = []

  const watchedNow = () => [...watches.values()].map(({ name, params }) => ({ name, params }))

  const forget = (): void => {
    watches.forEach(({ stop }) => stop())
    watches.clear()
  }

  const push = (contents: WebContents, message: WatchMessage): void => {
    // Between a departure and its event the window may show something else.
    if (!contents.isDestroyed() && isPageFrame(contents.mainFrame)) {
      contents.send('app:watch', message)
    }
  }

  const answer = async (contents: WebContents, message: InvokeMessage): Promise<Reply<unknown>> => {
    switch (message.kind) {
      case 'command':
        return options.dispatch(
          message.name,
          message.input,
          options.contextFor(contents.id, message.fileGrant),
        )
      case 'watch': {
        const { watchId, name, params } = message
        watches.get(watchId)?.stop()
        watches.delete(watchId)
        if (watches.size >= maxWatches) {
          return refusal('TOO_LARGE', 'too many views are watched')
        }
        const stop = options.watch(name, params, (snapshot) => push(contents, { watchId, snapshot }))
        watches.set(watchId, { name, params, stop })
        return done(null)
      }
      case 'unwatch':
        watches.get(message.watchId)?.stop()
        watches.delete(message.watchId)
        return done(null)
      case 'grant':
        return done(await options.issueGrant(contents.id, message.path))
    }
  }

  const receive = (
    origin: MessageOrigin,
    sent: readonly unknown[],
  ): Promise<Reply<unknown>> | Reply<unknown> => {
    // The sender is judged in the turn the message arrived in: the frame may be another one after it.
    if (attached === null || !isTrustedSender(origin, attached)) {
      log.error('ipc.refused', { code: 'UNTRUSTED_SENDER' })
      return refusal('UNTRUSTED_SENDER', 'the sender is not the page of this program')
    }
    if (isClosing) {
      return refusal('SHUTTING_DOWN', 'the program is closing')
    }
    const message = sent.length === 1 ? parseInvokeMessage(sent[0]) : null
    if (message === null) {
      log.error('ipc.refused', { code: 'INVALID_INPUT' })
      return refusal('INVALID_INPUT', 'not a message of the protocol')
    }
    return answer(attached, message).catch((thrown: unknown) => ({ ok: false, error: toError(thrown, log) }))
  }

  ipcMain.handle('app:invoke', (event, ...sent: unknown[]) => receive(event, sent))

  return {
    attach: (contents) => {
      forget()
      attached = contents
      // A destroyed web contents no longer tells its id.
      const holder = contents.id
      const leave = (): void => {
        if (attached === contents) {
          forget()
        }
        options.revokeGrants(holder)
      }
      contents.on('did-navigate', leave)
      contents.on('render-process-gone', leave)
      contents.once('destroyed', () => {
        leave()
        attached = attached === contents ? null : attached
      })
    },
    watched: () => (isClosing ? lastWatched : watchedNow()),
    close: () => {
      lastWatched = watchedNow()
      isClosing = true
      forget()
    },
  }
}

/** Ends the channel that electron-store opens for renderers that use it; ours never does, and nobody checks its senders. */
export function closeStoreChannel(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}

function done(value: unknown): Reply<unknown> {
  return { ok: true, value, revision: 0 }
}

function refusal(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message, data: {} } }
}
