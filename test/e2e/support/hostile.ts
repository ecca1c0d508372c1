import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bridge, Reply } from '#shared/protocol.ts'
import { expect, type Desk } from './launch.ts'

declare global {
  // Augmenting the page's global object is the one thing only an interface can do.
  interface Window {
    readonly bridge: Bridge
  }
}

/** The address of the program's page. */
export const pageAddress = 'app://bundle/index.html'

/** A line of the program's log. */
export type LogLine = { readonly event: string; readonly [fact: string]: unknown }

/** The program's log so far, oldest first. */
export async function logOf({ userData }: Pick<Desk, 'userData'>): Promise<LogLine[]> {
  const folder = join(userData, 'logs')
  const names = (await readdir(folder).catch(() => [])).toSorted((a, b) => b.localeCompare(a))
  const texts = await Promise.all(names.map(async (name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line.slice(line.indexOf('{'))) as LogLine),
  )
}

/** How often an event stands in the log, counting only lines with the given facts. */
export async function countOf(
  desk: Pick<Desk, 'userData'>,
  event: string,
  facts: object = {},
): Promise<number> {
  const lines = await logOf(desk)
  return lines.filter(
    (line) => line.event === event && Object.entries(facts).every(([key, value]) => line[key] === value),
  ).length
}

/** Runs a command through the page's bridge, as any script of the page could. */
export async function invoke(
  desk: Desk,
  name: string,
  input: unknown,
  grant?: string,
): Promise<Reply<unknown>> {
  return desk.window.evaluate(
    async ([command, value, token]) =>
      token === undefined
        ? window.bridge.invoke(command, value)
        : window.bridge.invoke(command, value, token),
    [name, input, grant] as const,
  )
}

/** The code a command was refused with, or `ok`. */
export async function codeOf(reply: Promise<Reply<unknown>>): Promise<string> {
  const settled = await reply
  return settled.ok ? 'ok' : settled.error.code
}

/**
 * Hands arguments to the program's one handler as if our own page had sent them, which not even the page's scripts
 * can: what a renderer does whose process has been taken over.
 */
export async function sendRaw(desk: Desk, ...sent: readonly unknown[]): Promise<Reply<unknown>> {
  return desk.application.evaluate(({ ipcMain, BrowserWindow }, values) => {
    const [window] = BrowserWindow.getAllWindows()
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
      string,
      (...args: unknown[]) => Promise<never>
    >
    const sender = window?.webContents
    return handlers.get('app:invoke')?.(
      { sender, senderFrame: sender?.mainFrame },
      ...values,
    ) as Promise<never>
  }, sent)
}

/** Makes an account and returns its id, for commands that need one. */
export async function createAccount(desk: Desk): Promise<string> {
  const reply = await invoke(desk, 'account.create', {
    companyName: 'Contoso',
    cloud: '21vianet',
    kind: 'direct',
  })
  expect(reply.ok).toBe(true)
  return reply.ok ? (reply.value as { id: string }).id : ''
}

/** Reads a view once through the page's bridge. */
export async function read(desk: Desk, name: string, params: unknown = {}): Promise<unknown> {
  const reply = await desk.window.evaluate(
    async ([view, value]) =>
      new Promise<Reply<unknown>>((resolve) => {
        const stop = window.bridge.watch(view, value, (snapshot) => {
          resolve(snapshot)
          // The first snapshot may come before `watch` has returned.
          queueMicrotask(() => stop())
        })
      }),
    [name, params] as const,
  )
  expect(reply).toMatchObject({ ok: true })
  return reply.ok ? reply.value : undefined
}

/** Where the program's window is now, as main sees it. */
export async function addressOf(desk: Desk): Promise<string> {
  return desk.application.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '',
  )
}

/** Waits until the window shows the page, in another document than the one that was marked with `mark`. */
export async function untilPage(desk: Desk, mark = 'marked'): Promise<void> {
  await desk.window.waitForFunction(
    (name) => !(name in window) && 'bridge' in window && location.protocol === 'app:',
    mark,
  )
  await expect.poll(async () => addressOf(desk)).toMatch(/^app:\/\/bundle\/index\.html(#|$)/)
}

/** Replaces what would leave the program for the desktop, and tells afterwards what was asked of it. */
export async function trapDesktop(desk: Desk): Promise<() => Promise<string[]>> {
  await desk.application.evaluate(({ shell, dialog }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'askedOfDesktop', asked)
    for (const name of ['openExternal', 'openPath', 'showItemInFolder', 'trashItem', 'beep'] as const) {
      Reflect.set(shell, name, (...args: unknown[]) => asked.push(`${name} ${JSON.stringify(args)}`))
    }
    for (const name of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'] as const) {
      Reflect.set(dialog, name, async () => {
        asked.push(name)
        return Promise.resolve({ canceled: true, filePaths: [], filePath: '', response: 0 })
      })
    }
  })
  return async () => desk.application.evaluate(() => Reflect.get(globalThis, 'askedOfDesktop') as string[])
}

/** Keys of the prototypes everything inherits from, in main and in the page; there must never be any. */
export async function pollution(desk: Desk): Promise<string[]> {
  const look = () =>
    [Object.prototype, Array.prototype, Function.prototype]
      .flatMap((prototype) => Object.keys(prototype))
      .concat(Reflect.get({}, 'polluted') === undefined ? [] : ['polluted'])
  const inMain = await desk.application.evaluate(look)
  return [...inMain, ...(await desk.window.evaluate(look))]
}

/** Switches the page's content policy off until it is closed, to see that the next wall stands by itself. */
export async function bypassContentPolicy(desk: Desk): Promise<void> {
  const session = await desk.window.context().newCDPSession(desk.window)
  await session.send('Page.setBypassCSP', { enabled: true })
  await desk.window.reload()
}
