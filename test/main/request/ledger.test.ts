import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextStates, requestStates } from '#shared/domain/request-state.ts'
import type { RequestState } from '#shared/domain/request-state.ts'
import { link, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

let loopback: Loopback
let accountId: string
let now: Date
beforeEach(async () => {
  now = new Date(2026, 10, 24, 9)
  loopback = createLoopback({ clock: () => now })
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

async function make(name = '华联', email = 'it@hualian.cn'): Promise<string> {
  const { id } = await loopback.run('request.create', {
    accountId,
    prospect: { name, email },
    recipients: [email],
    language: 'zh-CN',
  })
  return id
}
const handOver = async (requestId: string) => loopback.run('request.copy', { requestId, format: 'text' })
const detail = (requestId: string) => loopback.read('request.detail', { requestId })

describe('the ledger', () => {
  test('keeps every step with its time and what it rests on', async () => {
    const id = await make()
    await handOver(id)
    now = new Date(2026, 10, 25, 10)
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    now = new Date(2026, 11, 2, 10)
    await loopback.run('request.move', { requestIds: [id], to: 'declined', note: '采购部来电' })
    expect(
      detail(id).events.map(({ kind, toState, note, evidence }) => [kind, toState, note, evidence]),
    ).toEqual([
      ['created', null, null, null],
      ['exported', null, null, null],
      ['moved', 'sent', null, null],
      ['moved', 'declined', '采购部来电', null],
    ])
    expect(detail(id).events.at(-1)?.at).toBe(now.toISOString())
    expect(detail(id)).toMatchObject({
      state: 'declined',
      stateAt: now.toISOString(),
      remindOn: null,
      ageDays: 8,
    })
  })

  test('asks for a reason where nothing upstream tells', async () => {
    const id = await make()
    await handOver(id)
    for (const to of ['accepted', 'declined'] as const) {
      expect(await refusal(loopback.run('request.move', { requestIds: [id], to, note: ' ' }))).toMatchObject({
        code: 'REASON_MISSING',
      })
    }
    expect(detail(id).state).toBe('exported')
  })

  test('walks the machine and nothing beside it, whatever is said', async () => {
    const said = fc.array(fc.constantFrom(...requestStates), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(said, async (steps) => {
        const id = await make()
        await handOver(id)
        let state: RequestState = 'exported'
        for (const to of steps) {
          const isAllowed: boolean = to !== 'exported' && nextStates('reseller', state).includes(to)
          const outcome = await loopback.run('request.move', { requestIds: [id], to, note: 'because' }).then(
            () => 'moved',
            (thrown: { readonly code: string }) => thrown.code,
          )
          expect(outcome).toBe(isAllowed ? 'moved' : 'REQUEST_CANNOT_MOVE')
          state = isAllowed ? to : state
          expect(detail(id).state).toBe(state)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('moves all of several requests, or none', async () => {
    const ids = [await make('一'), await make('二'), await make('三')]
    await handOver(ids[0] ?? '')
    await handOver(ids[1] ?? '')
    expect(await refusal(loopback.run('request.move', { requestIds: ids, to: 'sent' }))).toMatchObject({
      code: 'REQUEST_CANNOT_MOVE',
      data: { from: 'draft', to: 'sent', customer: '三' },
    })
    expect(ids.map((id) => detail(id).state)).toEqual(['exported', 'exported', 'draft'])
    await handOver(ids[2] ?? '')
    expect(await loopback.run('request.move', { requestIds: ids, to: 'sent' })).toEqual({ moved: 3 })
    const board = loopback.read('request.board', {})
    expect(board.map(({ state, total, rows }) => [state, total, rows.length])).toEqual([['sent', 3, 3]])
  })

  test('takes a step back, and makes it again', async () => {
    const id = await make()
    await handOver(id)
    const before = detail(id)
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    const after = detail(id)
    expect(await loopback.run('undo.last', {})).toEqual({ command: 'request.move', subject: '华联' })
    expect(detail(id)).toEqual(before)
    await loopback.run('undo.redo', {})
    expect(detail(id)).toEqual(after)
  })

  test('is not changed by handing a request over again', async () => {
    const id = await make()
    await handOver(id)
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    await handOver(id)
    expect(detail(id).state).toBe('sent')
  })

  test('lists requests by their new columns', async () => {
    const id = await make()
    await make('另一')
    await handOver(id)
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    const named = (column: 'state' | 'purpose' | 'kind', value: string) =>
      loopback.read('request.list', {
        filter: { match: 'all', conditions: [{ column, operator: 'any-of', value: [value] }] },
      }).total
    expect([named('state', 'sent'), named('purpose', 'multi-partner'), named('kind', 'granular')]).toEqual([
      1, 2, 0,
    ])
    expect(loopback.read('portfolio.summary', {}).openRequests).toBe(2)
    await loopback.run('request.move', { requestIds: [id], to: 'withdrawn' })
    expect(loopback.read('portfolio.summary', {}).openRequests).toBe(1)
    expect(loopback.read('home.attention', {}).openRequests.total).toBe(1)
  })
})

describe('a reminder', () => {
  test('comes a week after sending, can be put off, and is due on its day', async () => {
    const id = await make()
    await handOver(id)
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    expect(detail(id).remindOn).toBe('2026-12-01')
    expect(loopback.read('request.list', { isDue: true }).total).toBe(0)
    now = new Date(2026, 11, 1, 8)
    expect(loopback.read('request.list', { isDue: true }).rows.map((row) => row.id)).toEqual([id])
    await loopback.run('request.schedule', { requestIds: [id], remindOn: '2026-12-04' })
    expect(loopback.read('request.list', { isDue: true }).total).toBe(0)
    await loopback.run('undo.last', {})
    expect(detail(id).remindOn).toBe('2026-12-01')
    await loopback.run('request.schedule', { requestIds: [id], remindOn: null })
    expect(detail(id).remindOn).toBeNull()
    expect(detail(id).events.at(-1)).toMatchObject({ kind: 'scheduled', note: null })
  })

  test('is set for no request that awaits nothing', async () => {
    const id = await make()
    expect(
      await refusal(loopback.run('request.schedule', { requestIds: [id], remindOn: '2026-12-04' })),
    ).toMatchObject({ code: 'REQUEST_CANNOT_MOVE' })
  })

  test('is a mail of its own for each of a batch, with the very link and the day it was asked', async () => {
    const ids = [await make('华联', 'it@hualian.cn'), await make('长江', 'it@changjiang.cn')]
    await loopback.run('invitation.save-drafts', { requestIds: ids, content: 'invitation' })
    await loopback.run('request.move', { requestIds: ids, to: 'sent' })
    now = new Date(2026, 11, 8, 9)
    const { drafts } = await loopback.run('invitation.save-drafts', {
      requestIds: ids,
      content: 'reminder',
    })
    expect(drafts.map(({ fileName }) => fileName)).toEqual(['提醒 华联.eml', '提醒 长江.eml'])
    const mails = await Promise.all(
      loopback.savedFiles.slice(2).map(async ({ bytes }) => PostalMime.parse(bytes)),
    )
    expect(mails.map(({ to }) => to?.map(({ address }) => address))).toEqual([
      ['it@hualian.cn'],
      ['it@changjiang.cn'],
    ])
    for (const mail of mails) {
      expect(mail.text?.split(link)).toHaveLength(2)
      expect(mail.text).toContain('2026-11-24')
      expect(mail.subject).toContain('提醒')
    }
    // Written is not sent: the user says so.
    expect(ids.map((id) => detail(id).state)).toEqual(['sent', 'sent'])
    await loopback.run('request.move', { requestIds: ids, to: 'reminded' })
    expect(detail(ids[0] ?? '')).toMatchObject({
      state: 'reminded',
      reminderCount: 1,
      remindOn: '2026-12-15',
    })
  })

  test('is written for no request that awaits nothing, and then for none of the batch', async () => {
    const ids = [await make('华联'), await make('长江')]
    await handOver(ids[0] ?? '')
    expect(
      await refusal(loopback.run('invitation.save-drafts', { requestIds: ids, content: 'reminder' })),
    ).toMatchObject({ code: 'REQUEST_CANNOT_MOVE' })
    expect(loopback.savedFiles).toEqual([])
  })
})

describe('a request whose link asks for granular privileges', () => {
  const granular =
    'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/3b33e682-00c3-41ee-9dd2-a548adf56438-3b33e682-00c3-41ee-9dd2-a548adf56439'

  test('has the documented states, and is gone 90 days after it was sent', async () => {
    await loopback.run('account.update', { accountId, link: granular, cloud: 'global' })
    const id = await make()
    await handOver(id)
    expect(await refusal(loopback.run('request.move', { requestIds: [id], to: 'sent' }))).toMatchObject({
      code: 'REQUEST_CANNOT_MOVE',
    })
    await loopback.run('request.move', { requestIds: [id], to: 'approval-pending' })
    expect(detail(id)).toMatchObject({ kind: 'granular', expiresOn: '2027-02-22' })
    const { dataFolder } = loopback
    const restart = (at: Date) => {
      loopback.application.close()
      now = at
      loopback = createLoopback({ clock: () => now, dataFolder })
    }
    restart(new Date(2027, 1, 22, 9))
    expect(detail(id).state).toBe('approval-pending')
    restart(new Date(2027, 1, 23, 9))
    expect(detail(id)).toMatchObject({ state: 'expired', remindOn: null, expiresOn: null })
    expect(detail(id).events.at(-1)).toMatchObject({ toState: 'expired', evidence: { source: 'rule' } })
  })

  test('serves one request only', async () => {
    await loopback.run('account.update', { accountId, link: granular, cloud: 'global' })
    await make()
    expect(await refusal(make('另一'))).toMatchObject({ code: 'LINK_SPENT' })
  })
})

describe('the ways out', () => {
  test('hand a short mail to the mail program, and never a cut one', async () => {
    const id = await make()
    const opened = await loopback.run('invitation.mail-program', { requestId: id })
    expect(opened).toMatchObject({ isOpened: true, limit: 32_000 })
    expect(loopback.mails).toEqual([opened.address])
    expect(decodeURIComponent(opened.address).split(link)).toHaveLength(2)
    await loopback.run('request.update', { requestId: id, text: '长'.repeat(4_000) })
    expect(await refusal(loopback.run('invitation.mail-program', { requestId: id }))).toMatchObject({
      code: 'MAILTO_TOO_LONG',
      data: { limit: 32_000 },
    })
    expect(loopback.mails).toHaveLength(1)
  })

  test('copy a few lines for a chat, the link alone on the last', async () => {
    const id = await make()
    const { text } = await loopback.run('invitation.chat', { requestId: id })
    expect(text.split('\n').at(-1)).toBe(link)
    expect(text.split(link)).toHaveLength(2)
    expect(loopback.clipboard).toEqual([{ text, html: null }])
    expect(detail(id).events.at(-1)).toMatchObject({ kind: 'exported', format: 'chat-copy' })
    expect(requestStates).toContain(detail(id).state)
  })
})

test.each(['zh-CN', 'en'] as const)(
  'a granular request speaks of no reseller relationship in %s',
  async (language) => {
    const granular =
      'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/3b33e682-00c3-41ee-9dd2-a548adf56438-3b33e682-00c3-41ee-9dd2-a548adf56439'
    await loopback.run('account.update', { accountId, link: granular, cloud: 'global' })
    const prospect = { name: 'Contoso', email: 'it@contoso.cn' }
    const { id } = await loopback.run('request.create', { accountId, prospect, language })
    const { subject, text } = detail(id)
    expect(subject + text).not.toMatch(/reseller|经销商/i)
    expect(text).toMatch(/GDAP/)
    const chat = await loopback.run('invitation.chat', { requestId: id })
    expect(chat.text).not.toMatch(/reseller|经销商/i)
  },
)
