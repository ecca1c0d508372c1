import { expect, test } from 'vitest'
import type { Snapshot } from '#shared/protocol.ts'
import { createViewStore } from '#renderer/state/view-store.ts'

function watched(first?: Snapshot) {
  const log: string[] = []
  let send: (snapshot: Snapshot) => void = () => undefined
  const store = createViewStore<unknown>(
    (onSnapshot) => {
      log.push('start')
      send = onSnapshot
      return () => log.push('stop')
    },
    { onActive: () => log.push('active'), onIdle: () => log.push('idle') },
    first,
  )
  return { store, log, send: (snapshot: Snapshot) => send(snapshot) }
}

test('a view store has nothing that could change it', () => {
  const { store } = watched()
  expect('setState' in store).toBe(false)
  expect(Object.keys(store).toSorted()).toEqual(['getInitialState', 'getState', 'subscribe'])
})

test('it watches from its first subscriber to its last', () => {
  const { store, log } = watched()
  expect(log).toEqual([])
  const first = store.subscribe(() => undefined)
  const second = store.subscribe(() => undefined)
  first()
  first()
  expect(log).toEqual(['start', 'active'])
  second()
  expect(log).toEqual(['start', 'active', 'stop', 'idle'])
  store.subscribe(() => undefined)
  expect(log).toEqual(['start', 'active', 'stop', 'idle', 'start', 'active'])
})

test('an older revision that comes late is dropped', () => {
  const { store, send } = watched()
  store.subscribe(() => undefined)
  expect(store.getState()).toEqual({ status: 'loading' })
  send({ ok: true, value: 'new', revision: 2 })
  send({ ok: true, value: 'old', revision: 1 })
  expect(store.getState()).toEqual({ status: 'ready', value: 'new', revision: 2 })
})

test('a failure is a state, and a later snapshot ends it', () => {
  const { store, send } = watched()
  store.subscribe(() => undefined)
  const error = { code: 'CUSTOMER_NOT_FOUND', message: '', data: {} } as const
  send({ ok: false, error })
  expect(store.getState()).toEqual({ status: 'failed', error })
  send({ ok: true, value: 'back', revision: 3 })
  expect(store.getState()).toMatchObject({ status: 'ready', value: 'back' })
})

test('with a first snapshot it has a value before anyone subscribes, and the same one again changes nothing', () => {
  const first = { ok: true, value: { rows: [1] }, revision: 0 } as const
  const { store, send } = watched(first)
  expect(store.getState()).toEqual({ status: 'ready', value: first.value, revision: 0 })
  let changes = 0
  store.subscribe(() => {
    changes += 1
  })
  send(structuredClone(first))
  expect(store.getState()).toMatchObject({ value: first.value })
  expect(changes).toBe(0)
  send({ ok: true, value: { rows: [2] }, revision: 0 })
  send(structuredClone(first))
  expect(changes).toBe(2)
})

test('what main has said cannot be written to, at any depth', () => {
  const { store, send } = watched()
  store.subscribe(() => undefined)
  send({ ok: true, value: { rows: [{ quantity: 25 }] }, revision: 1 })
  const state = store.getState()
  const value = (state.status === 'ready' ? state.value : null) as { rows: { quantity: number }[] }
  expect(() => {
    const [row] = value.rows
    if (row !== undefined) {
      row.quantity = 0
    }
  }).toThrow(TypeError)
  expect(() => value.rows.pop()).toThrow(TypeError)
  expect(value).toEqual({ rows: [{ quantity: 25 }] })
})
