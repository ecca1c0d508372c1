import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createReminders } from '#main/reminders.ts'
import type { Store } from '#main/store/store.ts'
import { openStore } from '#main/store/store.ts'
import { makeAccount } from '#test/support/fixtures.ts'
import { createLoopback } from '#test/support/loopback.ts'

let dataFolder: string
let store: Store
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'reminders-test-'))
  const loopback = createLoopback({ dataFolder, clock: () => new Date(2026, 10, 24, 9) })
  const accountId = await makeAccount(loopback)
  for (const name of ['华联', '长江']) {
    const prospect = { name, email: 'it@hualian.cn' }
    const { id } = await loopback.run('request.create', { accountId, prospect, language: 'zh-CN' })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    await loopback.run('request.schedule', {
      requestIds: [id],
      remindOn: name === '华联' ? '2026-11-25' : '2026-11-26',
    })
  }
  loopback.close()
  store = openStore({ dataFolder })
})
afterEach(() => {
  store.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

function over(isWanted: boolean) {
  const state = { day: '2026-11-24' }
  const notices: string[] = []
  const remind = createReminders({
    reader: store.reader,
    showNotice: ({ title, body }) => notices.push(`${title} | ${body}`),
    isWanted: () => isWanted,
    today: () => state.day,
    language: () => 'en',
  })
  return { state, notices, remind }
}

test('due reminders are told once a day, by their number and by nobody’s name', () => {
  const { state, notices, remind } = over(true)
  remind()
  expect(notices).toEqual([])
  state.day = '2026-11-25'
  remind()
  remind()
  state.day = '2026-11-26'
  remind()
  expect(notices).toEqual([
    'Time to ask again | Requests to ask about again: 1',
    'Time to ask again | Requests to ask about again: 2',
  ])
})

test('nobody is told who has not asked for it', () => {
  const { state, notices, remind } = over(false)
  state.day = '2026-12-01'
  remind()
  expect(notices).toEqual([])
})
