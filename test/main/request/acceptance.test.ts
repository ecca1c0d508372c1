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

describe('customers that become one', () => {
  /** A list with the company that was asked, and the same company under another tenant. */
  async function twoListed(): Promise<{ readonly asked: string; readonly other: string }> {
    const file = customersFile([
      [contoso, '上海华联贸易有限公司', 'hualian.partner.onmschina.cn', 'None', ''],
      [fabrikam, '华联旧', 'old.partner.onmschina.cn', 'None', ''],
    ])
    await importFile(loopback, accountId, file)
    const rows = loopback.read('customer.list', { accountId }).rows
    const idOf = (tenantId: string) => rows.find((row) => row.tenantId === tenantId)?.id ?? ''
    return { asked: idOf(contoso), other: idOf(fabrikam) }
  }

  test('keep what was said no to, and get it back when the merge is undone', async () => {
    const requestId = await ask()
    later(2)
    const { asked, other } = await twoListed()
    await loopback.run('acceptance.reject', { requestId, customerId: asked })
    await loopback.run('customer.merge', { customerId: other, absorbedId: asked })
    expect(suggestions()).toEqual([])
    await loopback.run('undo.last', {})
    await loopback.settled()
    expect(suggestions()).toEqual([])
    await loopback.run('undo.last', {})
    expect(suggestions()).toMatchObject([{ requestId, customerId: asked }])
  })

  test('are suggested as the one that has taken the other in, and confirmed as it', async () => {
    const requestId = await ask()
    later(2)
    const { asked, other } = await twoListed()
    await loopback.run('customer.merge', { customerId: other, absorbedId: asked })
    expect(suggestions()).toMatchObject([
      { requestId, customerId: other, customerName: '华联旧', reasons: ['default-domain', 'name'] },
    ])
    await loopback.run('acceptance.confirm', { requestId, customerId: other })
    expect(loopback.read('request.detail', { requestId })).toMatchObject({
      state: 'accepted',
      customerId: other,
    })
  })

  test('are compared with the subscriptions both had before', async () => {
    const request = await ask('旧', 'it@old.cn')
    const other = await makeAccount(loopback, { companyName: '晨星二' })
    const second = {
      CustomerID: fabrikam,
      CustomerName: '华联旧',
      SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b',
    }
    await importFile(loopback, other, reconciliationFile([line(), line(second)]))
    later(2)
    const asked = await ask()
    later(3)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '上海华联贸易有限公司', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    await loopback.run('acceptance.confirm', {
      requestId: asked,
      customerId: suggestions()[0]?.customerId ?? '',
    })
    const rows = loopback.read('customer.list', { accountId: other }).rows
    const idOf = (tenantId: string) => rows.find((row) => row.tenantId === tenantId)?.id ?? ''
    await loopback.run('customer.merge', { customerId: idOf(contoso), absorbedId: idOf(fabrikam) })
    expect(loopback.read('acceptance.comparison', { requestId: asked })).toMatchObject({
      beforeCount: 2,
      added: 0,
      changes: [],
    })
    expect(state(request)).toBe('exported')
  })
})

describe('a request', () => {
  test('is looked for again when an import is undone and another takes its number', async () => {
    const first = await ask()
    later(2)
    await importFile(loopback, accountId, reconciliationFile([line()]))
    expect(suggestions()).toMatchObject([{ requestId: first }])
    await loopback.run('import.undo', {})
    await loopback.settled()
    await importFile(
      loopback,
      accountId,
      reconciliationFile([line({ CustomerName: '长江', DomainName: 'changjiang.partner.onmschina.cn' })]),
    )
    expect(suggestions()).toEqual([])
  })

  test('is answered by the first list after it, though a list before it said the same', async () => {
    const states = ['None', 'Cloud Reseller', 'None', 'Cloud Reseller', 'None', 'Cloud Reseller'] as const
    const say = (relationship: string) =>
      importFile(loopback, accountId, customersFile([[contoso, '华联', 'hualian.cn', relationship, '']]))
    let requestId = ''
    for (const [index, relationship] of states.entries()) {
      later(2 + 2 * index)
      await say(relationship)
      if (index === 2) {
        later(7)
        const customerId = loopback.read('customer.list', { accountId }).rows[0]?.id ?? ''
        requestId = (await loopback.run('request.create', { accountId, customerId, language: 'zh-CN' })).id
        await loopback.run('request.copy', { requestId, format: 'text' })
      }
    }
    expect(suggestions()).toMatchObject([{ requestId, importedAt: new Date(2026, 10, 8, 9).toISOString() }])
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
