import { codeOf, createAccount, invoke, pollution, read, sendRaw } from '../support/hostile.ts'
import { expect, test, type Desk } from '../support/launch.ts'

// Controls C12, C13 and C15: what a page taken over can put into a call, and what it gets out.

/** The codes for what no schema can take; never `INTERNAL`, which would mean that it was not foreseen. */
const refusals = ['INVALID_INPUT', 'TOO_LARGE', 'bridge']

/** Values the bridge passes or throws for (security F20), made in the page where they can exist. */
const values: { readonly [name: string]: () => unknown } = {
  'a map': () => new Map([['customerId', 'a']]),
  'a set': () => new Set(['a']),
  'a date that is none': () => new Date(NaN),
  'a pattern': () => /(a+)+$/,
  'a big integer': () => 10n ** 400n,
  'a typed array': () => new Uint8Array(1024),
  'a buffer': () => new ArrayBuffer(1024),
  'an error': () => new Error('text'),
  'a list with holes': () => Object.assign([], { length: 3, 1: 'text' }),
  'a cycle': () => {
    const value: { self?: unknown } = {}
    value.self = value
    return value
  },
  'a getter': () => ({
    get text(): string {
      return 'later'
    },
  }),
  'a proxy': () => new Proxy({}, { get: () => 'anything' }),
  'an instance': () =>
    new (class Note {
      text = 'text'
    })(),
  'a boxed text': () => Object('text'),
  'a then': () => ({ then: 'resolve' }),
  'a toJSON': () => ({ toJSON: 'text' }),
  'a function': () => () => 'text',
  'a symbol': () => Symbol('text'),
  'an element': () => document.body,
  'a promise': () => Promise.resolve('text'),
  'a weak map': () => new WeakMap(),
  'a port': () => new MessageChannel().port1,
  infinity: () => Infinity,
  nothing: () => undefined,
  'a NUL': () => 'a\0b',
  'half a character': () => 'a\uD800b',
  'too long a text': () => 'x'.repeat(2_000_000),
  'far too long a text': () => 'x'.repeat(100_000_000),
  'too long a list': () => Array.from({ length: 60_000 }, () => 1),
  'nesting of 50': () => Array.from({ length: 50 }).reduce((inner: unknown) => [inner], 'text'),
  'nesting of 900': () => Array.from({ length: 900 }).reduce((inner: unknown) => ({ inner }), 'text'),
  'nesting of 5000': () => Array.from({ length: 5000 }).reduce((inner: unknown) => [inner], 'text'),
}

async function ask(desk: Desk, make: () => unknown, where: 'whole' | 'field'): Promise<string> {
  return desk.window.evaluate(`(async () => {
    try {
      const value = (${make.toString()})()
      const input = ${where === 'whole' ? 'value' : '{ customerId: "a", text: value }'}
      const reply = await window.bridge.invoke('customer.note', input)
      return reply.ok ? 'ok' : reply.error.code
    } catch {
      return 'bridge'
    }
  })()`)
}

test('no value that is not plain, small and of its shape gets past the schema', async ({ desk }) => {
  const answers: { [name: string]: string } = {}
  for (const [name, make] of Object.entries(values)) {
    answers[`${name} as the input`] = await ask(desk, make, 'whole')
    answers[`${name} as a field`] = await ask(desk, make, 'field')
  }
  expect(Object.entries(answers).filter(([, code]) => !refusals.includes(code))).toEqual([])
  expect(answers).toMatchObject({
    'a map as the input': 'INVALID_INPUT',
    'a function as the input': 'bridge',
    'too long a text as a field': 'TOO_LARGE',
    'far too long a text as a field': 'TOO_LARGE',
    'half a character as a field': 'INVALID_INPUT',
  })
  // And an honest one still gets its answer.
  expect(await codeOf(invoke(desk, 'customer.note', { customerId: 'a', text: 'text' }))).toBe(
    'CUSTOMER_NOT_FOUND',
  )
  expect(await pollution(desk)).toEqual([])
})

test('names that are not of the contract are unknown, inherited ones included', async ({ desk }) => {
  for (const name of [
    '',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'account.list',
    'subscription.update',
    'CUSTOMER.NOTE',
  ]) {
    expect(['UNKNOWN_NAME', 'INVALID_INPUT']).toContain(await codeOf(invoke(desk, name, {})))
  }
  for (const name of ['constructor', '__proto__', 'sample.load', 'subscription.lists']) {
    const code = await desk.window.evaluate(
      async (view) =>
        new Promise((resolve) =>
          window.bridge.watch(view, {}, (snapshot) => resolve(snapshot.ok ? 'ok' : snapshot.error.code)),
        ),
      name,
    )
    expect(code).toBe('UNKNOWN_NAME')
  }
})

