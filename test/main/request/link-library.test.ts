import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inspectLink, isDangerous } from '#shared/domain/link-inspection.ts'
import type { LinkFinding } from '#shared/domain/link-inspection.ts'
import { linkKind } from '#shared/domain/link-kind.ts'
import { importFile, link, makeAccount, refusal } from '#test/support/fixtures.ts'
import { documentedLinks } from '#test/support/links.ts'
import { contoso, customersFile } from '#test/support/reconciliation.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

const guid = '3b33e682-00c3-41ee-9dd2-a548adf56438'
const context = { cloud: 'global', tenantId: guid, known: [link], usedIn: 0, isProviders: false } as const
const granular = documentedLinks[7]

describe('the inspector', () => {
  test('recognises what each documented link asks for', () => {
    expect(documentedLinks.map(linkKind)).toEqual([
      'reseller',
      'reseller',
      'reseller',
      'indirect-reseller',
      'privileges',
      'indirect-reseller',
      'reseller',
      'granular-privileges',
      'granular-privileges',
    ])
    expect(linkKind('https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement')).toBe(
      'agreement',
    )
    expect(linkKind('https://portal.partner.microsoftonline.cn/x')).toBe('unknown')
  })

  test.each(documentedLinks)('finds nothing red in %s as it is documented', (each) => {
    expect(isDangerous(inspectLink(each, { ...context, known: [each] }))).toBe(false)
  })

  test.each<[LinkFinding, string, Partial<typeof context> | { cloud: '21vianet' } | { usedIn: number }]>([
    ['other-partner', link.replace(guid, guid.replace('3', '4')), {}],
    ['other-cloud', link, { cloud: '21vianet' }],
    ['several-partners', link.replace('#', `&partnerId=${guid.replace('3', '4')}#`), {}],
    ['look-alike-host', link.replace('admin.microsoft.com', 'admin.rnicrosoft.com'), {}],
    ['look-alike-host', link.replace('admin.microsoft.com', 'admin.microsoft.com.evil.cn'), {}],
    ['look-alike-host', link.replace('admin.microsoft.com', 'admin-microsoft-com.evil.cn'), {}],
    ['look-alike-host', link.replace('admin', 'аdmin'), {}],
    ['wrapped', `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=1`, {}],
    ['wrapped', 'https://t.cn/A6abc', {}],
    ['re-encoded', link.replace('#/', '%23/'), {}],
    ['re-encoded', link.replace('&msppId', '&amp;msppId'), {}],
    ['tracking', link.replace('#', '&utm_source=mail#'), {}],
    ['incomplete', link.slice(0, link.indexOf('#')), {}],
    ['changed', link.replace('msppId=0', 'msppId=1'), {}],
    ['reused', granular, { usedIn: 1 }],
    [
      'not-an-invitation',
      'https://admin.microsoft.com/Adminportal/Home?#/BillingAccounts/billing-accounts',
      {},
    ],
  ])('finds %s in %s', (finding, each, change) => {
    const inspection = inspectLink(each, { ...context, ...change })
    expect(inspection).toMatchObject({ findings: expect.arrayContaining([finding]) })
    expect(isDangerous(inspection)).toBe(true)
  })

  test('warns, and no more, of the shape of every 21Vianet link', () => {
    const inspection = inspectLink('https://portal.partner.microsoftonline.cn/Home?x=1', {
      ...context,
      cloud: '21vianet',
      known: [],
    })
    expect(inspection).toMatchObject({ problem: null, findings: ['unknown-shape'] })
    expect(isDangerous(inspection)).toBe(false)
  })

  test('takes a provider’s link for what it is', () => {
    const providers = link.replace(guid, guid.replace('3', '4'))
    expect(inspectLink(providers, { ...context, known: [], isProviders: true })).toMatchObject({
      findings: [],
    })
  })
})

