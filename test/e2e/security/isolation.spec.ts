import { invoke, read } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Controls C02, C03, C04, C08, C09 and C11: what a page is, and what it is handed.

test('the page has nothing of Node, and cannot get at it through the bridge', async ({ desk }) => {
  const found = await desk.window.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'setImmediate',
      '__dirname',
      'electron',
      'ipcRenderer',
    ]
    const through = (value: object): unknown => {
      // The bridge's functions come from another world; their constructor must be the page's own.
      const make = Reflect.get(value.constructor, 'constructor') as (code: string) => () => unknown
      try {
        return make('return typeof process + typeof require')()
      } catch (thrown) {
        return thrown instanceof Error ? thrown.name : 'thrown'
      }
    }
    return {
      globals: names.filter((name) => name in window),
      constructors: Object.values(window.bridge).map((value) => [
        through(value),
        value.constructor === Function,
      ]),
    }
  })
  expect(found.globals).toEqual([])
  expect(found.constructors).toHaveLength(3)
  for (const [inside, isOwn] of found.constructors) {
    expect(['EvalError', 'undefinedundefined']).toContain(inside)
    expect(isOwn).toBe(true)
  }
})

test('the window has exactly these preferences', async ({ desk }) => {
  const seen = await desk.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const preferences = Reflect.apply(
        Reflect.get(webContents, 'getLastWebPreferences') as () => object,
        webContents,
        [],
      )
      return { ...preferences }
    }),
  )
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatchObject({
    allowRunningInsecureContent: false,
    contextIsolation: true,
    disableDialogs: true,
    enableBlinkFeatures: '',
    experimentalFeatures: false,
    javascript: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
  })
  const on = Object.entries(seen[0] ?? {}).filter(([, value]) => value === true)
  expect(on.map(([name]) => name).toSorted()).toEqual([
    'contextIsolation',
    'disableDialogs',
    'javascript',
    'sandbox',
    'webSecurity',
  ])
})

test('the bridge is three frozen functions and nothing else, however deep one looks', async ({ desk }) => {
  const found = await desk.window.evaluate(() => {
    const seen = new Set<unknown>()
    const kinds: string[] = []
    const walk = (value: unknown, path: string): void => {
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) {
        return
      }
      seen.add(value)
      kinds.push(`${path}: ${typeof value}`)
      for (const key of Reflect.ownKeys(value)) {
        const property = Reflect.getOwnPropertyDescriptor(value, key)
        const isOrdinary =
          typeof value === 'function' && ['length', 'name', 'prototype'].includes(String(key))
        if (!isOrdinary) walk(property?.value ?? property?.get, `${path}.${String(key)}`)
      }
    }
    walk(window.bridge, 'bridge')
    const { bridge } = window
    const attempt = (work: () => unknown): string => {
      try {
        return String(work())
      } catch {
        return 'refused'
      }
    }
    return {
      kinds,
      isFrozen: Object.isFrozen(bridge),
      replaced: attempt(() => {
        'use strict'
        Reflect.set(bridge, 'invoke', () => 'mine')
        return bridge.invoke.name === 'mine'
      }),
      redefined: attempt(() => Reflect.defineProperty(window, 'bridge', { value: 'mine' })),
    }
  })
  expect(found.kinds).toEqual([
    'bridge: object',
    'bridge.invoke: function',
    'bridge.watch: function',
    'bridge.grantFile: function',
  ])
  expect(found.isFrozen).toBe(true)
  expect(found.replaced).toBe('false')
  expect(found.redefined).toBe('false')
})

test('a listener gets a snapshot and nothing that leads back to the sender', async ({ desk }) => {
  const calls = await desk.window.evaluate(
    async () =>
      new Promise<string[]>((resolve) => {
        const listen = (...args: unknown[]): void =>
          resolve(
            args.map((value) =>
              typeof value === 'object' && value !== null
                ? Object.keys(value).toSorted().join()
                : typeof value,
            ),
          )
        window.bridge.watch('application.about', {}, listen)
      }),
  )
  expect(calls).toEqual(['ok,revision,value'])
})

test('a stopped watch says nothing more, and a thousand leave nothing behind', async ({ desk }) => {
  const count = await desk.window.evaluate(async () => {
    let late = 0
    const ask = (): Promise<unknown> =>
      window.bridge.invoke('preferences.update', { isNavigationCollapsed: true })
    for (let index = 0; index < 1000; index += 1) {
      let isStopped = false
      const stop = window.bridge.watch('preferences.current', {}, () => {
        late += isStopped ? 1 : 0
      })
      isStopped = true
      stop()
      stop()
    }
    await ask()
    return late
  })
  expect(count).toBe(0)
  // Each was a place of its own; had they stayed, there would be none left.
  expect(await read(desk, 'preferences.current')).toMatchObject({ isNavigationCollapsed: true })
})

test.describe('a page that rewrites the language', () => {
  test.use({ deskOptions: { expectedFailures: /rewritten|PageError/ } })

  test('does not reach behind the bridge', async ({ desk }) => {
    const reply = await desk.window.evaluate(async () => {
      const targets = [
        [Array.prototype, 'push'],
        [JSON, 'parse'],
        [Map.prototype, 'get'],
        [Function.prototype, 'call'],
      ] as const
      const saved = targets.map(([target, name]) => Reflect.get(target, name) as unknown)
      for (const [target, name] of targets) {
        Reflect.set(target, name, () => {
          throw new Error('rewritten')
        })
      }
      try {
        // One that changes nothing: React, told of a change now, would throw and try again without end.
        return await window.bridge.invoke('undo.last', {})
      } finally {
        for (const [index, [target, name]] of targets.entries()) {
          Reflect.set(target, name, saved[index])
        }
      }
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_UNDO' } })
    expect(await invoke(desk, 'sample.load', {})).toMatchObject({ ok: true })
  })
})

test('a webview tag is an unknown element: nothing is attached', async ({ desk }) => {
  const before = await desk.application.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const kind = await desk.window.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'data:text/html,<title>in</title>')
    view.setAttribute('nodeintegration', '')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    return view instanceof HTMLUnknownElement || view.constructor === HTMLElement
  })
  expect(kind).toBe(true)
  // An answer of main comes after whatever the element could have asked it for.
  expect(await read(desk, 'account.list')).toEqual([])
  expect(await desk.application.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(
    before,
  )
})