/** Attempts at the prototype, as text: parsed where they are used, so that `__proto__` is a key and not a prototype. */
const prototypes = [
  '{"__proto__":{"polluted":1}}',
  '{"customerId":"a","text":"b","__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"customerId":"a","text":"b","constructor":{"prototype":{"polluted":1}}}',
  '{"prototype":{"polluted":1}}',
  '{"customerId":{"__proto__":{"polluted":1}},"text":"b"}',
  '{"customerId":"__proto__","text":"polluted"}',
  '{"customerId":"constructor","text":"polluted"}',
  '[{"__proto__":{"polluted":1}}]',
  '{"a":{"b":{"__proto__":{"polluted":1}}}}',
  '{"toString":{"polluted":1}}',
  '{"hasOwnProperty":1,"customerId":"a","text":"b"}',
  '{"valueOf":1,"customerId":"a","text":"b"}',
  '{"__defineGetter__":"polluted"}',
  '{"__proto__":null,"customerId":"a","text":"b"}',
]

test('nothing reaches the prototypes of main or of the page', async ({ desk }) => {
  for (const text of prototypes) {
    for (const name of ['customer.note', 'preferences.update', 'account.create']) {
      const through = await desk.window.evaluate(
        async ([command, json]) => {
          const reply = await window.bridge.invoke(command, JSON.parse(json))
          return reply.ok ? 'ok' : reply.error.code
        },
        [name, text] as const,
      )
      // The bridge itself drops a key `__proto__`; what is left may be an empty change, which is one.
      expect(['INVALID_INPUT', 'CUSTOMER_NOT_FOUND', 'ok']).toContain(through)
    }
    const raw = await desk.application.evaluate(async ({ ipcMain, BrowserWindow }, json) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (...args: unknown[]) => Promise<unknown>
      >
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const message = { kind: 'command', name: 'customer.note', input: JSON.parse(json) as unknown }
      return handlers.get('app:invoke')?.({ sender, senderFrame: sender?.mainFrame }, message)
    }, text)
    expect(raw).toMatchObject({ ok: false })
    expect(await pollution(desk)).toEqual([])
  }
  expect(await read(desk, 'account.list')).toEqual([])
})

test('ids that are not ours find nothing and tell nothing', async ({ desk }) => {
  const account = await createAccount(desk)
  for (const customerId of ['missing', account, '0', 'a'.repeat(64)]) {
    expect(await codeOf(invoke(desk, 'customer.note', { customerId, text: 'text' }))).toBe(
      'CUSTOMER_NOT_FOUND',
    )
  }
  for (const customerId of ['../../x', '%00', "' OR 1=1 --", 'a'.repeat(65), '', 'A']) {
    expect(await codeOf(invoke(desk, 'customer.note', { customerId, text: 'text' }))).toBe('INVALID_INPUT')
  }
})

test('no answer holds a path of this machine or a stack', async ({ desk }) => {
  const account = await createAccount(desk)
  const replies = [
    await sendRaw(desk, { kind: 'grant', path: `${desk.userData}/missing.csv` }),
    await sendRaw(desk, { kind: 'grant', path: desk.userData }),
    await sendRaw(desk, { kind: 'grant', path: '/etc/shadow/x' }),
    await invoke(desk, 'import.preview', { accountId: account }, 'forged'),
    await invoke(desk, 'file.reveal', { fileHandle: 'forged' }),
    await invoke(desk, 'request.export', { requestId: 'missing', format: 'eml' }),
    await invoke(desk, 'customer.note', { customerId: 7, text: {} }),
    await invoke(desk, 'import.apply', { previewId: 'missing' }),
  ]
  const text = JSON.stringify(replies)
  expect(replies.every(({ ok }) => !ok)).toBe(true)
  expect(text).not.toContain(desk.userData)
  expect(text).not.toMatch(/\/(home|etc|tmp|var|usr|root)\b|[A-Z]:\\\\|\bat \w+ \(|\.[cm]?[jt]s:\d+/)
  expect(text).not.toContain('INTERNAL')
})