describe('the library', () => {
  let loopback: Loopback
  let accountId: string
  beforeEach(async () => {
    loopback = createLoopback()
    accountId = await makeAccount(loopback, { cloud: 'global', tenantId: guid })
  })
  afterEach(() => loopback.close())
  const links = () =>
    loopback
      .read('link.list', { accountId })
      .rows.map((row) => [row.link, row.isCurrent, row.purpose, row.label])

  test('keeps every link byte for byte, one of them in use, and takes each step back', async () => {
    const second = documentedLinks[2]
    const { id } = await loopback.run('link.add', {
      accountId,
      link: second,
      purpose: 'reseller',
      label: '新链接',
    })
    expect(links()).toEqual([
      [link, 'yes', 'reseller', ''],
      [second, 'kept', 'reseller', '新链接'],
    ])
    await loopback.run('link.use', { linkId: id })
    expect(links()).toEqual([
      [second, 'yes', 'reseller', '新链接'],
      [link, 'kept', 'reseller', ''],
    ])
    await loopback.run('undo.last', {})
    expect(links()[0]).toEqual([link, 'yes', 'reseller', ''])
    await loopback.run('undo.redo', {})
    await loopback.run('link.retire', { linkId: id })
    expect(
      await refusal(
        loopback.run('request.create', {
          accountId,
          prospect: { name: 'x', email: 'a@b.cn' },
          language: 'en',
        }),
      ),
    ).toMatchObject({ code: 'LINK_MISSING' })
    await loopback.run('link.check', { linkId: id })
    expect(loopback.read('link.list', { accountId }).rows.every((row) => row.checkedAt === null)).toBe(false)
  })

  test('gives a request the link it is asked for, and a granular one only once', async () => {
    const { id } = await loopback.run('link.add', { accountId, link: granular, purpose: 'granular' })
    const create = async () =>
      loopback.run('request.create', {
        accountId,
        prospect: { name: 'x', email: 'a@b.cn' },
        language: 'en',
        linkId: id,
      })
    const { id: requestId } = await create()
    expect(loopback.read('request.detail', { requestId })).toMatchObject({ link: granular, kind: 'granular' })
    expect(await refusal(create())).toMatchObject({ code: 'LINK_SPENT' })
    expect(loopback.read('link.inspection', { accountId, link: granular })).toMatchObject({
      findings: ['reused'],
      isDangerous: true,
      usedIn: 1,
      linkId: id,
    })
  })

  test('inspects any text', () => {
    expect(loopback.read('link.inspection', { link: 'hello' })).toEqual({
      isLink: false,
      problem: 'not-an-address',
    })
    expect(loopback.read('link.inspection', { accountId, link })).toMatchObject({
      isLink: true,
      kind: 'reseller',
      partnerTenantId: guid,
      isDangerous: false,
    })
  })
})

describe('the checks before a request', () => {
  test('each say why and where that stands, and none of them blocks', async () => {
    const loopback = createLoopback()
    const accountId = await makeAccount(loopback, {
      userRole: 'help-desk-agent',
      isDelinquent: true,
    })
    const general = () => loopback.read('request.checks', { accountId }).general
    expect(general().map(({ check }) => check)).toEqual(['account-delinquent', 'role-may-not-ask'])
    expect(general().every(({ sources }) => sources.length > 0)).toBe(true)
    await loopback.run('account.update', {
      accountId,
      cloud: 'us-government',
      isDelinquent: false,
      userRole: 'admin-agent',
    })
    expect(general().map(({ check }) => check)).toEqual(['documents-disagree'])
    const { id } = await loopback.run('request.create', {
      accountId,
      prospect: { name: 'x', email: 'a@b.cn' },
      language: 'en',
    })
    expect(loopback.read('request.detail', { requestId: id }).state).toBe('draft')
    loopback.close()
  })

  test('look at each customer: listed already, asked already, no tenant id', async () => {
    const loopback = createLoopback()
    const accountId = await makeAccount(loopback)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, '华联', 'hualian.cn', 'Cloud Reseller', '']]),
    )
    const customerId = loopback.read('customer.list', {}).rows[0]?.id ?? ''
    const { id } = await loopback.run('request.create', { accountId, customerId, language: 'zh-CN' })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    const checks = (purpose: 'multi-partner' | 'restore-privileges') =>
      loopback
        .read('request.checks', { accountId, customerIds: [customerId], purpose })
        .customers[0]?.checks.map(({ check }) => check)
    expect(checks('multi-partner')).toEqual(['already-listed', 'already-open'])
    expect(checks('restore-privileges')).toEqual(['already-open'])
    loopback.close()
  })
})
