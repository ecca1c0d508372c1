import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInvokeMessage } from '#main/shell/invoke-message.ts'

describe('a message of the protocol', () => {
  test.each([
    { kind: 'command', name: 'sample.load', input: {} },
    { kind: 'command', name: 'sample.load', input: undefined },
    { kind: 'command', name: 'import.preview', input: { accountId: 'a' }, fileGrant: 'token' },
    { kind: 'watch', watchId: 1, name: 'account.list', params: {} },
    { kind: 'unwatch', watchId: 9 },
    { kind: 'grant', path: '/tmp/a.csv' },
  ])('passes unchanged: $kind', (message) => {
    expect(parseInvokeMessage(message)).toEqual(message)
  })

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'command'],
    ['a list', [{ kind: 'unwatch', watchId: 1 }]],
    ['a map', new Map([['kind', 'unwatch']])],
    ['an unknown kind', { kind: 'quit' }],
    ['an inherited kind', { kind: 'constructor' }],
    ['a kind that is no text', { kind: ['command'] }],
    ['a command without input', { kind: 'command', name: 'a' }],
    ['a command without a name', { kind: 'command', input: {} }],
    ['a name that is no text', { kind: 'command', name: { toString: 'a' }, input: {} }],
    ['a name too long to be one', { kind: 'command', name: 'a'.repeat(65), input: {} }],
    ['one field too many', { kind: 'command', name: 'a', input: {}, path: '/etc/passwd' }],
    ['a grant that is no text', { kind: 'command', name: 'a', input: {}, fileGrant: 7 }],
    ['an empty grant', { kind: 'command', name: 'a', input: {}, fileGrant: '' }],
    ['a watch number that is none', { kind: 'watch', watchId: NaN, name: 'a', params: {} }],
    ['a watch number below one', { kind: 'unwatch', watchId: 0 }],
    ['a fraction of a watch', { kind: 'unwatch', watchId: 1.5 }],
    ['a path too long for any system', { kind: 'grant', path: `/${'a'.repeat(4096)}` }],
    ['an inherited field', Object.assign(Object.create({ kind: 'unwatch' }), { watchId: 1 })],
  ])('is not %s', (_name, sent) => {
    expect(parseInvokeMessage(sent)).toBeNull()
  })

  test('is nothing else, and reading one never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true, withSet: true, withBigInt: true, withDate: true }), (sent) => {
        expect(parseInvokeMessage(sent)).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })
})
