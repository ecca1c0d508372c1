import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import {
  contoso,
  csv,
  customersFile,
  fabrikam,
  line,
  reconciliationFile,
  textFile,
} from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
const damaged = 'Tailspin \uFFFD'
const subscription = (digit: string) => `b1b2c3d4-0000-4000-8000-00000000000${digit}`
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    customersFile([
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [fabrikam, 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller', ''],
    ]),
  )
})
afterEach(() => loopback.close())

const absent = () =>
  loopback
    .read('customer.list', { accountId, ...page })
    .rows.filter(({ absentSince }) => absentSince !== null)
    .map(({ name }) => name)
const diffOf = (previewId: string, kind: 'customers' | 'subscriptions') =>
  loopback.read('import.diff', { previewId, kind, change: 'absent', ...page })

/** Previews a customer list and says that it is all of it. */
async function fullList(...rows: readonly (readonly string[])[]) {
  const preview = await previewFile(loopback, accountId, customersFile(rows))
  await loopback.run('import.declare', { previewId: preview.previewId, isFullList: true })
  return preview
}

describe('a row of a full list that is not taken', () => {
  test('keeps the customer of its tenant id in the list', async () => {
    const { previewId, rejected, customers, unnamedCount } = await fullList(
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [fabrikam.toUpperCase(), damaged, 'fabrikam.cn', 'Cloud Reseller', ''],
    )
    expect(rejected).toMatchObject([{ row: 3, reason: 'TEXT_DAMAGED' }])
    expect({ absent: customers.absent, unnamedCount }).toEqual({ absent: 0, unnamedCount: 0 })
    expect(diffOf(previewId, 'customers')).toEqual({ total: 0, rows: [] })
    await loopback.run('import.apply', { previewId })
    expect(absent()).toEqual([])
  })

  test.each([
    ['its domain', '1.2346E+15', 'Fabrikam AG', 'fabrikam.cn'],
    ['its name', '1.2346E+15', 'FABRIKAM', ''],
  ])('keeps the customer of %s there, where its id cannot be read', async (_, id, name, domain) => {
    const { previewId, unnamedCount } = await fullList(
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [id, name, domain, 'Cloud Reseller', ''],
    )
    expect(unnamedCount).toBe(0)
    await loopback.run('import.apply', { previewId })
    expect(absent()).toEqual([])
  })

  test('lets nothing be concluded where it does not say who it is, before the user has said otherwise', async () => {
    const rows = [
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      ['1.2346E+15', 'Northwind', 'northwind.cn', 'Cloud Reseller', ''],
    ] as const
    const first = await fullList(...rows)
    expect(first).toMatchObject({ unnamedCount: 1, ignoresUnnamed: false, customers: { absent: 1 } })
    expect(diffOf(first.previewId, 'customers').rows).toMatchObject([{ title: 'Fabrikam', isSelected: null }])
    await loopback.run('import.apply', { previewId: first.previewId })
    expect(absent()).toEqual([])

    const { previewId } = await fullList(...rows)
    await loopback.run('import.declare', { previewId, isFullList: true, ignoresUnnamed: true })
    expect(loopback.read('import.staged', { previewId })).toMatchObject({
      unnamedCount: 1,
      ignoresUnnamed: true,
    })
    await loopback.run('import.apply', { previewId })
    expect(absent()).toEqual(['Fabrikam'])
    // The next file is judged anew.
    expect((await fullList(...rows)).ignoresUnnamed).toBe(false)
  })

  test('with a cell too few is about a customer only if that one is known', async () => {
    const known = await fullList([contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''], [fabrikam, 'Fabr'])
    expect(known).toMatchObject({ unnamedCount: 0, customers: { absent: 0 } })
    const unknown = await fullList(
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      ['a1b2c3d4-0000-4000-8000-00000000000e', 'Northwind'],
    )
    expect(unknown).toMatchObject({ unnamedCount: 1, customers: { absent: 1 } })
  })

  test('with rows inside a stray quotation mark names nobody', async () => {
    const text = [
      'Microsoft ID,Company name,Primary domain name,Relationship',
      `${contoso},Contoso,contoso.cn,Cloud Reseller`,
      `${fabrikam},"Fabrikam`,
      'a1b2c3d4-0000-4000-8000-00000000000e,Northwind"s,northwind.cn,Cloud Reseller',
    ].join('\r\n')
    const preview = await previewFile(loopback, accountId, textFile('Customers.csv', text))
    expect(preview.rejected).toMatchObject([{ reason: 'QUOTE_STRAY' }])
    expect(preview).toMatchObject({ unnamedCount: 1 })
  })

  test('and is the only one leaves everybody in the list', async () => {
    await fullList([contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''])
    const preview = await previewFile(
      loopback,
      accountId,
      customersFile([[contoso, damaged, 'contoso.cn', 'Cloud Reseller', '']]),
    )
    expect(preview).toMatchObject({ isFullList: true, unnamedCount: 0 })
    await loopback.run('import.apply', { previewId: preview.previewId })
    expect(absent()).toEqual([])
  })

  test('keeps a subscription there by its id, and leaves its end alone', async () => {
    const lines = ['a', 'b', 'c'].map((digit) =>
      line({ SyndicationPartnerSubscriptionNumber: subscription(digit) }),
    )
    await importFile(loopback, accountId, reconciliationFile(lines))
    const broken = [lines[0] ?? {}, { ...lines[1], Quantity: 'many' }]
    const { previewId, ...read } = await previewFile(loopback, accountId, reconciliationFile(broken))
    expect(read).toMatchObject({ listKind: 'subscriptions', unnamedCount: 0, subscriptions: { absent: 1 } })
    expect(diffOf(previewId, 'subscriptions').rows).toMatchObject([
      { detail: expect.stringContaining(subscription('c')) as string },
    ])
    const total = await previewFile(
      loopback,
      accountId,
      reconciliationFile([...broken, { OfferName: 'Total', Quantity: '75' }]),
    )
    expect(total).toMatchObject({ unnamedCount: 1, subscriptions: { absent: 1 } })
  })

  test('is told by the customer the user has named for it before', async () => {
    const mapping = (['customerName', 'country', 'delegatedPrivileges'] as const).map((fact, column) => ({
      fact,
      column,
    }))
    const read = async (privileges: string) =>
      loopback.run(
        'import.preview',
        { accountId, mapping },
        textFile(
          'names.csv',
          csv([
            ['who', 'where', 'dap'],
            ['Fabrikamm', 'CN', privileges],
          ]),
        ),
      )
    const first = await read('yes')
    const previewId = first.step === 'changes' ? first.previewId : ''
    const customerId =
      loopback.read('customer.list', { accountId, ...page }).rows.find(({ name }) => name === 'Fabrikam')
        ?.id ?? ''
    await loopback.run('import.identify', { previewId, answer: { kind: 'customer', customerId } })
    await loopback.run('import.apply', { previewId })
    expect(await read('perhaps')).toMatchObject({ rejectedCount: 1, unnamedCount: 0 })
  })
})
