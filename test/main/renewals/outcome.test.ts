import { describe, expect, test } from 'vitest'
import { subscriptionStatuses } from '#shared/domain/subscription-status.ts'
import { clouds } from '#shared/domain/cloud.ts'
import type { OutcomeFacts } from '#shared/domain/outcome.ts'
import { whatIfNobodyActs } from '#shared/domain/outcome.ts'
import type { RuleDates } from '#shared/domain/outcome-rules.ts'
import { defaultRuleDates, outcomeRules, ruleSources } from '#shared/domain/outcome-rules.ts'
import { productKindOf, productKinds } from '#shared/domain/product-kind.ts'

const today = '2026-11-24'
const dates: RuleDates = { extendedServiceTermsFrom: '2026-05-04' }
const facts = (changes: Partial<OutcomeFacts>): OutcomeFacts => ({
  cloud: 'global',
  product: 'new-commerce',
  status: 'active',
  autoRenew: true,
  isTrial: false,
  endDate: '2026-12-31',
  isEndStated: true,
  suspension: null,
  ...changes,
})
const kindOf = (changes: Partial<OutcomeFacts>, rules = dates) =>
  whatIfNobodyActs(facts(changes), rules, today).kind

const ends = ['2026-12-31', '2025-01-31', null] as const
const combinations = clouds.flatMap((cloud) =>
  productKinds.flatMap((product) =>
    subscriptionStatuses.flatMap((status) =>
      ([true, false, null] as const).flatMap((autoRenew) =>
        ([true, false, null] as const).flatMap((isTrial) =>
          ends.flatMap((endDate) =>
            [true, false].map((isEndStated) =>
              facts({
                cloud,
                product,
                status,
                autoRenew,
                isTrial,
                endDate,
                isEndStated: endDate !== null || isEndStated,
              }),
            ),
          ),
        ),
      ),
    ),
  ),
)

describe('the whole table', () => {
  test('cloud by status by auto-renew, for a licence of new commerce with an end', () => {
    const table = clouds.flatMap((cloud) =>
      subscriptionStatuses.map(
        (status) =>
          `${cloud} ${status}: ${([true, false, null] as const)
            .map((autoRenew) => kindOf({ cloud, status, autoRenew }))
            .join(' ')}`,
      ),
    )
    expect(table).toEqual([
      '21vianet none: unknown unknown unknown',
      '21vianet active: renews ends unknown',
      '21vianet pending: unknown unknown unknown',
      '21vianet suspended: suspended-deleted suspended-deleted suspended-deleted',
      '21vianet expired: unknown unknown unknown',
      '21vianet disabled: unknown unknown unknown',
      '21vianet deleted: gone gone gone',
      '21vianet other: unknown unknown unknown',
      '21vianet unknown: unknown unknown unknown',
      'global none: unknown unknown unknown',
      'global active: renews extended-term unknown',
      'global pending: unknown unknown unknown',
      'global suspended: suspended suspended suspended',
      'global expired: expired expired expired',
      'global disabled: disabled disabled disabled',
      'global deleted: gone gone gone',
      'global other: unknown unknown unknown',
      'global unknown: unknown unknown unknown',
      'us-government none: unknown unknown unknown',
      'us-government active: renews lapses unknown',
      'us-government pending: unknown unknown unknown',
      'us-government suspended: suspended suspended suspended',
      'us-government expired: expired expired expired',
      'us-government disabled: disabled disabled disabled',
      'us-government deleted: gone gone gone',
      'us-government other: unknown unknown unknown',
      'us-government unknown: unknown unknown unknown',
    ])
  })

  test('every combination has one answer, with a source or a reason', () => {
    expect(combinations.length).toBe(3 * 5 * 9 * 3 * 3 * 3 * 2)
    for (const each of combinations) {
      const outcome = whatIfNobodyActs(each, dates, today)
      expect(outcome.kind === 'unknown').toBe(outcome.source === null)
      expect(outcome.kind === 'unknown').toBe(outcome.gap !== null)
      expect([null, ...Object.keys(ruleSources)]).toContain(outcome.source)
    }
  })

  test('no rule of another cloud is ever applied to 21Vianet', () => {
    const own = combinations.filter(({ cloud }) => cloud === '21vianet')
    const sources = new Set(own.map((each) => whatIfNobodyActs(each, dates, today).source))
    expect([...sources].toSorted()).toEqual([null, 'subscription-resources', 'suspend-21vianet'].toSorted())
    expect(own.every((each) => whatIfNobodyActs(each, dates, today).kind !== 'extended-term')).toBe(true)
  })

  test('extended service terms are Global’s, for licences of new commerce alone', () => {
    const extended = combinations.filter(
      (each) => whatIfNobodyActs(each, dates, today).kind === 'extended-term',
    )
    expect(extended.length).toBeGreaterThan(0)
    for (const each of extended) {
      expect(each).toMatchObject({
        cloud: 'global',
        product: 'new-commerce',
        status: 'active',
        autoRenew: false,
      })
    }
  })

  test('what no source has stated is never filled in', () => {
    for (const each of combinations.filter(
      ({ autoRenew, endDate, status }) => autoRenew === null && endDate !== null && status === 'active',
    )) {
      expect(whatIfNobodyActs(each, dates, today)).toMatchObject({
        kind: 'unknown',
        gap: each.isTrial === true ? 'trial' : 'auto-renew',
      })
    }
    expect(whatIfNobodyActs(facts({ endDate: null, isEndStated: false }), dates, today).gap).toBe('end')
    expect(whatIfNobodyActs(facts({ status: 'unknown' }), dates, today).gap).toBe('status')
    expect(whatIfNobodyActs(facts({ status: 'pending' }), dates, today).gap).toBe('rule')
  })

  test('every rule can be the answer', () => {
    const answers = new Set(
      [dates, { extendedServiceTermsFrom: null }].flatMap((rules) =>
        combinations.map((each) => whatIfNobodyActs(each, rules, today).rule),
      ),
    )
    for (const { id } of outcomeRules) {
      expect(answers).toContain(id)
    }
  })
})

