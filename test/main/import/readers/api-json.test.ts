import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonNumber, parseJson } from '#main/import/readers/json/parse-json.ts'
import { contoso } from '#test/support/reconciliation.ts'
import { stage } from '#test/support/staged.ts'

/** The documented samples, repaired where the document's JSON is none (domain, appendix A). */
const sample = (name: string) =>
  readFileSync(new URL(`../../../fixtures/partner-center/${name}.json`, import.meta.url))

describe('the documented answers', () => {
  test('a list of customers tells nothing of delegated privileges', async () => {
    const { result, customers, subscriptions } = await stage(sample('customers-by-search'))
    expect(result).toMatchObject({
      facts: { shape: 'api-json', rowCount: 3, rejectedCount: 0 },
      isPartial: false,
    })
    expect(customers).toMatchObject([
      {
        customer_key: 'tenant:c5757d70-06f3-4f23-8367-5a9e55019f94',
        name: 'Contoso190',
        domain: 'contoso190.onmicrosoft.com',
        relationship: 'reseller',
        delegated_privileges: null,
      },
      { name: 'Contoso', domain: 'contosocorpco.onmicrosoft.com' },
      { name: 'Contoso' },
    ])
    expect(subscriptions).toEqual([])
  })

  test('a customer asked for by its id does', async () => {
    expect((await stage(sample('customer-by-id'))).customers).toMatchObject([
      { name: '1kl as kjk', delegated_privileges: 'yes', delegated_privileges_raw: 'true', country: 'US' },
    ])
  })

  test('subscriptions belong to the customer whose address they were read at', async () => {
    const customerKey = 'tenant:954ca09a-1132-4088-bb58-30438dea2756'
    const { result, subscriptions, customers } = await stage(sample('subscriptions'), {
      names: { [customerKey]: 'Known' },
    })
    expect(result).toMatchObject({ kind: 'staged', facts: { rejectedCount: 0 } })
    expect(subscriptions).toMatchObject([
      {
        subscription_id: '924671ba-eab9-45d7-95ed-dbd9477f182b',
        customer_key: customerKey,
        offer: 'SQL Server Enterprise - 2 Core License Pack - 3 year',
        nickname: null,
        quantity: 1,
        status: 'active',
        start_date: '2021-10-15',
        end_date: '2024-10-14',
        term_duration: 'P3Y',
        billing_cycle: 'triennial',
        auto_renew: 1,
        is_trial: 0,
        order_id: '12345678901',
        partner_of_record: null,
        partner_of_record_state: null,
      },
    ])
    expect(customers).toMatchObject([{ name: 'Known', domain: null }])
  })

  test('subscriptions of a customer nobody has imported are left out, with the customer’s id', async () => {
    expect((await stage(sample('subscriptions'))).rejected).toMatchObject([
      { reason: 'CUSTOMER_UNKNOWN', value: '954ca09a-1132-4088-bb58-30438dea2756' },
    ])
  })

  test('an answer that does not tell its customer asks for it, and says it is a part', async () => {
    const bytes = sample('subscriptions-legacy')
    expect((await stage(bytes)).result).toMatchObject({ kind: 'customer' })
    const customerKey = `tenant:${contoso}`
    const { result, subscriptions } = await stage(bytes, { customerKey, names: { [customerKey]: 'Contoso' } })
    expect(result).toMatchObject({ isPartial: true, facts: { isFullList: false } })
    expect(subscriptions).toMatchObject([
      { customer_key: customerKey, offer: 'nickname', end_date: '2016-12-12' },
    ])
  })

  test.each([
    [
      'subscription-azure',
      'tenant:4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04',
      { end_date: null, end_date_raw: '9999-12-10T00:00:00Z', billing_type: 'usage' },
    ],
    [
      'subscription-add-on',
      'tenant:4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04',
      { parent_subscription_id: '1C2B75C1-74A5-472A-A729-7F8CEFC477F9', nickname: 'Some friendly name' },
    ],
    [
      'subscription-new-commerce',
      'tenant:d8202a51-69f9-4228-b900-d0e081af17d7',
      { status: 'expired', quantity: 15, product_kind: 'OnlineServicesNCE', auto_renew: 0 },
    ],
    [
      'subscriptions-by-partner',
      'tenant:c501c3c4-d776-40ef-9ecf-9cefb59442c1',
      { partner_of_record: '4847383', partner_of_record_state: 'other' },
    ],
  ])('%s', async (name, customerKey, expected) => {
    const { subscriptions, rejected } = await stage(sample(name), { names: { [customerKey]: 'Known' } })
    expect(rejected).toEqual([])
    expect(subscriptions).toMatchObject([{ customer_key: customerKey, ...expected }])
  })

  test('names are read whatever their case, and one object a line as well as an array', async () => {
    const customer = (id: string) => ({
      Id: id,
      CompanyProfile: { CompanyName: 'A', Domain: 'a.cn' },
      AllowDelegatedAccess: false,
    })
    const objects = [customer(contoso), customer('a1b2c3d4-0000-4000-8000-000000000009')]
    const lines = `\uFEFF${objects.map((each) => JSON.stringify(each)).join('\r\n')}\n`
    const one = await stage(lines)
    const other = await stage(JSON.stringify(objects, null, 2))
    expect(one.customers).toMatchObject([{ delegated_privileges: 'no' }, { delegated_privileges: 'no' }])
    expect(other.customers).toEqual(one.customers)
  })

  test('two objects on one line are no JSON Lines', async () => {
    await expect(stage('{"id":"a"}{"id":"b"}')).rejects.toMatchObject({
      code: 'FILE_JSON_INVALID',
      data: { line: 1, column: 11 },
    })
  })
})

describe('the JSON reader', () => {
  const plain = (value: unknown): unknown =>
    value instanceof JsonNumber
      ? Number(value.text)
      : value instanceof Map
        ? [...value].map(([key, each]) => [key, plain(each)])
        : Array.isArray(value)
          ? value.map(plain)
          : value
  const native = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(native)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, each]) => [key, native(each)])
        : value

  test('reads what the engine reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const parsed: unknown = JSON.parse(text)
        expect(JSON.stringify(plain(parseJson(text)[0]))).toBe(JSON.stringify(native(parsed)))
      }),
    )
  })

  test('refuses what the engine refuses, wherever a text is cut', () => {
    const text = JSON.stringify({
      items: [{ id: 'x\u4e2d\n"', n: -1.5e3, t: true, f: false, z: null, o: {}, a: [] }],
    })
    for (let end = 0; end < text.length; end += 1) {
      expect(() => parseJson(text.slice(0, end))).toThrow(/not JSON|missing/)
    }
    expect(parseJson(text)).toHaveLength(1)
  })

  test('keeps every digit of a number', () => {
    expect(parseJson('[9007199254740993, 12345678901234567890.10]')).toEqual([
      [new JsonNumber('9007199254740993'), new JsonNumber('12345678901234567890.10')],
    ])
  })
})
