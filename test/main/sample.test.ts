import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { generateSample } from '#main/sample/generator.ts'
import { importFile, link, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { reconciliationColumns, textFile } from '#test/support/reconciliation.ts'

const options = {
  customers: 40,
  seed: 21,
  today: '2026-11-22',
  tenantId: 'c0ffee00-0000-4000-8000-000000000000',
  partnerId: '4400001',
}

describe('the sample generator', () => {
  test('makes the same files of the same options, and others of another seed', () => {
    expect(generateSample(options)).toEqual(generateSample(options))
    expect(generateSample({ ...options, seed: 22 })).not.toEqual(generateSample(options))
  })

  test('writes the documented columns', () => {
    const { reconciliation, customers } = generateSample(options)
    expect(reconciliation.slice(1).split('\r\n')[0]).toBe(reconciliationColumns.join(','))
    expect(customers.slice(1).split('\r\n')[0]).toBe(
      'Microsoft ID,Company name,Primary domain name,Relationship,Tags',
    )
  })
})

describe('the sample portfolio', () => {
  let loopback: Loopback
  const page = { offset: 0, limit: 200 }

  beforeEach(() => {
    loopback = createLoopback()
  })
  afterEach(() => loopback.close())

  test('is 40 customers, all marked, with Chinese and Latin names and several resellers of record', async () => {
    await loopback.run('sample.load', {})
    const { total, rows } = loopback.read('customer.list', page)
    expect(total).toBe(40)
    expect(rows.every(({ isSample }) => isSample)).toBe(true)
    expect(rows.filter(({ name }) => /\p{Script=Han}/u.test(name)).length).toBeGreaterThan(20)
    expect(rows.filter(({ name }) => /^[A-Z]/.test(name)).length).toBeGreaterThan(5)
    expect(loopback.read('import.list', page).rows.every(({ rejectedCount }) => rejectedCount === 0)).toBe(
      true,
    )
  })

  test('has something of everything that a portfolio can have, and three months of it', async () => {
    await loopback.run('sample.load', {})
    const { rows } = loopback.read('subscription.list', page)
    const valuesOf = (read: (row: (typeof rows)[number]) => unknown) => new Set(rows.map(read))
    expect(valuesOf((row) => row.partnerOfRecordState)).toEqual(
      new Set(['own', 'other', 'direct', 'removed', 'unknown']),
    )
    expect([...valuesOf((row) => row.status)]).toEqual(
      expect.arrayContaining(['active', 'suspended', 'expired', 'other', 'unknown']),
    )
    expect(valuesOf((row) => row.autoRenew)).toEqual(new Set([true, false, null]))
    expect([...valuesOf((row) => row.termDuration)]).toEqual(expect.arrayContaining(['P1M', 'P1Y', 'P3Y']))
    expect(rows.some(({ isTrial }) => isTrial)).toBe(true)
    expect(rows.some(({ addOnOf }) => addOnOf !== null)).toBe(true)
    expect(rows.some(({ resellerName }) => resellerName !== null)).toBe(true)
    expect(rows.filter(({ status }) => status === 'suspended').every((row) => row.suspensionReasons[0])).toBe(
      true,
    )
    const { buckets, high, months } = loopback.read('renewal.summary', {})
    expect(Object.values(buckets).every((count) => count > 0)).toBe(true)
    expect(high).toBeGreaterThan(3)
    expect(months.slice(0, 12).every(({ renews, ends }) => renews.renewals + ends.renewals > 0)).toBe(true)
    const changed = rows.flatMap(({ accountId, id }) =>
      loopback
        .read('subscription.history', { accountId, subscriptionId: id })
        .changes.map(({ fact }) => fact),
    )
    expect([...new Set(changed)]).toEqual(
      expect.arrayContaining(['quantity', 'status', 'autoRenew', 'partnerOfRecord']),
    )
    expect(loopback.read('renewal.list', page).rows.some(({ outcome }) => outcome.deletion !== null)).toBe(
      true,
    )
  })

  test('beside a portfolio of the user’s own it has no past, which would come before what is already there', async () => {
    const own = await makeAccount(loopback)
    await importFile(loopback, own, textFile('a.csv', generateSample(options).reconciliation))
    await loopback.run('sample.load', {})
    const days = loopback.read('import.list', page).rows.map(({ importedAt }) => importedAt.slice(0, 10))
    expect(new Set(days).size).toBe(1)
  })

  test('loaded twice, even at once, is there once', async () => {
    const [first, second] = await Promise.all([
      loopback.run('sample.load', {}),
      loopback.run('sample.load', {}),
    ])
    expect(second).toEqual(first)
    expect(await loopback.run('sample.load', {})).toEqual(first)
    expect(loopback.read('customer.list', page).total).toBe(40)
  })

  test('is removed with everything that belongs to it, and nothing else', async () => {
    const { accountId: sampleId } = await loopback.run('sample.load', {})
    const own = await makeAccount(loopback)
    const { reconciliation } = generateSample({ ...options, customers: 3 })
    await importFile(loopback, own, textFile('a.csv', reconciliation))
    const request = await loopback.run('request.create', {
      accountId: sampleId,
      prospect: { name: 'P', email: 'p@q.cn' },
      language: 'en',
      recipients: [],
    })
    await loopback.run('request.copy', { requestId: request.id, format: 'text' })
    await loopback.run('request.create', {
      accountId: own,
      prospect: { name: 'Q', email: 'p@q.cn' },
      language: 'en',
      recipients: [],
    })

    expect(await loopback.run('sample.remove', {})).toEqual({ customers: 40 })
    expect(loopback.read('account.list', {})).toMatchObject([{ id: own, link: { link } }])
    expect(loopback.read('customer.list', page).rows.every(({ isSample }) => !isSample)).toBe(true)
    expect(loopback.read('customer.list', page).total).toBe(3)
    expect(loopback.read('request.list', page).rows.map(({ customerName }) => customerName)).toEqual(['Q'])
    expect(await loopback.run('sample.remove', {})).toEqual({ customers: 0 })
  })
})
