import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import {
  contoso,
  csv,
  customersFile,
  fabrikam,
  line,
  reconciliationFile,
  textFile,
} from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const customers = () => loopback.read('customer.list', { accountId, ...page }).rows
const detailOf = (tenantId: string) =>
  loopback.read('customer.detail', {
    customerId: customers().find((row) => row.tenantId === tenantId)?.id ?? '',
  })

test('reads the five documented columns', async () => {
  await importFile(
    loopback,
    accountId,
    customersFile([
      [contoso, '厦门云帆科技有限公司', 'Yunfan.partner.onmschina.cn', 'Cloud Reseller', 'VIP;华东'],
    ]),
  )
  expect(customers()).toMatchObject([
    {
      name: '厦门云帆科技有限公司',
      domain: 'yunfan.partner.onmschina.cn',
      tenantId: contoso,
      relationship: 'reseller',
      relationshipRaw: 'Cloud Reseller',
      subscriptionCount: 0,
    },
  ])
  expect(detailOf(contoso).facts.tags.value).toEqual(['VIP', '华东'])
})

test('reads the older file without Tags, and columns in any order', async () => {
  await importFile(
    loopback,
    accountId,
    textFile(
      'Customers.csv',
      csv([
        ['Relationship', 'Company name', 'Microsoft ID', 'Primary domain name'],
        ['Advisor', 'Contoso', `{${contoso.toUpperCase()}}`, 'contoso.cn'],
      ]),
    ),
  )
  expect(customers()).toMatchObject([{ name: 'Contoso', tenantId: contoso, relationship: 'advisor' }])
})

test('keeps a relationship it does not know in the file’s own words', async () => {
  await importFile(
    loopback,
    accountId,
    customersFile([[contoso, 'Contoso', 'contoso.cn', 'Something New', '']]),
  )
  expect(customers()[0]).toMatchObject({ relationship: 'other', relationshipRaw: 'Something New' })
})

test('joins the customers of a reconciliation file by tenant id, and neither file erases what the other stated', async () => {
  await importFile(loopback, accountId, reconciliationFile([line()]))
  await importFile(
    loopback,
    accountId,
    customersFile([
      [contoso, '上海华联贸易有限公司', '', 'Cloud Reseller', 'VIP'],
      [fabrikam, 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller', ''],
    ]),
  )
  await importFile(loopback, accountId, reconciliationFile([line()]))
  expect(customers()).toHaveLength(2)
  expect(detailOf(contoso)).toMatchObject({
    domain: 'hualian.partner.onmschina.cn',
    relationship: 'reseller',
    subscriptionCount: 1,
    facts: {
      name: { evidence: { source: 'reconciliation-21vianet' } },
      relationship: { evidence: { source: 'customers-csv' } },
      tags: { value: ['VIP'], evidence: { source: 'customers-csv' } },
    },
  })
})

test('a customer is still found by its domain after a list that does not state it', async () => {
  await importFile(loopback, accountId, reconciliationFile([line()]))
  await importFile(
    loopback,
    accountId,
    customersFile([[contoso, '新名称有限公司', '', 'Cloud Reseller', '']]),
  )
  expect(loopback.read('customer.list', { ...page, search: 'hualian.partner' }).total).toBe(1)
})

test('a customer listed twice is one customer; a different second entry is reported', async () => {
  const preview = await importFile(
    loopback,
    accountId,
    customersFile([
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [contoso.toUpperCase(), 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [contoso, 'Contoso Ltd', 'contoso.cn', 'Cloud Reseller', ''],
    ]),
  )
  expect(preview.rejected).toEqual([
    { row: 4, reason: 'CUSTOMER_TWICE', column: 'Microsoft ID', value: contoso },
  ])
  expect(customers()).toMatchObject([{ name: 'Contoso' }])
})

test('two partner accounts keep their portfolios apart', async () => {
  const other = await makeAccount(loopback, { companyName: 'Other', cloud: 'global' })
  const file = customersFile([[contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', '']])
  await importFile(loopback, accountId, file)
  const preview = await importFile(loopback, other, file)
  expect(preview.customers.added).toBe(1)
  expect(loopback.read('customer.list', page).total).toBe(2)
  expect(customers()).toHaveLength(1)
})

test('the user’s notes survive every import', async () => {
  const file = customersFile([[contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', '']])
  await importFile(loopback, accountId, file)
  await loopback.run('customer.note', { customerId: detailOf(contoso).id, text: '周五回电' })
  await importFile(
    loopback,
    accountId,
    customersFile([[contoso, 'Contoso 2', 'contoso.cn', 'Cloud Reseller', '']]),
  )
  expect(detailOf(contoso).notes.map(({ text }) => text)).toEqual(['周五回电'])
})

test('a space that only keeps a line from breaking is a space, and UTF-8 taken for Latin letters is damage', async () => {
  await importFile(loopback, accountId, customersFile([[contoso, 'Contoso (Beijing)', 'a.cn', '', '']]))
  const file = customersFile([
    [contoso, '\u00A0Contoso\u00A0(Beijing)', 'a.cn', '', ''],
    [fabrikam, Buffer.from('上海华联').toString('latin1'), 'b.cn', '', ''],
  ])
  const { customers: counts, rejected } = await importFile(loopback, accountId, file)
  expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect(rejected).toMatchObject([{ row: 3, reason: 'TEXT_DAMAGED' }])
})
