import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands, views } from '#shared/contract/contract.ts'
import { errorCodes } from '#shared/contract/errors.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { budget } from '#main/ipc/budget.ts'
import type { Handlers } from '#main/ipc/router.ts'
import { createRouter } from '#main/ipc/router.ts'
import type { CallContext } from '#main/ports.ts'
import { link } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

const noFiles: CallContext = {
  openFile: () => Promise.reject(new AppError('CANCELLED', 'no file')),
  openFiles: () => Promise.reject(new AppError('CANCELLED', 'no file')),
  saveFile: () => Promise.reject(new AppError('CANCELLED', 'no file')),
  saveFiles: () => Promise.reject(new AppError('CANCELLED', 'no file')),
}
let loopback: Loopback

beforeEach(() => {
  loopback = createLoopback()
})
afterEach(() => loopback.close())

const dispatch = (name: string, input: unknown) => loopback.application.router.dispatch(name, input, noFiles)
const account = { companyName: 'A', cloud: 'global', kind: 'direct' }

describe('the router', () => {
  test.each([
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    '',
    'account.create ',
    'subscription.update',
  ])('knows no command %j', async (name) => {
    expect(await dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_NAME' } })
  })

  test.each([
    ['a missing field', { cloud: 'global', kind: 'direct' }, ['companyName']],
    ['a field too many', { ...account, admin: true }, ['']],
    ['a wrong type', { ...account, companyName: 7 }, ['companyName']],
    ['an unknown cloud', { ...account, cloud: 'mars' }, ['cloud']],
    ['a lone surrogate', { ...account, companyName: 'a\uD800' }, ['companyName']],
    ['a NUL', { ...account, companyName: 'a\0b' }, ['companyName']],
    ['a line break in a one-line field', { ...account, senderName: 'a\r\nBcc: x@y.cn' }, ['senderName']],
    ['nothing', undefined, ['']],
    ['an array', [], ['']],
  ])('refuses %s and names the field', async (_name, input, fields) => {
    expect(await dispatch('account.create', input)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', data: { fields } },
    })
    expect(loopback.read('account.list', {})).toEqual([])
  })

  test.each([
    ['a long text', 'x'.repeat(budget.characters + 1)],
    ['a long array', Array.from({ length: budget.arrayLength + 1 }, () => 0)],
    ['a deep object', Array.from({ length: 5_000 }).reduce<unknown>((inner) => ({ inner }), 1)],
  ])('refuses %s before any schema sees it', async (_name, value) => {
    expect(await dispatch('account.create', { ...account, companyName: value })).toMatchObject({
      ok: false,
      error: { code: 'TOO_LARGE' },
    })
  })

  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  test.each([
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set([1])],
    ['a Date', new Date(Number.NaN)],
    ['a RegExp', /x/],
    ['a BigInt', 1n],
    ['a typed array', new Uint8Array(8)],
    ['an Error', new Error('x')],
    ['a cycle', cycle],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a getter', Object.defineProperty({}, 'x', { enumerable: true, get: () => 1 })],
    ['a thenable', { then: (resolve: (value: unknown) => void) => resolve(1) }],
    ['an own __proto__', JSON.parse('{"__proto__":{"polluted":true}}') as unknown],
    ['a constructor.prototype', { constructor: { prototype: { polluted: true } } }],
    ['a sparse array', Object.assign([], { length: 3 })],
  ])('answers %s with a typed error and stays unharmed', async (_name, value) => {
    for (const input of [value, { ...account, companyName: value }]) {
      const reply = await dispatch('account.create', input)
      expect(reply.ok).toBe(false)
      expect(errorCodes).toContain((reply as { error: { code: string } }).error.code)
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('answers an unforeseen failure with a reference and keeps its message in the log', async () => {
    const reported: unknown[] = []
    const failing = new Proxy({} as Handlers, {
      get: () => () => {
        throw new Error('secret at /home/someone')
      },
    })
    const router = createRouter({
      handlers: failing,
      revision: () => 0,
      validateOutput: true,
      log: {
        info: () => undefined,
        error: () => undefined,
        report: (thrown) => {
          reported.push(thrown)
          return 'ab12'
        },
      },
    })
    const reply = await router.dispatch('sample.load', {}, noFiles)
    expect(reply).toEqual({
      ok: false,
      error: { code: 'INTERNAL', message: 'unexpected failure, reference ab12', data: { reference: 'ab12' } },
    })
    expect(reported).toMatchObject([{ message: 'secret at /home/someone' }])
  })

  test('every error a command declares is a code of the contract, declared once', () => {
    for (const { errors } of [...Object.values(commands), ...Object.values(views)]) {
      expect(new Set(errors).size).toBe(errors.length)
      expect(errorCodes).toEqual(expect.arrayContaining([...errors]))
    }
  })
})

describe('whatever the page sends', () => {
  const names = Object.keys(commands).filter((name) => name !== 'sample.load')
  const anything = fc.anything({
    withMap: true,
    withSet: true,
    withDate: true,
    withBigInt: true,
    withTypedArray: true,
    maxDepth: 3,
  })

  test('is answered by a typed error or a valid value, never by a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), anything, async (name, input) => {
        const reply = await dispatch(name, input)
        return reply.ok || (errorCodes.includes(reply.error.code) && reply.error.code !== 'INTERNAL')
      }),
      { numRuns: 3_000 },
    )
    expect(loopback.reported).toEqual([])
  })

  test('a valid account with one field replaced by anything is accepted or refused by name', async () => {
    const valid = { ...account, link, senderEmail: 'a@b.cn', partnerId: '1' }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(valid), 'extra'), anything, async (field, value) => {
        const reply = await dispatch('account.create', { ...valid, [field]: value })
        return (
          reply.ok ||
          ['INVALID_INPUT', 'TOO_LARGE', 'LINK_INVALID', 'RECIPIENT_INVALID'].includes(reply.error.code)
        )
      }),
      { numRuns: 2_000 },
    )
    expect(loopback.reported).toEqual([])
  })

  test('a view answers anything too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(views), 'toString', 'x'), anything, (name, params) => {
        const snapshot = loopback.application.hub.read(name, params)
        return snapshot.ok || snapshot.error.code !== 'INTERNAL'
      }),
      { numRuns: 2_000 },
    )
    expect(loopback.reported).toEqual([])
  })
})
