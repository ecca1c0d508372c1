import { codeOf, countOf, invoke, pageAddress, read, sendRaw, untilPage } from '../support/hostile.ts'
import { expect, test, type Desk } from '../support/launch.ts'

// Control C10: only the top frame of our page in our window is answered; nothing happens for anyone else.

const refused = expect.objectContaining({
  ok: false,
  error: expect.objectContaining({ code: 'UNTRUSTED_SENDER' }),
})

/** Everything a page can say, said from wherever this runs. */
async function sayEverything() {
  const { bridge } = window
  const command = await bridge.invoke('account.create', {
    companyName: 'Intruder',
    cloud: 'global',
    kind: 'direct',
  })
  const view = await new Promise((resolve) => bridge.watch('account.list', {}, resolve))
  return { command, view }
}

async function expectUntouched(desk: Desk): Promise<void> {
  expect(await read(desk, 'account.list')).toEqual([])
}

test('about:blank, where the preload runs, is not answered', async ({ desk }) => {
  // The page leaves for good here: what would bring it back is taken away first.
  await desk.application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.removeAllListeners('did-navigate')
  })
  await desk.window.evaluate(() => {
    location.href = 'about:blank'
  })
  await desk.window.waitForURL('about:blank')
  expect(await desk.window.evaluate(() => typeof window.bridge)).toBe('object')
  expect(await desk.window.evaluate(sayEverything)).toEqual({ command: refused, view: refused })
  expect(await countOf(desk, 'ipc.refused', { code: 'UNTRUSTED_SENDER' })).toBe(2)
  await desk.application.evaluate(
    async ({ BrowserWindow }, page) => BrowserWindow.getAllWindows()[0]?.loadURL(page),
    pageAddress,
  )
  await untilPage(desk)
  await expectUntouched(desk)
})

test('a page that leaves for about:blank is brought back, and works again', async ({ desk }) => {
  await desk.window.evaluate(() => {
    Reflect.set(window, 'isFirst', true)
    location.href = 'about:blank'
  })
  await expect.poll(async () => countOf(desk, 'navigation.restored')).toBe(1)
  await untilPage(desk, 'isFirst')
  await expectUntouched(desk)
})

test('a frame of the page has no bridge of its own', async ({ desk }) => {
  const bridge = await desk.window.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    // An empty frame is of the page's own origin: its window can be looked into, and it has a document.
    return frame.contentDocument === null ? 'closed' : typeof frame.contentWindow?.bridge
  })
  expect(bridge).toBe('undefined')
})

test('another window with the same page and the same preload is not answered', async ({ desk }) => {
  for (const partition of [undefined, 'another-session']) {
    const opened = desk.application.waitForEvent('window')
    await desk.application.evaluate(
      async ({ app, BrowserWindow, session }, [page, name]) => {
        const preload = `${app.getAppPath()}/out/preload/preload.cjs`
        const own = name === undefined ? session.defaultSession : session.fromPartition(name)
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, session: own },
        })
        window.webContents.removeAllListeners('did-navigate')
        // In the other session the program's scheme is not served; about:blank has the preload all the same.
        await window.loadURL(name === undefined ? page : 'about:blank')
      },
      [pageAddress, partition] as const,
    )
    const other = await opened
    await other.waitForFunction(() => 'bridge' in window)
    expect(await other.evaluate(sayEverything)).toEqual({ command: refused, view: refused })
    await other.close()
  }
  await expectUntouched(desk)
})

test('the developer tools, or any other contents, are not answered', async ({ desk }) => {
  const answers = await desk.application.evaluate(async ({ ipcMain, BrowserWindow }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>
    const receive = handlers.get('app:invoke')
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const frame = contents?.mainFrame
    const message = { kind: 'command', name: 'account.list', input: {} }
    const origins = [
      { sender: contents, senderFrame: null },
      { sender: {}, senderFrame: frame },
      {
        sender: contents,
        senderFrame: { url: frame?.url, origin: frame?.origin, parent: frame, detached: false },
      },
      {
        sender: contents,
        senderFrame: { url: frame?.url, origin: frame?.origin, parent: null, detached: true },
      },
      {
        sender: contents,
        senderFrame: {
          url: 'app://bundle.evil/index.html',
          origin: 'app://bundle',
          parent: null,
          detached: false,
        },
      },
    ]
    return Promise.all(origins.map(async (origin) => receive?.(origin, message)))
  })
  expect(answers).toEqual([refused, refused, refused, refused, refused])
})

