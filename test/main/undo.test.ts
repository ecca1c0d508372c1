import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, link, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const undo = () => loopback.run('undo.last', {})
const redo = () => loopback.run('undo.redo', {})
const account = () => loopback.read('account.list', {}).find(({ id }) => id === accountId)

describe('undo', () => {
  test('says that there is nothing, where there is nothing', async () => {
    expect(loopback.read('undo.state', {})).toEqual({ undo: null, redo: null })
    expect(await refusal(undo())).toMatchObject({ code: 'NOTHING_TO_UNDO' })
    expect(await refusal(redo())).toMatchObject({ code: 'NOTHING_TO_UNDO' })
  })

  test('takes back a changed account with its link, and makes it again', async () => {
    const before = account()
    await loopback.run('account.update', { accountId, companyName: '新名称', link: `${link}&x=1` })
    const after = account()
    expect(loopback.read('undo.state', {}).undo).toEqual({
      command: 'account.update',
      subject: '晨星云服务有限公司',
    })
    await undo()
    expect(account()).toEqual(before)
    await redo()
    expect(account()).toEqual(after)
  })

  test('brings back a removed account and a discarded draft with its history', async () => {
    const { id: requestId } = await loopback.run('request.create', {
      accountId,
      prospect: { name: 'P', email: 'p@q.cn' },
      language: 'en',
      recipients: [],
    })
    const draft = loopback.read('request.detail', { requestId })
    await loopback.run('request.discard', { requestId })
    const before = account()
    await loopback.run('account.remove', { accountId })
    expect(account()).toBeUndefined()
    await undo()
    expect(account()).toEqual(before)
    await undo()
    expect(loopback.read('request.detail', { requestId })).toEqual(draft)
    await redo()
    await redo()
    expect(account()).toBeUndefined()
  })

  test('takes back changes in order, and a new change ends what could be made again', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const customerId = loopback.read('customer.list', {}).rows[0]?.id ?? ''
    const notes = () => loopback.read('customer.detail', { customerId }).notes.map(({ text }) => text)
    for (const text of ['one', 'two', 'three']) {
      await loopback.run('customer.note', { customerId, text })
    }
    await undo()
    await undo()
    expect(notes()).toEqual(['one'])
    await redo()
    expect(notes()).toEqual(['two', 'one'])
    await loopback.run('customer.note', { customerId, text: 'four' })
    expect(loopback.read('undo.state', {}).redo).toBeNull()
    expect(notes()).toEqual(['four', 'two', 'one'])
  })

  test('refuses a change whose record has changed since, and steps over it', async () => {
    await loopback.run('account.update', { accountId, senderPhone: '1' })
    await loopback.run('saved-view.create', { name: 'V', definition: { list: 'customers' } })
    const [view] = loopback.read('saved-view.list', {})
    await loopback.run('saved-view.update', { savedViewId: view?.id ?? '', isPinned: true })
    await undo()
    await undo()
    expect(loopback.read('saved-view.list', {})).toEqual([])
    // Changed outside the journal, as the sample or a later version may do.
    const { DatabaseSync } = await import('node:sqlite')
    const outside = new DatabaseSync(`${loopback.dataFolder}/portfolio.db`)
    outside.exec("UPDATE partner_account SET sender_phone = '2'")
    outside.close()
    expect(await refusal(undo())).toMatchObject({ code: 'UNDO_STALE' })
    expect(loopback.read('undo.state', {}).undo).toBeNull()
    expect(account()?.senderPhone).toBe('2')
  })

  test('lasts over a restart', async () => {
    await loopback.run('account.update', { accountId, senderPhone: '42' })
    const { dataFolder } = loopback
    loopback.application.close()
    const again = createLoopback({ dataFolder })
    await again.run('undo.last', {})
    expect(again.read('account.list', {})[0]?.senderPhone).toBe('+86 21 5555 0100')
    again.close()
    loopback = createLoopback()
  })
})
