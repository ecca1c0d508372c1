import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '#shared/contract/contract.ts'
import { cloudRules } from '#shared/domain/capabilities.ts'
import { isNoEndDate } from '#shared/domain/civil-date.ts'
import { clouds, doesNotStatements, languages } from '#shared/domain/cloud.ts'
import { guideTexts } from '#shared/domain/guide-texts.ts'
import { composeInvitation, draftMessage } from '#shared/domain/invitation.ts'
import { isSingleUse } from '#shared/domain/link-kind.ts'
import { readLink } from '#shared/domain/link.ts'
import { pastedLink } from '#shared/domain/pasted-link.ts'
import { checkRequest } from '#shared/domain/request-checks.ts'
import { expiresOn, statesOf } from '#shared/domain/request-state.ts'
import { importFile, link, makeAccount } from '#test/support/fixtures.ts'
import { documentedLinks } from '#test/support/links.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import {
  contoso,
  csv,
  customersFile,
  line,
  reconciliationFile,
  textFile,
} from '#test/support/reconciliation.ts'

const sender = {
  companyName: '晨星',
  kind: 'direct',
  partnerId: '42',
  senderName: '林',
  senderEmail: 'l@c.cn',
  senderPhone: '1',
} as const
const facts = {
  userRole: 'admin-agent',
  isDelinquent: false,
  accountMarket: null,
  customer: { isProspect: true, tenantId: null, country: null, isListed: false, openRequests: 0 },
  isLinkSpent: false,
  restoresPrivileges: false,
} as const

/** A file with the documented columns of a subscriptions export, one subscription for each status. */
const subscriptionsFile = (statuses: readonly string[]) =>
  textFile(
    'subscriptions.csv',
    csv([
      ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller', 'Customer ID', 'Customer name'],
      ...statuses.map((status, index) => [
        `b1b2c3d4-0000-4000-8000-00000000000${index}`,
        'Office 365 E3',
        '5',
        status,
        '5500002',
        contoso,
        '华联',
      ]),
    ]),
  )

let loopback: Loopback
beforeEach(() => {
  loopback = createLoopback()
})
afterEach(() => loopback.close())

