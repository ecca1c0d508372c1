import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AwaitedRequest, NewlyListed } from '#shared/domain/acceptance.ts'
import { suggestAcceptances } from '#shared/domain/acceptance.ts'

const request: AwaitedRequest = {
  id: 'r',
  accountId: 'a',
  customerId: null,
  tenantId: null,
  domains: [],
  foldedName: '',
}
const customer: NewlyListed = {
  id: 'c',
  accountId: 'a',
  tenantId: null,
  domain: null,
  foldedName: '上海华联贸易有限公司',
  change: 'listed',
}
const reasons = (asked: Partial<AwaitedRequest>, listed: Partial<NewlyListed>) =>
  suggestAcceptances([{ ...request, ...asked }], [{ ...customer, ...listed }]).map((each) => each.reasons)

describe('a newly listed customer is suggested', () => {
  test.each<[string, Partial<AwaitedRequest>, Partial<NewlyListed>, string[]]>([
    ['by tenant id, in either case', { tenantId: 'AB-1' }, { tenantId: 'ab-1' }, ['tenant-id']],
    ['by domain', { domains: ['hualian.cn'] }, { domain: 'Hualian.cn' }, ['domain']],
    [
      'by a domain inside the other',
      { domains: ['mail.hualian.com.cn'] },
      { domain: 'hualian.com.cn' },
      ['domain'],
    ],
    [
      'by the name of its default domain',
      { domains: ['hualian.com.cn'] },
      { domain: 'hualian.partner.onmschina.cn' },
      ['default-domain'],
    ],
    ['by name', { foldedName: '上海华联贸易有限公司' }, {}, ['name']],
    ['by name without what the law adds', { foldedName: '上海华联贸易' }, {}, ['name']],
    [
      'by name with other brackets',
      { foldedName: 'contoso(shanghai)co.,ltd.' },
      { foldedName: 'contoso (shanghai) co., ltd' },
      ['name'],
    ],
  ])('%s', (_name, asked, listed, expected) => {
    expect(reasons(asked, listed)).toEqual([expected])
  })

  test.each<[string, Partial<AwaitedRequest>, Partial<NewlyListed>]>([
    ['in another account', { foldedName: customer.foldedName }, { accountId: 'b' }],
    ['by a mail provider’s domain', { domains: ['qq.com'] }, { domain: 'qq.com' }],
    ['by a public suffix', { domains: ['a.com.cn'] }, { domain: 'b.com.cn' }],
    ['by a short name in a domain', { domains: ['abc.cn'] }, { domain: 'abc.partner.onmschina.cn' }],
    ['by nothing in common', { foldedName: '长江', domains: ['changjiang.cn'] }, {}],
    ['for a request to another listed customer', { customerId: 'd', foldedName: customer.foldedName }, {}],
    ['for a listed customer that a list merely repeats', { customerId: 'c' }, { change: 'listed' }],
  ])('not %s', (_name, asked, listed) => {
    expect(reasons(asked, listed)).toEqual([])
  })

  test('that was asked before, once a list states more of it than it did', () => {
    expect(reasons({ customerId: 'c' }, { change: 'relationship' })).toEqual([['same-customer']])
    expect(reasons({ customerId: 'c' }, { change: 'privileges' })).toEqual([['same-customer']])
  })

  test('with the surest reason first, and never without one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            tenantId: fc.constantFrom(null, 't1', 't2'),
            foldedName: fc.constantFrom('', '华联', '长江'),
          }),
        ),
        fc.array(
          fc.record({
            tenantId: fc.constantFrom(null, 't1', 't2'),
            foldedName: fc.constantFrom('华联', '长江', 'x'),
          }),
        ),
        (asked, listed) => {
          const found = suggestAcceptances(
            asked.map((each, index) => ({ ...request, ...each, id: `r${index}` })),
            listed.map((each, index) => ({ ...customer, ...each, id: `c${index}` })),
          )
          for (const { requestId, customerId, reasons: why } of found) {
            const one = asked[Number(requestId.slice(1))]
            const other = listed[Number(customerId.slice(1))]
            const sameTenant = one?.tenantId !== null && one?.tenantId === other?.tenantId
            expect(why).toEqual([
              ...(sameTenant ? ['tenant-id'] : []),
              ...(one?.foldedName === other?.foldedName ? ['name'] : []),
            ])
          }
        },
      ),
    )
  })
})