test('what is watched ends with the page that watches: nothing more is pushed for it', async ({ desk }) => {
  await desk.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const pushed: number[] = []
    Reflect.set(globalThis, 'pushed', pushed)
    const send = contents?.send.bind(contents)
    Reflect.set(contents ?? {}, 'send', (channel: string, message: { watchId: number }) => {
      pushed.push(message.watchId)
      send?.(channel, message)
    })
  })
  const pushed = async () => desk.application.evaluate(() => Reflect.get(globalThis, 'pushed') as number[])
  // Far more than the page itself watches, so that their numbers are not used again by the next one.
  await desk.window.evaluate(() => {
    for (let count = 0; count < 150; count += 1) {
      window.bridge.watch('preferences.current', {}, () => undefined)
    }
  })
  const change = { isNavigationCollapsed: true }
  expect(await codeOf(invoke(desk, 'preferences.update', change))).toBe('ok')
  expect((await pushed()).filter((id) => id > 100).length).toBeGreaterThan(50)

  await desk.window.reload()
  await desk.application.evaluate(() => (Reflect.get(globalThis, 'pushed') as number[]).splice(0))
  expect(await codeOf(invoke(desk, 'preferences.update', { isNavigationCollapsed: false }))).toBe('ok')
  expect((await pushed()).filter((id) => id > 100)).toEqual([])
})

test('only the four messages of the protocol are taken, each alone', async ({ desk }) => {
  const invalid = expect.objectContaining({
    ok: false,
    error: expect.objectContaining({ code: 'INVALID_INPUT' }),
  })
  const command = { kind: 'command', name: 'sample.load', input: {} }
  const messages: unknown[][] = [
    [],
    [command, command],
    [command, 1, 2, 3, 4],
    [null],
    ['sample.load'],
    [[command]],
    [{ ...command, extra: 1 }],
    [{ ...command, kind: 'constructor' }],
    [{ ...command, name: ['sample.load'] }],
    [{ kind: 'unwatch', watchId: '1' }],
    [{ kind: 'grant', path: ['/etc/passwd'] }],
  ]
  for (const message of messages) {
    expect(await sendRaw(desk, ...message)).toEqual(invalid)
  }
  expect(await sendRaw(desk, { kind: 'unwatch', watchId: 77 })).toMatchObject({ ok: true })
  await expectUntouched(desk)
})

test('a page cannot watch without end', async ({ desk }) => {
  const codes = await desk.window.evaluate(async () => {
    const first = Array.from(
      { length: 400 },
      async () =>
        new Promise<string>((resolve) => {
          window.bridge.watch('application.about', {}, (snapshot) =>
            resolve(snapshot.ok ? 'ok' : snapshot.error.code),
          )
        }),
    )
    return Promise.all(first)
  })
  expect(codes.filter((code) => code === 'ok').length).toBeLessThanOrEqual(256)
  expect(codes.filter((code) => code === 'TOO_LARGE').length).toBeGreaterThanOrEqual(144)
})

test('there is one channel to call and one to listen to', async ({ desk }) => {
  const channels = await desk.application.evaluate(({ ipcMain, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const callable = (target: object | undefined) => [
      ...((Reflect.get(target ?? {}, '_invokeHandlers') as Map<string, unknown> | undefined)?.keys() ?? []),
    ]
    return {
      called: callable(ipcMain),
      heard: ipcMain.eventNames().filter((name) => name !== 'error'),
      ofContents: [...callable(contents?.ipc), ...callable(contents?.mainFrame.ipc)],
    }
  })
  expect(channels).toEqual({ called: ['app:invoke'], heard: [], ofContents: [] })
})
