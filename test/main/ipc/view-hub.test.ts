import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Snapshot } from '#shared/protocol.ts'
import { makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

let loopback: Loopback

beforeEach(() => {
  loopback = createLoopback()
})
afterEach(() => loopback.close())

function watch(name: string, params: unknown) {
  const snapshots: Snapshot[] = []
  const stop = loopback.application.hub.watch(name, params, (snapshot) => snapshots.push(snapshot))
  return { snapshots, stop }
}

describe('the view hub', () => {
  test('sends the first snapshot at once and another after a change, with a higher revision', async () => {
    const { snapshots } = watch('account.list', {})
    expect(snapshots).toMatchObject([{ ok: true, value: [], revision: 0 }])
    await makeAccount(loopback)
    expect(snapshots).toMatchObject([
      {},
      { ok: true, value: [{ companyName: '晨星云服务有限公司' }], revision: 1 },
    ])
  })

  test('sends nothing when a change does not touch the view', async () => {
    const { snapshots } = watch('request.list', { offset: 0, limit: 10 })
    await makeAccount(loopback)
    expect(snapshots).toHaveLength(1)
  })

  test('sends nothing after its end', async () => {
    const { snapshots, stop } = watch('account.list', {})
    stop()
    await makeAccount(loopback)
    expect(snapshots).toHaveLength(1)
  })

  test('answers an unknown view or bad parameters with an error, and never again', async () => {
    const unknown = watch('toString', {})
    const bad = watch('customer.list', { offset: -1, limit: 10 })
    await makeAccount(loopback)
    expect(unknown.snapshots).toMatchObject([{ ok: false, error: { code: 'UNKNOWN_NAME' } }])
    expect(bad.snapshots).toMatchObject([
      { ok: false, error: { code: 'INVALID_INPUT', data: { fields: ['offset'] } } },
    ])
  })

  test('a record that goes away turns its view into an error, and a new one back', async () => {
    const accountId = await makeAccount(loopback)
    const { id } = await loopback.run('request.create', {
      accountId,
      prospect: { name: 'P', email: 'p@q.cn' },
      language: 'en',
      recipients: [],
    })
    const { snapshots } = watch('request.detail', { requestId: id })
    await loopback.run('request.discard', { requestId: id })
    expect(snapshots.map((snapshot) => snapshot.ok)).toEqual([true, false])
    expect(snapshots[1]).toMatchObject({ error: { code: 'REQUEST_NOT_FOUND' } })
  })

  test('preferences reach their watchers', async () => {
    const { snapshots } = watch('preferences.current', {})
    await loopback.run('preferences.update', { language: 'zh-CN' })
    expect(snapshots).toMatchObject([
      { value: { language: 'system' } },
      { value: { language: 'zh-CN', theme: 'system' } },
    ])
  })
})
