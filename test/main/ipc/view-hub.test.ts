import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Snapshot } from '#shared/protocol.ts'
import { createViewHub } from '#main/ipc/view-hub.ts'
import { createNotedReader } from '#main/store/noted-reader.ts'
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

/** A hub over views that say what they rest on, and how often each was asked. */
function createCountedHub() {
  const asked: string[] = []
  const noted = createNotedReader({ all: () => [], get: () => undefined })
  const hub = createViewHub({
    project: (name) => {
      asked.push(name)
      if (name === 'tag.list') {
        noted.reader.all('SELECT 1 FROM tag JOIN customer_tag')
      }
      return asked.length
    },
    revision: () => 0,
    log: { info: () => undefined, error: () => undefined, report: () => '' },
    validateOutput: false,
    patiently: (project) => project(),
    collect: noted.collect,
    day: () => day,
  })
  let day = '2026-11-22'
  return {
    asked,
    hub,
    sleep: () => {
      day = '2026-11-23'
    },
  }
}

describe('after a commit', () => {
  test('only the views that rest on what it touched are asked again, and those that rest on no table', () => {
    const { hub, asked, sleep } = createCountedHub()
    hub.watch('tag.list', {}, () => undefined)
    hub.watch('job.list', {}, () => undefined)
    const after = (touched: ReadonlySet<string> | null) => {
      asked.length = 0
      hub.follow(touched)
      return [...asked]
    }
    expect(after(new Set(['request']))).toEqual(['job.list'])
    expect(after(new Set(['request', 'customer_tag']))).toEqual(['tag.list', 'job.list'])
    expect(after(null)).toEqual(['tag.list', 'job.list'])
    sleep()
    expect(after(new Set(['request']))).toEqual(['tag.list', 'job.list'])
  })

  test('every view is what it would be if it were asked for now, whatever was done', async () => {
    const accountId = await makeAccount(loopback)
    await loopback.run('sample.load', {})
    const [first, second] = loopback.read('customer.list', { offset: 0, limit: 2 }).rows
    const customerId = first?.id ?? ''
    const renewal = loopback.read('renewal.list', { offset: 0, limit: 1 }).rows[0]
    const one = { accountId: renewal?.accountId ?? '', key: renewal?.key ?? '' }
    const page = { offset: 0, limit: 50 }
    const watched = (
      [
        ['customer.list', { ...page, search: '没有这个名字' }],
        ['customer.list', { ...page, sort: { column: 'alias', direction: 'descending' } }],
        ['customer.detail', { customerId }],
        ['customer.history', { customerId, limit: 20 }],
        ['relationship.facts', { customerId }],
        ['request.list', page],
        ['request.board', {}],
        ['acceptance.list', {}],
        ['renewal.list', page],
        ['renewal.summary', {}],
        ['subscription.list', page],
        ['home.attention', {}],
        ['portfolio.summary', {}],
        ['account.list', {}],
        ['link.list', page],
        ['list.groups', { list: 'customers', column: 'ownTags', limit: 20 }],
        ['search.everywhere', { text: '没有这个名字' }],
        ['tag.list', {}],
        ['template.list', {}],
        ['saved-view.list', {}],
        ['undo.state', {}],
        ['profile.current', {}],
      ] as const
    ).map(([name, params]) => ({ name, params, ...watch(name, params) }))
    const { id: tagId } = await loopback.run('tag.create', { name: 'VIP', colour: 'teal' })
    await loopback.run('tag.assign', { customerIds: [customerId], add: [tagId] })
    await loopback.run('tag.update', { tagId, name: '没有这个名字', colour: 'teal' })
    await loopback.run('alias.set', { customerId, alias: '没有这个名字' })
    await loopback.run('undo.last', {})
    await loopback.run('undo.redo', {})
    await loopback.run('owner.assign', { customerIds: [customerId, second?.id ?? ''], owner: '王芳' })
    await loopback.run('profile.update', { name: '王芳' })
    await loopback.run('customer.note', { customerId, text: '记一笔' })
    await loopback.run('renewal.pin', { renewals: [one], isPinned: true })
    await loopback.run('renewal.done', { renewals: [one], isDone: true })
    const { id: requestId } = await loopback.run('request.create', {
      accountId,
      prospect: { name: '没有这个名字', email: 'p@q.cn' },
      language: 'en',
      recipients: [],
    })
    await loopback.run('request.discard', { requestId })
    await loopback.run('tag.remove', { tagId })
    await loopback.run('account.remove', { accountId })
    for (const { name, params, snapshots } of watched) {
      const { ok, ...now } = loopback.application.hub.read(name, params)
      const { ok: wasOk, ...last } = snapshots.at(-1) ?? { ok: false }
      expect([name, wasOk, 'value' in last ? last.value : null]).toEqual([
        name,
        ok,
        'value' in now ? now.value : null,
      ])
    }
    // The searches by the user's own name have found what had it.
    expect(watched[0]?.snapshots.length).toBeGreaterThan(1)
  })
})

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
