import { JSDOM } from 'jsdom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-24T09:00:00Z') })
  accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    reconciliationFile([
      line({ SyndicationPartnerSubscriptionNumber: 'one', SubscriptionEndDate: '12/1/2026 0:00' }),
      line({
        SyndicationPartnerSubscriptionNumber: 'two',
        SubscriptionEndDate: '3/1/2028 0:00',
        Quantity: '5',
        ResellerMPNID: '4521187',
      }),
      line({
        CustomerID: fabrikam,
        CustomerName: '<script>alert(1)</script> & Fabrikam',
        SyndicationPartnerSubscriptionNumber: 'three',
      }),
    ]),
  )
})
afterEach(() => loopback.close())

const customers = () => loopback.read('customer.list', {}).rows
const idOf = (name: string) => customers().find((row) => row.name.includes(name))?.id ?? ''

/** The newest paper that was drawn, as a browser reads it. */
function paper(): Document {
  return new JSDOM(loopback.printed.at(-1) ?? '').window.document
}
const words = () => (paper().body.textContent ?? '').replaceAll(/\s+/g, ' ')

test('a call card says who, what, what is due, who else sells, and how old all of it is', async () => {
  const customerId = idOf('华联')
  await loopback.run('customer.note', { customerId, text: '三月再联系。' })
  const saved = await loopback.run('report.customer', { customerId, paper: 'call-card', language: 'zh-CN' })
  expect(saved.fileName).toBe('通话卡片 上海华联贸易有限公司.pdf')
  expect(paper().documentElement.lang).toBe('zh-CN')
  expect(paper().querySelector('h1')?.textContent).toBe('上海华联贸易有限公司')
  for (const said of [
    '晨星云服务有限公司',
    'hualian.partner.onmschina.cn',
    '2026-12-01',
    '4521187',
    '三月再联系。',
  ]) {
    expect(words()).toContain(said)
  }
  // Named by the file and by the map of partners, and said once.
  expect(words().match(/PartnerID 4521187/g)).toHaveLength(1)
  expect(words()).toContain('合计：2 项订阅')
  expect(words()).toContain('2 项订阅中有 2 项确认于 2026-11-24')
})

test('nothing a file says becomes markup', async () => {
  await loopback.run('report.customer', { customerId: idOf('Fabrikam'), paper: 'report', language: 'en' })
  expect(paper().querySelectorAll('script, iframe, object, a')).toHaveLength(0)
  expect(paper().querySelector('h1')?.textContent).toBe('<script>alert(1)</script> & Fabrikam')
})

test('N customers are N files, each of its own', async () => {
  const customerIds = customers().map(({ id }) => id)
  const answer = await loopback.run('report.customers', { customerIds, paper: 'report', language: 'en' })
  expect(answer.files).toBe(2)
  expect(loopback.savedFiles.map(({ name }) => name)).toEqual(
    customers().map(({ name }) => expect.stringContaining(name.slice(-8)) as string),
  )
  expect(loopback.read('job.list', {})[0]).toMatchObject({ command: 'report.customers', state: 'done' })
})

test('a portfolio is what is due, numbered, with its total and its age', async () => {
  await loopback.run('report.portfolio', { accountId, language: 'en' })
  const rows = [...paper().querySelectorAll('tbody tr')].map((row) => row.textContent)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/^12026-12-01/)
  expect(paper().querySelector('tfoot')?.textContent).toMatch(/^Total: 2 subscriptions50$/)
  expect(words()).toContain('2 of 2 subscriptions confirmed on 2026-11-24')
})

test('where there is no printer, and no such customer, it says so', async () => {
  const customerId = idOf('华联')
  const printing = await refusal(loopback.run('report.print', { customerId, paper: 'call-card' }))
  expect(printing.code).toBe('NOT_AVAILABLE_HERE')
  const unknown = await refusal(loopback.run('report.customer', { customerId: 'nobody', paper: 'call-card' }))
  expect(unknown.code).toBe('CUSTOMER_NOT_FOUND')
})
