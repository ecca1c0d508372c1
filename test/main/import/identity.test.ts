import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { makeAccount, importFile, refusal } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, csv, customersFile, fabrikam, textFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const other = 'a1b2c3d4-0000-4000-8000-00000000000f'
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const customers = () => loopback.read('customer.list', { accountId, ...page }).rows
const idOf = (tenantId: string) => customers().find((row) => row.tenantId === tenantId)?.id ?? ''
const listed = async (...rows: readonly (readonly string[])[]) =>
  importFile(loopback, accountId, customersFile(rows.map((row) => [...row, 'Cloud Reseller', ''])))

/** Previews a table of which the columns are told. */
async function preview(facts: readonly FileFact[], ...rows: readonly (readonly string[])[]) {
  const reply = await loopback.run(
    'import.preview',
    { accountId, mapping: facts.map((fact, column) => ({ fact, column })) },
    textFile('names.csv', csv([facts.map((fact) => `my ${fact}`), ...rows])),
  )
  if (reply.step !== 'changes') {
    throw new Error(`asked for ${reply.step}`)
  }
  return reply
}
const questions = (previewId: string) => loopback.read('import.questions', { previewId, ...page }).rows
const seats = ['customerName', 'subscriptionId', 'offer', 'quantity'] as const

describe('a row with no more than a name', () => {
  test('is not taken for the customer of that name before the user has said so', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const reply = await preview(seats, ['CONTOSO', 's1', 'E3', '5'])
    expect(reply).toMatchObject({
      customers: { added: 0, changed: 0 },
      subscriptions: { added: 0, changed: 0 },
      identity: { asked: 1, open: 1, leftOut: 0 },
    })
    expect(questions(reply.previewId)).toMatchObject([
      {
        name: 'CONTOSO',
        subscriptionCount: 1,
        candidates: [
          { customerId: idOf(contoso), domain: 'contoso.cn', tenantId: contoso, reason: 'same-name' },
        ],
        canBeNew: true,
        suggestion: { kind: 'customer', customerId: idOf(contoso) },
        answer: null,
      },
    ])
    await loopback.run('import.apply', { previewId: reply.previewId })
    expect(loopback.read('subscription.list', { accountId, ...page }).total).toBe(0)
    expect(customers().map(({ name }) => name)).toEqual(['Contoso'])
  })

  test('goes to the customer it is said to be, whose name stays as it was, and is known from then on', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const reply = await preview(seats, ['CONTOSO', 's1', 'E3', '5'])
    await loopback.run('import.identify', { previewId: reply.previewId, answer: { kind: 'suggested' } })
    expect(loopback.read('import.staged', { previewId: reply.previewId })).toMatchObject({
      customers: { added: 0, changed: 0, unchanged: 1 },
      subscriptions: { added: 1 },
      identity: { asked: 1, open: 0, leftOut: 0 },
    })
    await loopback.run('import.apply', { previewId: reply.previewId })
    expect(customers()).toMatchObject([{ name: 'Contoso', tenantId: contoso, subscriptionCount: 1 }])
    const next = await preview(seats, ['contoso', 's1', 'E3', '9'])
    expect(next).toMatchObject({ subscriptions: { changed: 1 }, identity: { asked: 1, open: 0 } })
    expect(questions(next.previewId)).toMatchObject([
      { answeredBy: 'earlier-file', answer: { kind: 'customer', customerId: idOf(contoso) } },
    ])
  })

  test('is asked about without a suggestion where two customers share the name', async () => {
    await listed([contoso, 'Contoso', 'a.cn'], [fabrikam, 'Contoso', 'b.cn'])
    const reply = await preview(seats, ['Contoso', 's1', 'E3', '5'])
    const [question] = questions(reply.previewId)
    expect(question?.candidates.map(({ domain }) => domain)).toEqual(['a.cn', 'b.cn'])
    expect(question?.suggestion).toBeNull()
    const { previewId } = reply
    expect(await loopback.run('import.identify', { previewId, answer: { kind: 'suggested' } })).toEqual({
      open: 1,
    })
    const key = question?.key ?? ''
    const answer = { kind: 'customer', customerId: idOf(fabrikam) } as const
    expect(await loopback.run('import.identify', { previewId, keys: [key], answer })).toEqual({ open: 0 })
    await loopback.run('import.apply', { previewId })
    expect(customers().find(({ tenantId }) => tenantId === fabrikam)?.subscriptionCount).toBe(1)
  })

  test('becomes a customer of its own where the user says so, also of a name that exists', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const { previewId } = await preview(['customerName', 'country'], ['Contoso', 'CN'])
    await loopback.run('import.identify', { previewId, answer: { kind: 'new' } })
    await loopback.run('import.apply', { previewId })
    expect(customers().map(({ tenantId }) => tenantId)).toEqual([contoso, null])
    expect(await preview(['customerName', 'country'], ['Contoso', 'CN'])).toMatchObject({
      customers: { added: 0, changed: 0, unchanged: 1 },
      identity: { open: 0 },
    })
  })

  test('is left out where the user says so, and listed as such', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const { previewId } = await preview(seats, ['Contoso', 's1', 'E3', '5'], ['Northwind', 's2', 'E3', '5'])
    await loopback.run('import.identify', { previewId, answer: { kind: 'leave-out' } })
    expect(loopback.read('import.staged', { previewId })).toMatchObject({
      customers: { added: 1 },
      identity: { asked: 1, open: 0, leftOut: 1 },
    })
    await loopback.run('import.apply', { previewId })
    expect(loopback.read('import.list', page).rows[0]).toMatchObject({ leftOutCount: 1 })
    expect(loopback.read('subscription.list', { accountId, ...page }).rows.map(({ id }) => id)).toEqual([
      's2',
    ])
    // It is asked about again: leaving a row out is no word on who it is.
    expect(await preview(seats, ['Contoso', 's1', 'E3', '5'])).toMatchObject({ identity: { open: 1 } })
  })

  test('of a customer known by nothing else needs no answer', async () => {
    await importNames('Northwind')
    expect(await preview(['customerName', 'country'], ['northwind', 'CN'])).toMatchObject({
      customers: { added: 0 },
      identity: { asked: 0 },
    })
  })

  test('asks when a customer with a tenant id has come to share that name', async () => {
    await importNames('Northwind')
    await listed([contoso, 'Northwind', 'northwind.cn'])
    const [question] = questions((await preview(['customerName', 'country'], ['Northwind', 'CN'])).previewId)
    expect(question).toMatchObject({ canBeNew: false, suggestion: null, answer: null })
    expect(question?.candidates).toHaveLength(2)
  })

  test('of a name only like another’s is suggested to be somebody new', async () => {
    await listed([contoso, '厦门云帆科技有限公司', 'yunfan.cn'])
    const { previewId } = await preview(['customerName', 'country'], ['厦门云帆科技', 'CN'])
    expect(questions(previewId)).toMatchObject([
      { candidates: [{ reason: 'near-name' }], suggestion: { kind: 'new' }, answer: null },
    ])
  })

  test('whose subscription is known is suggested to be the customer that has it', async () => {
    await listed([contoso, 'Contoso', 'a.cn'], [fabrikam, 'Contoso', 'b.cn'])
    const first = await preview(
      ['customerId', 'customerName', ...seats.slice(1)],
      [fabrikam, 'Contoso', 's1', 'E3', '5'],
    )
    await loopback.run('import.apply', { previewId: first.previewId })
    const [question] = questions((await preview(seats, ['Contoso', 's1', 'E3', '8'])).previewId)
    expect(question).toMatchObject({
      candidates: [{ reason: 'same-subscription' }, { reason: 'same-name' }],
      suggestion: { kind: 'customer', customerId: idOf(fabrikam) },
    })
  })

  test('and with subscriptions known of the only customer of that name is that one, which is shown', async () => {
    await listed([contoso, 'Contoso', 'a.cn'])
    const facts = ['customerId', 'customerName', ...seats.slice(1)] as const
    const first = await preview(facts, [contoso, 'Contoso', 's1', 'E3', '5'])
    await loopback.run('import.apply', { previewId: first.previewId })
    const next = await preview(seats, ['Contoso', 's1', 'E3', '8'])
    expect(next).toMatchObject({ identity: { asked: 1, open: 0 }, subscriptions: { changed: 1 } })
    expect(questions(next.previewId)).toMatchObject([{ answeredBy: 'subscriptions' }])
  })

  async function importNames(...names: readonly string[]) {
    const { previewId } = await preview(['customerName', 'country'], ...names.map((name) => [name, 'CN']))
    await loopback.run('import.apply', { previewId })
  }
})

