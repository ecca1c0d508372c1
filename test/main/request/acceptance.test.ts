import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string
let now: Date
beforeEach(async () => {
  now = new Date(2026, 10, 1, 9)
  loopback = createLoopback({ clock: () => now })
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const later = (day: number) => {
  now = new Date(2026, 10, day, 9)
}
async function ask(name = '上海华联贸易有限公司', email = 'it@hualian.cn'): Promise<string> {
  const { id } = await loopback.run('request.create', {
    accountId,
    prospect: { name, email },
    recipients: [email],
    language: 'zh-CN',
  })
  await loopback.run('request.copy', { requestId: id, format: 'text' })
  return id
}
const suggestions = () => loopback.read('acceptance.list', {})
const state = (requestId: string) => loopback.read('request.detail', { requestId }).state

describe('an import', () => {
  test('that lists a company asked before suggests it with its reasons, and confirms nothing by itself', async () => {
    const id = await ask()
    await ask('长江', 'it@changjiang.cn')
    later(2)
    await importFile(loopback, accountId, reconciliationFile([line()]))
    expect(suggestions()).toMatchObject([
      {
        requestId: id,
        customerName: '上海华联贸易有限公司',
        reasons: ['default-domain', 'name'],
        change: 'listed',
        fileName: 'recon.csv',
      },
    ])
    expect(state(id)).toBe('exported')
    later(3)
    await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '30' })]))
    expect(suggestions()).toHaveLength(1)
    expect(state(id)).toBe('exported')
  })

  test('from before the request is no answer', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    later(2)
    await ask()
    expect(suggestions()).toEqual([])
    later(3)
    await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '30' })]))
    expect(suggestions()).toEqual([])
  })

  test('that states the relationship of a listed customer answers a request to that customer', async () => {
    await importFile(loopback, accountId, customersFile([[contoso, '华联', 'hualian.cn', 'None', '']]))
    const [customer] = loopback.read('customer.list', { accountId }).rows
    later(2)
    const { id } = await loopback.run('request.create', {
      accountId,
      customerId: customer?.id ?? '',
      purpose: 'restore-privileges',
      language: 'zh-CN',
    })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    later(3)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '华联', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    expect(suggestions()).toMatchObject([
      { requestId: id, reasons: ['same-customer'], change: 'relationship' },
    ])
  })
})

describe('a suggestion', () => {
  test('confirmed makes the request accepted by the import’s evidence, and can be taken back', async () => {
    const id = await ask()
    await loopback.run('request.move', { requestIds: [id], to: 'sent' })
    later(2)
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const [found] = suggestions()
    const customerId = found?.customerId ?? ''
    await loopback.run('acceptance.confirm', { requestId: id, customerId })
    const detail = loopback.read('request.detail', { requestId: id })
    expect(detail).toMatchObject({ state: 'accepted', customerId, remindOn: null })
    expect(detail.events.at(-1)).toMatchObject({
      toState: 'accepted',
      evidence: { source: 'import', fileName: 'recon.csv', customerId },
    })
    expect(suggestions()).toEqual([])
    await loopback.run('undo.last', {})
    expect(state(id)).toBe('sent')
    expect(suggestions()).toHaveLength(1)
  })

  test('rejected is not made again, unless that is taken back', async () => {
    const id = await ask()
    later(2)
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const customerId = suggestions()[0]?.customerId ?? ''
    await loopback.run('acceptance.reject', { requestId: id, customerId })
    expect(suggestions()).toEqual([])
    expect(await refusal(loopback.run('acceptance.confirm', { requestId: id, customerId }))).toMatchObject({
      code: 'SUGGESTION_NOT_FOUND',
    })
    await loopback.run('undo.last', {})
    expect(suggestions()).toHaveLength(1)
  })
})

describe('before and after', () => {
  async function accept(files: () => Promise<void>): Promise<string> {
    await files()
    const [found] = suggestions()
    await loopback.run('acceptance.confirm', {
      requestId: found?.requestId ?? '',
      customerId: found?.customerId ?? '',
    })
    return found?.requestId ?? ''
  }
  const compare = (requestId: string) => loopback.read('acceptance.comparison', { requestId })

  test('says that nothing was known before, where that is so', async () => {
    await ask()
    later(2)
    const id = await accept(async () => {
      await importFile(loopback, accountId, reconciliationFile([line()]))
    })
    expect(compare(id)).toMatchObject({ before: null, beforeCount: 0, afterCount: 1, added: 1, changes: [] })
  })

  test('says that no subscription changed, seen through another portfolio of ours', async () => {
    const other = await makeAccount(loopback, { companyName: '晨星二' })
    await importFile(loopback, other, reconciliationFile([line()]))
    later(2)
    await ask()
    later(3)
    const id = await accept(async () => {
      await importFile(
        loopback,
        accountId,
        customersFile([[contoso, '上海华联贸易有限公司', 'hualian.cn', 'Cloud Reseller', '']]),
      )
    })
    expect(compare(id)).toMatchObject({ beforeCount: 1, afterCount: 1, added: 0, changes: [] })
    expect(compare(id)?.before?.importedAt).toBe(new Date(2026, 10, 1, 9).toISOString())
  })

  test('lists what changed and the import it comes from', async () => {
    const other = await makeAccount(loopback, { companyName: '晨星二' })
    await importFile(loopback, other, reconciliationFile([line()]))
    later(2)
    await ask()
    later(3)
    await importFile(
      loopback,
      other,
      reconciliationFile([line({ Quantity: '40', ResellerMPNID: '5500002' })]),
    )
    const id = await accept(async () => {
      await importFile(
        loopback,
        accountId,
        customersFile([[contoso, '上海华联贸易有限公司', 'hualian.cn', 'Cloud Reseller', '']]),
      )
    })
    expect(compare(id)?.changes).toMatchObject([
      { field: 'quantity', before: 25, after: 40, fileName: 'recon.csv', importedOn: '2026-11-03' },
      { field: 'partnerOfRecord', before: '4400001', after: '5500002' },
    ])
  })

  test('compares nothing where the user’s own word is all there is', async () => {
    const id = await ask()
    await loopback.run('request.move', { requestIds: [id], to: 'accepted', note: '在合作伙伴中心看到' })
    expect(compare(id)).toBeNull()
  })

  test('leaves other customers out', async () => {
    await ask()
    later(2)
    const id = await accept(async () => {
      await importFile(
        loopback,
        accountId,
        reconciliationFile([
          line(),
          line({
            CustomerID: fabrikam,
            CustomerName: 'Fabrikam',
            DomainName: 'fabrikam.partner.onmschina.cn',
            SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b',
          }),
        ]),
      )
    })
    expect(compare(id)?.afterCount).toBe(1)
  })
})
