import { JSDOM } from 'jsdom'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { partnerWarnings } from '#shared/domain/partner-rules.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, line, reconciliationFile } from '#test/support/reconciliation.ts'

const sells = { transacts: 'yes', privileges: 'yes' } as const

describe('the rules of a partner map', () => {
  test('one CSP-transacting partner with privileges per service, with its source', () => {
    const cells = [
      { service: 'E3', partner: 'us', ...sells },
      { service: 'E3', partner: '某云', ...sells },
      { service: 'E5', partner: '某云', ...sells },
    ]
    const warnings = partnerWarnings(cells, '21vianet')
    expect(warnings.map(({ rule, service, partners }) => [rule, service, partners])).toEqual([
      ['one-transacting-partner-with-privileges', 'E3', ['us', '某云']],
      ['same-offer-twice', 'E3', ['us', '某云']],
    ])
    expect(warnings.every(({ sources }) => sources.length > 0)).toBe(true)
  })

  test('are broken by nothing that is not known, and by no cloud that has no such rule', () => {
    const cells = [
      { service: 'E3', partner: 'us', transacts: 'unknown', privileges: 'yes' },
      { service: 'E3', partner: '某云', transacts: 'yes', privileges: 'unknown' },
    ] as const
    expect(partnerWarnings(cells, '21vianet')).toEqual([])
    const both = [
      { service: 'E3', partner: 'us', ...sells },
      { service: 'E3', partner: '某云', ...sells },
    ]
    expect(partnerWarnings(both, 'global')).toEqual([])
    expect(partnerWarnings(both, 'us-government')).toEqual([])
  })
})

