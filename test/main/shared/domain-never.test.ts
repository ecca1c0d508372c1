import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '#shared/contract/contract.ts'
import { cloudRules } from '#shared/domain/capabilities.ts'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { guideTexts } from '#shared/domain/guide-texts.ts'
import { draftMessage } from '#shared/domain/invitation.ts'
import { en } from '#shared/locales/en.ts'
import { zhCN } from '#shared/locales/zh-CN.ts'
import { importFile, link, makeAccount, refusal } from '#test/support/fixtures.ts'
import { documentedLinks } from '#test/support/links.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'

const sender = {
  companyName: '晨星',
  kind: 'direct',
  partnerId: '42',
  senderName: '林',
  senderEmail: 'l@c.cn',
  senderPhone: '1',
} as const

let loopback: Loopback
beforeEach(() => {
  loopback = createLoopback()
})
afterEach(() => loopback.close())

/** What the program must never claim or do (section 8). */
describe('domain 8', () => {
  test('8.1 nothing says that accepting moves, cancels or re-prices a subscription', () => {
    for (const cloud of clouds) {
      const { text } = draftMessage({ ...sender, cloud }, 'x', 'en')
      expect(text).toMatch(/does not:\n• change any/)
      expect(text).not.toMatch(/\b(move|cancel|price|cheaper)\b/i)
    }
  })

  test('8.2 nothing in the program writes a subscription, whoever sold it', async () => {
    const fields = [
      'quantity',
      'seats',
      'status',
      'autoRenew',
      'endDate',
      'offer',
      'partnerOfRecord',
      'subscriptionId',
    ]
    const taken = Object.entries(commands).flatMap(([name, { input }]) =>
      Object.keys('shape' in input ? input.shape : {})
        .filter((field) => fields.includes(field))
        .map((field) => `${name} ${field}`),
    )
    expect(taken).toEqual([])
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, reconciliationFile([line({ ResellerMPNID: '5500002' })]))
    const subscriptions = () => loopback.read('subscription.list', { limit: 10 }).rows
    const before = subscriptions()
    expect(before).toMatchObject([{ partnerOfRecordState: 'other', quantity: 25 }])
    const customerId = before[0]?.customerId ?? ''
    const { id } = await loopback.run('request.create', { accountId, customerId, language: 'zh-CN' })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    await loopback.run('request.move', { requestIds: [id], to: 'accepted', note: '电话' })
    expect(subscriptions()).toEqual(before)
  })

  test('8.3 a link leaves as it came: not shortened, not followed, not wrapped, not encoded again', async () => {
    for (const documented of documentedLinks) {
      const accountId = await makeAccount(loopback, { cloud: 'global', link: documented })
      const prospect = { name: '华联', email: 'it@hualian.cn' }
      const { id: requestId } = await loopback.run('request.create', { accountId, prospect, language: 'en' })
      const { text } = await loopback.run('request.copy', { requestId, format: 'text' })
      expect(/https:\S+/.exec(text)?.[0]).toBe(documented)
      const chat = await loopback.run('invitation.chat', { requestId })
      expect(chat.text.split('\n').at(-1)).toBe(documented)
    }
  })

  test('8.4 a link names no customer: it is the same for all of them', async () => {
    const accountId = await makeAccount(loopback)
    const prospect = { name: '华联', email: 'it@hualian.cn', tenantId: contoso }
    const { id: requestId } = await loopback.run('request.create', { accountId, prospect, language: 'zh-CN' })
    const { text } = await loopback.run('request.copy', { requestId, format: 'text' })
    expect(/https:\S+/.exec(text)?.[0]).toBe(link)
  })

  test('8.5 a reseller request is never expired', async () => {
    const accountId = await makeAccount(loopback)
    const { id } = await loopback.run('request.create', {
      accountId,
      prospect: { name: 'x', email: 'a@b.cn' },
      language: 'en',
    })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    expect(await refusal(loopback.run('request.move', { requestIds: [id], to: 'expired' }))).toMatchObject({
      code: 'REQUEST_CANNOT_MOVE',
    })
    expect(loopback.read('request.detail', { requestId: id }).expiresOn).toBeNull()
  })

  test('8.6 a list never tells who holds privileges for a service', async () => {
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const customerId = loopback.read('customer.list', {}).rows[0]?.id ?? ''
    const { cells } = loopback.read('partner-map.detail', { customerId, language: 'en' })
    expect(cells.map(({ privileges }) => privileges)).toEqual(['unknown'])
  })

  test('8.7 a PartnerID that is missing is not ours, in the list and on the map', async () => {
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, reconciliationFile([line({ ResellerMPNID: '', MPNID: '' })]))
    const [row] = loopback.read('subscription.list', { limit: 1 }).rows
    expect(row?.partnerOfRecordState).toBe('unknown')
    const map = loopback.read('partner-map.detail', { customerId: row?.customerId ?? '', language: 'en' })
    expect(map.cells.map(({ partner, partnerIdOn }) => [partner, partnerIdOn])).toEqual([['us', 'unknown']])
  })

  test('8.8 an indirect reseller without its provider’s link makes no invitation', async () => {
    const accountId = await makeAccount(loopback, { kind: 'indirect-reseller', link: undefined })
    expect(
      await refusal(
        loopback.run('request.create', {
          accountId,
          prospect: { name: 'x', email: 'a@b.cn' },
          language: 'en',
        }),
      ),
    ).toMatchObject({ code: 'LINK_MISSING' })
  })

  test('8.9 a customer that took privileges away is kept, with the reminder that support duties go on', async () => {
    const accountId = await makeAccount(loopback)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '华联', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    const customerId = loopback.read('customer.list', {}).rows[0]?.id ?? ''
    expect(loopback.read('relationship.facts', { customerId }).hasDutiesWithoutPrivileges).toBe(false)
    await loopback.run('relationship.note', {
      customerId,
      fact: 'privileges',
      value: 'no',
      source: 'customer',
      on: '2026-11-20',
      note: '',
    })
    expect(loopback.read('relationship.facts', { customerId }).hasDutiesWithoutPrivileges).toBe(true)
    expect(loopback.read('customer.list', {}).total).toBe(1)
    for (const catalogue of [zhCN, en]) {
      expect(catalogue.relationship.duties).toMatch(/support|支持/)
    }
  })

  test('8.10 no rule of Global is lent to 21Vianet', () => {
    const rules = cloudRules['21vianet']
    expect(rules.deletionAfterSuspension.days).toBe(60)
    expect(rules.capabilities.customerAgreement.answer).toBe('unknown')
    for (const language of languages) {
      const words = JSON.stringify(guideTexts[language].steps['21vianet'])
      expect(words).not.toMatch(/Customer Agreement|客户协议|GDAP/)
    }
  })

  test('every answer that is not “unknown” has its source with a date', () => {
    for (const cloud of clouds) {
      for (const [name, { answer, sources }] of Object.entries(cloudRules[cloud].capabilities)) {
        const isSourced = answer === 'unknown' || sources.length > 0
        expect([cloud, name, isSourced]).toEqual([cloud, name, true])
        expect(sources.every(({ date }) => /^\d{4}(-\d{2})?$/.test(date))).toBe(true)
      }
    }
  })
})
