import { describe, expect, test } from 'vitest'
import { linkProblem, linkWarnings, readLink } from '#shared/domain/link.ts'

const guid = '3b33e682-00c3-41ee-9dd2-a548adf56438'
const global = `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${guid}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`
const account = { cloud: 'global', tenantId: guid } as const

describe('a pasted text', () => {
  test.each([
    ['', 'empty'],
    [' https://a.cn', 'whitespace'],
    ['https://a.cn/\n', 'whitespace'],
    ['https://a.cn/\u200B', 'whitespace'],
    ['https://a.cn/\u202Egnp', 'whitespace'],
    ['hello', 'not-an-address'],
    ['https:evil.com', 'not-an-address'],
    ['https://localhost/x', 'not-an-address'],
    ['http://admin.microsoft.com/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['ms-msdt:x', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['https://user:pw@admin.microsoft.com/', 'credentials'],
    ['https://admin.microsoft.com@evil.com/', 'credentials'],
    ['https://admin.microsoft.com\\@evil.com/', 'credentials'],
    ['https://admin.microsoft.com:8443/', 'port'],
    [`https://admin.microsoft.com/${'x'.repeat(2048)}`, 'too-long'],
  ])('%j is no invitation link: %s', (text, problem) => {
    expect(linkProblem(text)).toBe(problem)
    expect(readLink(text)).toBeNull()
  })
})

describe('a link', () => {
  test('is read without being changed', () => {
    expect(readLink(global)).toEqual({
      host: 'admin.microsoft.com',
      registrableHost: 'microsoft.com',
      partnerTenantId: guid,
      cloudHint: 'global',
      includesDelegatedPrivileges: true,
    })
  })

  test('of another cloud, of another partner or of two is worth a second look', () => {
    expect(linkWarnings(global, account)).toEqual([])
    expect(linkWarnings(global, { ...account, cloud: '21vianet' })).toEqual(['other-cloud'])
    expect(linkWarnings(global, { ...account, cloud: 'us-government' })).toEqual([])
    expect(linkWarnings(global, { ...account, tenantId: guid.replace('3', '4') })).toEqual(['other-partner'])
    expect(linkWarnings(global.replace('#', `&partnerId=${guid.replace('3', '4')}#`), account)).toEqual([
      'several-partners',
    ])
    expect(linkWarnings('https://portal.partner.microsoftonline.cn/x', account)).toEqual(['other-cloud'])
  })

  test('of a look-alike host is shown in ASCII and warned of', () => {
    const lookAlike = 'https://аdmin.microsoft.com/x'
    expect(readLink(lookAlike)?.host).toBe('xn--dmin-43d.microsoft.com')
    expect(linkWarnings(lookAlike, account)).toEqual(['confusable-host'])
    expect(readLink('https://admin.microsoft.com.evil.com/x')).toMatchObject({
      registrableHost: 'evil.com',
      cloudHint: null,
    })
  })
})