describe('a customer’s partner map', () => {
  let loopback: Loopback
  let customerId: string
  beforeEach(async () => {
    loopback = createLoopback({ clock: () => new Date(2026, 10, 24, 9) })
    const accountId = await makeAccount(loopback)
    await importFile(
      loopback,
      accountId,
      reconciliationFile([
        line(),
        line({
          SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b',
          OfferName: 'Visio <计划 2> & co',
          ResellerMPNID: '5500002',
        }),
      ]),
    )
    customerId = loopback.read('customer.list', {}).rows[0]?.id ?? ''
  })
  afterEach(() => loopback.close())
  const map = (language: 'zh-CN' | 'en' = 'en') =>
    loopback.read('partner-map.detail', { customerId, language })
  const cell = (service: string, partner: string) =>
    map().cells.find((each) => each.service === service && each.partner === partner)

  test('starts with what files state, and claims no privileges from a list (domain 8.6)', () => {
    expect(map().partners).toEqual(['us', 'PartnerID 5500002', 'direct'])
    expect(cell('Office 365 企业版 E3', 'us')).toMatchObject({
      transacts: 'yes',
      privileges: 'unknown',
      partnerIdOn: 'yes',
      evidence: [{ source: 'file', on: '2026-11-24', note: 'recon.csv' }],
    })
    expect(cell('Visio <计划 2> & co', 'PartnerID 5500002')).toMatchObject({
      partnerIdOn: 'yes',
      transacts: 'unknown',
    })
    expect(map().cells.every(({ privileges }) => privileges === 'unknown')).toBe(true)
  })

  test('takes the user’s word beside it, with its source, and gives it back', async () => {
    const note = {
      customerId,
      service: 'Office 365 企业版 E3',
      partner: '某云',
      transacts: 'yes',
      privileges: 'yes',
      source: 'customer',
      on: '2026-11-20',
      note: '电话',
    } as const
    const { id } = await loopback.run('partner-map.note', note)
    await loopback.run('partner-map.note', {
      ...note,
      partner: 'us',
      privileges: 'yes',
      transacts: 'unknown',
    })
    expect(cell('Office 365 企业版 E3', 'us')).toMatchObject({ transacts: 'yes', privileges: 'yes' })
    expect(map().warnings.map(({ rule }) => rule)).toEqual([
      'one-transacting-partner-with-privileges',
      'same-offer-twice',
    ])
    // The same cell again is a change of it.
    expect((await loopback.run('partner-map.note', { ...note, privileges: 'no' })).id).toBe(id)
    await loopback.run('partner-map.remove', { cellId: id })
    expect(cell('Office 365 企业版 E3', '某云')).toBeUndefined()
    await loopback.run('undo.last', {})
    expect(cell('Office 365 企业版 E3', '某云')).toMatchObject({
      privileges: 'no',
      evidence: [{ note: '电话' }],
    })
  })

  test('is drawn in both languages, and shows names as text whatever they are', async () => {
    await loopback.run('partner-map.note', {
      customerId,
      service: '<script>alert(1)</script>]]>&',
      partner: '"/><image href="x"/>\u202E',
      transacts: 'yes',
      on: '2026-11-20',
    })
    for (const language of ['zh-CN', 'en'] as const) {
      const { document } = new JSDOM(map(language).picture, { contentType: 'image/svg+xml' }).window
      expect(document.documentElement.tagName).toBe('svg')
      expect(document.querySelector('script, image, foreignObject, a, style')).toBeNull()
      expect(document.documentElement.textContent).toContain('<script>')
      expect(document.documentElement.textContent).toContain(language === 'en' ? 'Partners of' : '的合作伙伴')
      expect(document.querySelectorAll('circle').length).toBeGreaterThan(1)
    }
  })

  test('goes out as a picture, on paper, and as a question to the customer', async () => {
    await loopback.run('partner-map.save-svg', { customerId, language: 'zh-CN' })
    await loopback.run('partner-map.print', { customerId, language: 'zh-CN' })
    await loopback.run('partner-map.ask', { customerId, language: 'zh-CN', recipients: ['it@hualian.cn'] })
    expect(loopback.savedFiles.map(({ name }) => name)).toEqual([
      '合作伙伴图 上海华联贸易有限公司.svg',
      '合作伙伴图 上海华联贸易有限公司.pdf',
      '合作伙伴询问 上海华联贸易有限公司.eml',
    ])
    const mail = await PostalMime.parse(loopback.savedFiles[2]?.bytes ?? '')
    expect(mail.to?.map(({ address }) => address)).toEqual(['it@hualian.cn'])
    expect(mail.text).toContain('合作伙伴关系')
    expect(loopback.printed[0]).toContain('<svg')
    const png = Buffer.from('89504e470d0a1a0a00', 'hex').toString('base64')
    await loopback.run('partner-map.copy', { png })
    expect(loopback.pictures).toHaveLength(1)
    expect(await refusal(loopback.run('partner-map.copy', { png: 'aGVsbG8=' }))).toMatchObject({
      code: 'PICTURE_INVALID',
    })
  })

  test('has relationship facts of its own, each with its history, and says that duties go on', async () => {
    const facts = () => loopback.read('relationship.facts', { customerId })
    const accountId = loopback.read('account.list', {})[0]?.id ?? ''
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '华联', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    expect(facts()).toMatchObject({
      reseller: 'yes',
      privileges: 'unknown',
      hasDutiesWithoutPrivileges: false,
    })
    const told = { customerId, source: 'customer', on: '2026-11-24', note: '已移除' } as const
    await loopback.run('relationship.note', { ...told, fact: 'privileges', value: 'no' })
    expect(facts()).toMatchObject({ reseller: 'yes', privileges: 'no', hasDutiesWithoutPrivileges: true })
    expect(
      facts().history.map(({ fact, value, source, fileName }) => [fact, value, source, fileName]),
    ).toEqual([
      ['privileges', 'no', 'customer', null],
      ['reseller', 'yes', null, 'Customers.csv'],
    ])
    const filtered = (column: 'delegatedPrivileges' | 'resellerRelationship', value: string) =>
      loopback.read('customer.list', {
        filter: { match: 'all', conditions: [{ column, operator: 'any-of', value: [value] }] },
      }).total
    expect([filtered('delegatedPrivileges', 'no'), filtered('resellerRelationship', 'yes')]).toEqual([1, 1])
    await loopback.run('relationship.note', { ...told, fact: 'reseller', value: 'no' })
    expect(filtered('resellerRelationship', 'yes')).toBe(0)
    await loopback.run('undo.last', {})
    await loopback.run('undo.last', {})
    expect(facts()).toMatchObject({ reseller: 'yes', privileges: 'unknown' })
  })
})