/** The facts that shape the program, each by its number in the collected documents (section 0). */
describe('domain 0', () => {
  test('0.1 the four things a relationship does not do are in every text that goes to a customer', () => {
    expect(doesNotStatements).toEqual(['subscriptions', 'ownership', 'terms', 'partner-of-record'])
    for (const cloud of clouds) {
      for (const purpose of ['multi-partner', 'multi-channel', 'restore-privileges'] as const) {
        expect(draftMessage({ ...sender, cloud }, 'x', 'zh-CN', purpose).text.match(/^• /gm)).toHaveLength(4)
        expect(draftMessage({ ...sender, cloud }, 'x', 'en', purpose).text.match(/^• /gm)).toHaveLength(4)
      }
    }
    for (const language of languages) {
      expect(Object.keys(guideTexts[language].unchanged)).toEqual([...doesNotStatements])
    }
  })

  test('0.2 no command of ours changes seats, add-ons, partners of record or migrates a subscription', () => {
    const subscriptionCommands = Object.keys(commands).filter((name) => name.startsWith('subscription.'))
    expect(subscriptionCommands).toEqual([])
  })

  test('0.3 the text may be edited, the link stands once and byte for byte', () => {
    const { text } = composeInvitation({ subject: 's', text: '', closing: '' }, link, 'en')
    expect(text.trim()).toBe(link)
  })

  test('0.4 a reseller link may be sent again and names no customer; a granular one serves once', async () => {
    expect(cloudRules['21vianet'].capabilities.linkIsReusable.answer).toBe('yes')
    expect(documentedLinks.map(isSingleUse)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ])
    const accountId = await makeAccount(loopback)
    for (const name of ['一', '二']) {
      await loopback.run('request.create', {
        accountId,
        prospect: { name, email: 'a@b.cn' },
        language: 'zh-CN',
      })
    }
    expect(loopback.read('request.list', {}).rows.map((row) => row.link)).toEqual([link, link])
  })

  test('0.5 what became of a reseller request is the user’s word or a list’s; there is no state of Microsoft’s', () => {
    expect(statesOf('reseller')).toEqual([
      'draft',
      'exported',
      'sent',
      'reminded',
      'accepted',
      'declined',
      'withdrawn',
      'superseded',
    ])
  })

  test('0.6 a granular request is gone after 90 days', () => {
    expect(expiresOn('granular', 'approval-pending', '2026-11-24')).toBe('2027-02-22')
  })

  test('0.7 a request carries privileges on 21Vianet, and none on Global since October 2023', () => {
    expect(cloudRules['21vianet'].capabilities.requestCarriesPrivileges.answer).toBe('yes')
    expect(cloudRules.global.capabilities.requestCarriesPrivileges).toMatchObject({
      answer: 'no',
      sources: [{ date: '2023-10' }],
    })
    expect(draftMessage({ ...sender, cloud: 'global' }, 'x', 'en').text).not.toMatch(/privileges/)
  })

  test('0.8 granular privileges are Global’s; not US Government’s, and 21Vianet’s documents are silent', () => {
    expect(clouds.map((cloud) => cloudRules[cloud].capabilities.granularPrivileges.answer)).toEqual([
      'unknown',
      'yes',
      'no',
    ])
  })

  test('0.9 where documents disagree it says so, and lets the user go on', () => {
    expect(cloudRules['us-government'].capabilities.relationshipRequest.answer).toBe('disputed')
    expect(checkRequest({ ...facts, cloud: 'us-government' }).map(({ check }) => check)).toEqual([
      'documents-disagree',
    ])
  })

  test('0.10 a link of an unknown shape is kept as it is pasted', async () => {
    const unknown = 'https://portal.partner.microsoftonline.cn/Home?x=%2F&y=1#/z'
    await makeAccount(loopback, { link: unknown })
    expect(loopback.read('account.list', {})[0]?.link?.link).toBe(unknown)
    expect(readLink(unknown)?.partnerTenantId).toBeNull()
  })

  test('0.11 a relationship request as the API answers with it gives its link, byte for byte', () => {
    const answer = { url: link, attributes: { objectType: 'RelationshipRequest' } }
    expect(pastedLink(JSON.stringify(answer, null, 4))).toBe(link)
    const others = [
      { url: link },
      { ...answer, attributes: { objectType: 'Customer' } },
      { ...answer, url: 1 },
    ]
    for (const text of [...others.map((each) => JSON.stringify(each)), '{', '{}', link]) {
      expect(pastedLink(` ${text}\n`)).toBe(text)
    }
    expect(documentedLinks.map((each) => pastedLink(each))).toEqual(documentedLinks)
  })

  test('0.12 delegated privileges are yes, no or unknown, and unknown where only a list speaks', async () => {
    const accountId = await makeAccount(loopback)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '华联', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    expect(loopback.read('customer.list', {}).rows[0]?.delegatedPrivileges).toBe('unknown')
  })

  test('0.13 a partner of record that is not stated is nobody’s', async () => {
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, reconciliationFile([line({ ResellerMPNID: '' })]))
    expect(loopback.read('subscription.list', { limit: 1 }).rows[0]).toMatchObject({
      partnerOfRecordState: 'unknown',
    })
  })

  test('0.14 a status nobody knows yet is kept as it was written, and the documented ones are known', async () => {
    const accountId = await makeAccount(loopback)
    const documented = ['none', 'active', 'pending', 'suspended', 'expired', 'disabled', 'deleted'] as const
    await importFile(loopback, accountId, subscriptionsFile([...documented, 'Hibernating']))
    const rows = loopback.read('subscription.list', { limit: 20 }).rows
    expect(rows.map(({ status, statusRaw }) => [statusRaw, status]).toSorted()).toEqual(
      [...documented.map((status) => [status, status]), ['Hibernating', 'other']].toSorted(),
    )
  })

  test('0.15 a far-away end date is no end date', () => {
    expect(isNoEndDate('9999-12-10')).toBe(true)
  })

  test('0.16 the documented exports are read: customers with tags or without, subscriptions with their reseller', async () => {
    const accountId = await makeAccount(loopback)
    const customer = [contoso, '华联', 'hualian.cn', 'Cloud Reseller']
    await importFile(loopback, accountId, customersFile([customer], false))
    await importFile(loopback, accountId, customersFile([[...customer, 'VIP']]))
    const [row] = loopback.read('customer.list', {}).rows
    expect(row).toMatchObject({
      tenantId: contoso,
      relationship: 'reseller',
      relationshipRaw: 'Cloud Reseller',
    })
    expect(loopback.read('customer.detail', { customerId: row?.id ?? '' }).facts.tags.value).toEqual(['VIP'])
    await importFile(loopback, accountId, subscriptionsFile(['Active']))
    expect(loopback.read('subscription.list', { limit: 2 }).rows).toMatchObject([
      { offer: 'Office 365 E3', quantity: 5, status: 'active', partnerOfRecord: '5500002' },
    ])
  })

  test('0.17 the same tenant in two accounts is two customers', async () => {
    for (const companyName of ['一', '二']) {
      await importFile(loopback, await makeAccount(loopback, { companyName }), reconciliationFile([line()]))
    }
    expect(loopback.read('customer.list', {}).total).toBe(2)
  })

  test('0.18 an account suspended for overdue payment is warned of', () => {
    const found = checkRequest({ ...facts, cloud: '21vianet', isDelinquent: true })
    expect(found).toMatchObject([
      { check: 'account-delinquent', sources: [{ document: expect.stringContaining('Billing') as string }] },
    ])
  })

  test('0.19 who may ask is a hint: a help desk agent is warned, an unknown role is not', () => {
    const of = (userRole: 'help-desk-agent' | 'unknown' | 'sales-agent') =>
      checkRequest({ ...facts, cloud: '21vianet', userRole }).map(({ check }) => check)
    expect([of('help-desk-agent'), of('unknown'), of('sales-agent')]).toEqual([['role-may-not-ask'], [], []])
  })

  test('0.20 an indirect reseller sends its provider’s link, and the provider owns what comes of it', async () => {
    const accountId = await makeAccount(loopback, { kind: 'indirect-reseller' })
    const { id } = await loopback.run('request.create', {
      accountId,
      prospect: { name: 'x', email: 'a@b.cn' },
      language: 'en',
    })
    expect(loopback.read('request.detail', { requestId: id }).relationshipOwner).toBe('provider')
    expect(loopback.read('link.list', {}).rows[0]?.purpose).toBe('provider')
  })
})
