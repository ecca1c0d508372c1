import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** How a window is started; `onNewDocument` runs in its page as early as one can get there. */
export type WindowStart = {
  readonly executable: string
  readonly args: readonly string[]
  readonly onNewDocument: string
}

/** A window of a real Electron, driven over its debugging port with nothing between. */
export type ElectronWindow = {
  /** The process everything else of it descends from. */
  readonly pid: number
  /** When it was spawned, in milliseconds since the epoch. */
  readonly spawnedAt: number
  readonly send: (method: string, params?: object) => Promise<Reply>
  /** The value of an expression in the page, once it is settled. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  readonly close: () => Promise<void>
}

type Reply = { readonly [key: string]: unknown }
type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: Reply
  readonly result?: Reply
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

const patience = 30_000

/** Starts a program and waits for its window; a start that does not get there is repeated once. */
export async function openWindow(start: WindowStart): Promise<ElectronWindow> {
  try {
    return await attempt(start)
  } catch {
    return attempt(start)
  }
}

async function attempt({ executable, args, onNewDocument }: WindowStart): Promise<ElectronWindow> {
  const spawnedAt = performance.timeOrigin + performance.now()
  const child = spawn(executable, [...args, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  try {
    const socket = new WebSocket(await debuggerAddress(child.stderr, ended))
    await once(socket, 'open')
    const calls = new Map<number, { resolve: (value: Reply) => void; reject: (reason: Error) => void }>()
    let last = 0
    const call = async (method: string, params: object = {}, sessionId?: string): Promise<Reply> =>
      new Promise((resolve, reject) => {
        last += 1
        calls.set(last, { resolve, reject })
        // Now and then a window that is just being born takes a call and never answers it.
        setTimeout(() => reject(new Error(`${method} had no answer`)), 4 * patience).unref()
        socket.send(
          JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) }),
        )
      })
    const page = new Promise<string>((resolve, reject) => {
      setTimeout(() => reject(new Error('no window came')), patience).unref()
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data)) as Message
        if (message.id !== undefined) {
          const pending = calls.get(message.id)
          calls.delete(message.id)
          if (message.error) pending?.reject(new Error(message.error.message))
          else pending?.resolve(message.result ?? {})
        } else if (message.method === 'Target.attachedToTarget') {
          const { sessionId, targetInfo } = message.params as {
            sessionId: string
            targetInfo: { type: string }
          }
          if (targetInfo.type === 'page') {
            void call('Page.enable', {}, sessionId).catch(() => undefined)
            void call('Page.addScriptToEvaluateOnNewDocument', { source: onNewDocument }, sessionId).catch(
              () => undefined,
            )
          }
          // Chromium runs these in the order they were sent.
          void call('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined)
          if (targetInfo.type === 'page') resolve(sessionId)
        }
      })
    })
    await call('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
    const sessionId = await page
    // Between two documents there is no page to ask; the next one is a moment away.
    const ask = async (params: object): Promise<Reply> => {
      for (const deadline = performance.now() + patience; ;) {
        try {
          return await call('Runtime.evaluate', params, sessionId)
        } catch (error) {
          if (!/context/i.test(String(error)) || performance.now() > deadline) throw error
          await pause(5)
        }
      }
    }
    // The window may have been there before us, with a document that only this reaches.
    await ask({ expression: onNewDocument })
    return {
      pid: child.pid ?? 0,
      spawnedAt,
      send: async (method, params) => call(method, params, sessionId),
      evaluate: async <T>(expression: string): Promise<T> => {
        const params = { expression, awaitPromise: true, returnByValue: true }
        const { result, exceptionDetails } = (await ask(params)) as {
          result: { value: T }
          exceptionDetails?: { exception?: { description?: string } }
        }
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'the page threw')
        return result.value
      },
      close: async () => {
        void call('Browser.close').catch(() => undefined)
        const last = setTimeout(() => child.kill('SIGKILL'), patience)
        await ended
        clearTimeout(last)
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    await ended
    throw error
  }
}

async function debuggerAddress(stderr: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  const told = new Promise<string>((resolve) => {
    let text = ''
    stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? []
      if (address !== undefined) resolve(address)
    })
  })
  const died = ended.then(() => {
    throw new Error('the program ended before its window came')
  })
  return Promise.race([told, died])
}

async function once(socket: WebSocket, event: 'open'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener(event, () => resolve())
    socket.addEventListener('error', () => reject(new Error('the debugging port refused')))
  })
}