describe('periods', () => {
  test('an extended service term begins with the first term that ends on the configured date', () => {
    const before = facts({ autoRenew: false, endDate: '2026-05-03' })
    expect(whatIfNobodyActs(before, dates, today).kind).toBe('lapses')
    expect(kindOf({ autoRenew: false, endDate: '2026-05-04' })).toBe('extended-term')
    expect(
      kindOf({ autoRenew: false, endDate: '2026-05-03' }, { extendedServiceTermsFrom: '2026-04-01' }),
    ).toBe('extended-term')
    expect(kindOf({ autoRenew: false }, { extendedServiceTermsFrom: null })).toBe('lapses')
    expect(defaultRuleDates.extendedServiceTermsFrom).toBe('2026-05-04')
  })

  test('30 days expired and 90 days disabled follow the end of a term outside 21Vianet', () => {
    const outcome = whatIfNobodyActs(
      facts({ cloud: 'us-government', autoRenew: false, endDate: '2026-12-31' }),
      dates,
      today,
    )
    expect(outcome.deletion).toEqual({ earliest: '2027-04-30', latest: '2027-04-30' })
  })

  test('60 days after the suspension on 21Vianet, as exactly as the imports saw it', () => {
    const suspended = { cloud: '21vianet', status: 'suspended' } as const
    const deletion = (suspension: OutcomeFacts['suspension']) =>
      whatIfNobodyActs(facts({ ...suspended, suspension }), dates, today).deletion
    expect(deletion({ earliest: '2026-11-01', latest: '2026-11-20' })).toEqual({
      earliest: '2026-12-31',
      latest: '2027-01-19',
    })
    expect(deletion({ earliest: null, latest: '2026-11-20' })).toEqual({
      earliest: null,
      latest: '2027-01-19',
    })
    expect(deletion(null)).toBeNull()
  })

  test('a term that is over says so', () => {
    expect(whatIfNobodyActs(facts({ endDate: '2026-11-23' }), dates, today).isPast).toBe(true)
    expect(whatIfNobodyActs(facts({ endDate: today }), dates, today).isPast).toBe(false)
  })
})

test('the kind of product is read from its offer, and not guessed', () => {
  const kind = (
    offerId: string | null,
    productType: string | null = null,
    billingType: string | null = null,
  ) => productKindOf({ offerId, productType, billingType })
  expect(kind('CFQ7TTC0LH18:0001:CFQ7TTC0K971')).toBe('new-commerce')
  expect(kind(null, 'OnlineServicesNCE')).toBe('new-commerce')
  expect(kind('796b6b5f-613c-4e24-a17c-eba730d49c02')).toBe('legacy-licence')
  expect(kind('MS-AZR-0145P')).toBe('usage')
  expect(kind(null, null, 'usage')).toBe('usage')
  expect(kind('DG7GMGF0FKX8:0001', 'Software')).toBe('software')
  expect(kind(null)).toBe('unknown')
  expect(kind('something else')).toBe('unknown')
})