describe('a row with a domain', () => {
  test('is the only customer of that domain, without being asked about, also where it has no name', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const { previewId, identity } = await preview(
      ['domain', 'subscriptionId', 'offer'],
      ['contoso.cn', 's1', 'E3'],
      ['elsewhere.cn', 's2', 'E3'],
    )
    expect(identity.asked).toBe(0)
    expect(loopback.read('import.rejected', { previewId, ...page }).rows).toMatchObject([
      { reason: 'CUSTOMER_UNKNOWN' },
    ])
    await loopback.run('import.apply', { previewId })
    expect(customers()).toMatchObject([{ name: 'Contoso', tenantId: contoso, subscriptionCount: 1 }])
  })

  test('is asked about where two customers have it, or where it is new and the name is not', async () => {
    await listed([contoso, 'Contoso', 'shared.cn'], [fabrikam, 'Fabrikam', 'shared.cn'])
    const facts = ['customerName', 'domain'] as const
    expect(questions((await preview(facts, ['Contoso', 'shared.cn'])).previewId)).toMatchObject([
      { candidates: [{ reason: 'same-domain' }, { reason: 'same-domain' }], suggestion: null },
    ])
    expect(questions((await preview(facts, ['Contoso', 'new.cn'])).previewId)).toMatchObject([
      { candidates: [{ reason: 'same-name', tenantId: contoso }] },
    ])
  })
})

