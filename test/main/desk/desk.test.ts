import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands, views } from '#shared/contract/contract.ts'
import { runDesk } from '#main/desk/run-desk.ts'
import { openStore } from '#main/store/store.ts'
import { link } from '#test/support/fixtures.ts'
import { toGb18030 } from '#test/support/gb18030.ts'
import { startReaderInProcess } from '#test/support/in-process-reader.ts'
import { contoso, csv, customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function desk(args: readonly string[], input = '') {
  let out = ''
  let error = ''
  const code = await runDesk({
    arguments: args,
    stdin: Readable.from([input]),
    writeOut: (text) => {
      out += text
    },
    writeError: (text) => {
      error += text
    },
    workingFolder: folder,
    startReader: startReaderInProcess,
    version: '0.0.0-test',
    patienceMs: 0,
  })
  const lines = out.trimEnd().split('\n')
  return {
    code,
    out,
    error,
    lines,
    replies: () =>
      lines.map((each) => JSON.parse(each) as { ok: boolean; value: never; error: { code: string } }),
  }
}

const one = (name: string, input: unknown, ...rest: string[]) =>
  desk(['--data', 'data', name, JSON.stringify(input), ...rest])
const value = async (name: string, input: unknown, ...rest: string[]) => {
  const { code, replies } = await one(name, input, ...rest)
  expect(code).toBe(0)
  return replies()[0]?.value as unknown as { readonly [key: string]: unknown }
}

const account = {
  companyName: '晨星',
  cloud: '21vianet',
  kind: 'direct',
  link,
  senderName: 'Lin',
  senderEmail: 'lin@c.example',
}

describe('desk', () => {
  test('list prints every command and view with its schemas', async () => {
    const { code, out } = await desk(['list'])
    const entries = JSON.parse(out) as {
      name: string
      kind: string
      input: { type: string }
      output: object
    }[]
    expect(code).toBe(0)
    expect(entries.map(({ name }) => name).sort()).toEqual(
      [...Object.keys(commands), ...Object.keys(views)].sort(),
    )
    expect(entries.find(({ name }) => name === 'account.create')).toMatchObject({
      kind: 'command',
      input: { type: 'object', required: ['companyName', 'cloud', 'kind'] },
    })
    expect(entries.find(({ name }) => name === 'customer.list')).toMatchObject({
      kind: 'view',
      output: { type: 'object' },
    })
  })

  test.each([
    [[]],
    [['account.list']],
    [['--data', 'd']],
    [['--data']],
    [['--data', 'd', 'account.list', '{not json']],
    [['--data', 'd', 'account.list', '{}', 'more']],
    [['--data', 'd', 'run', '{}']],
    [['--nonsense', 'd', 'account.list']],
    [['list', 'more']],
  ])('%j is wrong usage: exit 2, help on standard error, nothing on standard output', async (args) => {
    const { code, out, error } = await desk(args)
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain('Usage:')
  })

  test('the whole job, one process per step: account, import, request, .eml, ledger', async () => {
    const { id: accountId } = await value('account.create', account)
    writeFileSync(join(folder, 'recon.csv'), reconciliationFile([line(), line({ Quantity: 'x' })]).bytes)
    const preview = await value('import.preview', { accountId }, '--file', 'recon.csv')
    expect(preview).toMatchObject({
      shape: 'reconciliation-21vianet',
      encoding: 'utf-8',
      customers: { added: 1 },
      rejectedCount: 1,
    })
    const { previewId } = preview
    expect(await value('import.rejected', { previewId })).toMatchObject({
      rows: [{ row: 3, reason: 'QUANTITY_INVALID' }],
    })
    await value('import.apply', { previewId })
    const list = await value('customer.list', { search: '华联', offset: 0, limit: 10 })
    const customerId = (list['rows'] as { id: string }[])[0]?.id
    const { id: requestId } = await value('request.create', {
      accountId,
      customerId,
      language: 'zh-CN',
      recipients: ['it@hualian.cn'],
    })
    const exported = await value('request.export', { requestId, format: 'eml' }, '--out', 'invitation.eml')
    expect(exported).toMatchObject({ fileName: 'invitation.eml', fileHandle: null })
    const mail = await PostalMime.parse(readFileSync(join(folder, 'invitation.eml')))
    const ledger = await value('request.list', { offset: 0, limit: 10 })
    expect(ledger['rows']).toMatchObject([
      { state: 'exported', subject: mail.subject, recipients: ['it@hualian.cn'], link },
    ])
    expect(mail.text).toContain(link)
  })

  test('an unknown table with options, its questions answered, applied and undone, one process per step', async () => {
    const { id: accountId } = await value('account.create', account)
    writeFileSync(
      join(folder, 'Customers.csv'),
      customersFile([[contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', '']]).bytes,
    )
    const known = await value('import.preview', { accountId }, '--file', 'Customers.csv')
    await value('import.apply', { previewId: known['previewId'] })
    const table = csv(
      [
        ['谁', '号', '什么', '几个', '到哪天'],
        ['CONTOSO', 's1', 'E3', '5', '2/3/2027'],
        ['法布瑞康', 's2', 'E3', '7', '12/3/2027'],
      ],
      ';',
    )
    writeFileSync(join(folder, '席位.txt'), toGb18030(table))
    const asked = await value('import.preview', { accountId }, '--file', '席位.txt')
    expect(asked).toMatchObject({
      step: 'mapping',
      encoding: 'gb18030',
      header: ['谁', '号', '什么', '几个', '到哪天'],
    })
    const mapping = ['customerName', 'subscriptionId', 'offer', 'quantity', 'endDate'].map(
      (fact, column) => ({
        fact,
        column,
      }),
    )
    const options = { accountId, mapping, delimiter: ';', encoding: 'gb18030', dateOrder: 'day-first' }
    const preview = await value('import.preview', options, '--file', '席位.txt')
    const { previewId } = preview
    expect(preview).toMatchObject({
      step: 'changes',
      shape: 'mapped',
      rejectedCount: 0,
      identity: { asked: 1, open: 1, leftOut: 0 },
    })
    const questions = await value('import.questions', { previewId })
    expect(questions['rows']).toMatchObject([{ name: 'CONTOSO', candidates: [{ tenantId: contoso }] }])
    expect(await value('import.identify', { previewId, answer: { kind: 'suggested' } })).toEqual({ open: 0 })
    await value('import.apply', { previewId })
    const subscriptions = async () =>
      ((await value('subscription.list', { accountId }))['rows'] as { id: string; endDate: string }[])
        .map(({ id, endDate }) => [id, endDate])
        .toSorted()
    expect(await subscriptions()).toEqual([
      ['s1', '2027-03-02'],
      ['s2', '2027-03-12'],
    ])
    // The columns and the order of its dates are known from now on.
    expect(await value('import.preview', { accountId }, '--file', '席位.txt')).toMatchObject({
      step: 'changes',
      dateOrder: 'day-first',
      subscriptions: { unchanged: 2 },
    })
    await value('import.undo', {})
    expect(await subscriptions()).toEqual([])
  })

  test('a refusal is one line of JSON and exit 1', async () => {
    const { code, lines, replies } = await one('customer.detail', { customerId: 'none' })
    expect([code, lines.length]).toEqual([1, 1])
    expect(replies()).toMatchObject([{ ok: false, error: { code: 'CUSTOMER_NOT_FOUND' } }])
  })

  test('says which file is missing, and which option names it', async () => {
    const { id: accountId } = await value('account.create', account)
    expect((await one('import.preview', { accountId })).replies()).toMatchObject([
      { error: { code: 'FILE_REQUIRED', data: { option: 'file' } } },
    ])
    expect((await one('import.preview', { accountId }, '--file', 'none.csv')).replies()).toMatchObject([
      { error: { code: 'FILE_NOT_FOUND' } },
    ])
    expect((await one('import.preview', { accountId }, '--file', '.')).replies()).toMatchObject([
      { error: { code: 'FILE_NOT_READABLE' } },
    ])
  })

  test('run answers each line in order, and goes on after a bad one', async () => {
    const requests = [
      { name: 'account.create', input: account },
      { name: 'nope' },
      { name: 'account.list' },
    ].map((request) => JSON.stringify(request))
    const { code, replies } = await desk(
      ['--data', 'data', 'run'],
      [requests[0], 'not json', '', '[]', ...requests.slice(1)].join('\n'),
    )
    expect(code).toBe(0)
    expect(replies().map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'ok',
      'INVALID_INPUT',
      'INVALID_INPUT',
      'UNKNOWN_NAME',
      'ok',
    ])
  })

  test('does not write beside a program that has the data open', async () => {
    const store = openStore({ dataFolder: join(folder, 'data') })
    const { code, replies } = await one('account.list', {})
    expect([code, replies()[0]?.error.code]).toEqual([1, 'DATA_IN_USE'])
    store.close()
  })

  test('keeps preferences between runs', async () => {
    await value('preferences.update', { language: 'zh-CN' })
    expect(await value('preferences.current', {})).toMatchObject({ language: 'zh-CN', theme: 'system' })
  })
})