describe('the answers', () => {
  test('are undone with the import, to the row', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const { previewId } = await preview(seats, ['Contoso', 's1', 'E3', '5'])
    const before = logicalDump(loopback.dataFolder)
    await loopback.run('import.identify', { previewId, answer: { kind: 'suggested' } })
    await loopback.run('import.apply', { previewId })
    await loopback.run('import.undo', {})
    await loopback.settled()
    expect(logicalDump(loopback.dataFolder)).toEqual(before)
    expect(await preview(seats, ['Contoso', 's1', 'E3', '5'])).toMatchObject({ identity: { open: 1 } })
  })

  test('stay when the portfolio moves on before the import is applied', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'])
    const { previewId } = await preview(seats, ['Contoso', 's1', 'E3', '5'])
    await loopback.run('import.identify', { previewId, answer: { kind: 'suggested' } })
    await listed([contoso, 'Contoso', 'contoso.cn'], [other, 'Contoso', 'other.cn'])
    await loopback.run('import.apply', { previewId })
    expect(customers().map(({ tenantId, subscriptionCount }) => [tenantId, subscriptionCount])).toEqual([
      [contoso, 1],
      [other, 0],
    ])
  })

  test('go with a customer that is merged into another', async () => {
    await listed([contoso, 'Contoso', 'a.cn'], [fabrikam, 'Fabrikam', 'b.cn'])
    const { previewId } = await preview(seats, ['Contoso', 's1', 'E3', '5'])
    await loopback.run('import.identify', { previewId, answer: { kind: 'suggested' } })
    await loopback.run('import.apply', { previewId })
    await loopback.run('customer.merge', { customerId: idOf(fabrikam), absorbedId: idOf(contoso) })
    const next = await preview(seats, ['Contoso', 's1', 'E3', '6'])
    expect(questions(next.previewId)).toMatchObject([
      { answeredBy: 'earlier-file', answer: { kind: 'customer', customerId: idOf(fabrikam) } },
    ])
  })

  test('can be changed, taken back, and name a customer nothing speaks for', async () => {
    await listed([contoso, 'Contoso', 'a.cn'], [fabrikam, 'Fabrikam', 'b.cn'])
    const { previewId } = await preview(seats, ['Contoso', 's1', 'E3', '5'])
    const say = async (answer: Parameters<typeof loopback.run<'import.identify'>>[1]['answer']) =>
      loopback.run('import.identify', { previewId, keys: [questions(previewId)[0]?.key ?? ''], answer })
    await say({ kind: 'customer', customerId: idOf(fabrikam) })
    expect(questions(previewId)).toMatchObject([
      { name: 'Contoso', candidates: [{ reason: 'same-name' }, { name: 'Fabrikam', reason: null }] },
    ])
    await say({ kind: 'new' })
    expect(loopback.read('import.staged', { previewId }).customers).toMatchObject({ added: 1 })
    expect(await say({ kind: 'open' })).toEqual({ open: 1 })
    expect(loopback.read('import.staged', { previewId }).customers).toMatchObject({ added: 0 })
    expect(await refusal(say({ kind: 'customer', customerId: accountId }))).toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    })
  })

  test('lacking, nothing is concluded from what a full list does not name', async () => {
    await listed([contoso, 'Contoso', 'contoso.cn'], [fabrikam, 'Fabrikam', 'b.cn'])
    const { previewId } = await preview(['customerName', 'country'], ['Contoso', 'CN'])
    await loopback.run('import.declare', { previewId, isFullList: true })
    await loopback.run('import.apply', { previewId })
    expect(customers().map(({ absentSince }) => absentSince)).toEqual([null, null])
  })
})

test('an order of dates is remembered for tables of the same header, shown, and can be forgotten', async () => {
  const table = csv([
    ['my domain', 'my id', 'my offer', 'my end'],
    ['contoso.cn', 's1', 'E3', '2/3/2027'],
  ])
  const file = textFile('dates.csv', table)
  const mapping = (['customerName', 'subscriptionId', 'offer', 'endDate'] as const).map((fact, column) => ({
    fact,
    column,
  }))
  const read = async (choice: { readonly dateOrder?: 'day-first' | 'month-first' | 'none' }) => {
    const reply = await loopback.run('import.preview', { accountId, mapping, ...choice }, file)
    return reply.step === 'changes' ? [reply.dateOrder, reply.rejectedCount] : []
  }
  expect(await read({})).toEqual([null, 1])
  expect(await read({ dateOrder: 'day-first' })).toEqual(['day-first', 0])
  expect(await read({})).toEqual(['day-first', 0])
  expect(await read({ dateOrder: 'month-first' })).toEqual(['month-first', 0])
  expect(await read({})).toEqual(['month-first', 0])
  expect(await read({ dateOrder: 'none' })).toEqual([null, 1])
  expect(await read({})).toEqual([null, 1])
})
