import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, line, reconciliationFile, textFile } from '#test/support/reconciliation.ts'

/* The reconciliation file has what was billed, an answer of the interface what goes on: neither takes from the other. */

const subscriptionId = 'b1b2c3d4-0000-4000-8000-00000000000a'
let now: Date
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  now = new Date('2026-09-01T09:00:00Z')
  loopback = createLoopback({ clock: () => now })
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, reconciliationFile([line()]))
})
afterEach(() => loopback.close())

const answer = (fields: object = {}) =>
  textFile(
    'answer.json',
    JSON.stringify({
      id: subscriptionId,
      offerName: 'Office 365 企业版 E3',
      quantity: 25,
      status: 'active',
      autoRenewEnabled: true,
      termDuration: 'P1Y',
      billingCycle: 'annual',
      isTrial: false,
      partnerId: '',
      links: { self: { uri: `/customers/${contoso}/subscriptions/${subscriptionId}` } },
      attributes: { objectType: 'Subscription' },
      ...fields,
    }),
  )
const detail = () => loopback.read('subscription.detail', { accountId, subscriptionId })

test('an answer adds what the reconciliation file lacks, and leaves what it does not speak of', async () => {
  const preview = await importFile(loopback, accountId, answer())
  expect(preview.subscriptions).toMatchObject({ added: 0, changed: 1 })
  expect(detail()).toMatchObject({
    status: 'active',
    autoRenew: true,
    isTrial: false,
    termDuration: 'P1Y',
    billingCycle: 'annual',
    // Of these the answer says nothing.
    endDate: '2027-01-31',
    partnerOfRecordState: 'own',
    partnerOfRecord: '4400001',
    billingId: 'usCBMgAAAAAAAAIA',
  })
  expect((await previewFile(loopback, accountId, answer())).subscriptions).toMatchObject({ changed: 0 })
  await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '30' })]))
  expect(detail()).toMatchObject({ quantity: 30, status: 'active', autoRenew: true, termDuration: 'P1Y' })
})

test('what an answer does say replaces what was known, an end that is none too', async () => {
  await importFile(loopback, accountId, answer({ partnerId: '4521187' }))
  expect(detail()).toMatchObject({ partnerOfRecordState: 'other', partnerOfRecord: '4521187' })
  const staged = await previewFile(
    loopback,
    accountId,
    answer({ autoRenewEnabled: false, commitmentEndDate: '9999-12-10T00:00:00Z' }),
  )
  const { rows } = loopback.read('import.diff', {
    previewId: staged.previewId,
    kind: 'subscriptions',
    change: 'changed',
  })
  expect(rows[0]?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['endDate', '2027-01-31', 'none'],
    ['autoRenew', 'yes', 'no'],
  ])
  await loopback.run('import.apply', { previewId: staged.previewId })
  expect(detail()).toMatchObject({ autoRenew: false, endDate: null, outcome: { kind: 'no-end' } })
})

test('reasons end with the suspension; its beginning lies between two files that state a status', async () => {
  await importFile(loopback, accountId, answer())
  // This file has seats to tell and no status: it did not see that nothing was suspended.
  now = new Date('2026-10-01T09:00:00Z')
  await importFile(loopback, accountId, reconciliationFile([line({ Quantity: '30' })]))
  now = new Date('2026-11-01T09:00:00Z')
  await importFile(
    loopback,
    accountId,
    answer({ quantity: 30, status: 'suspended', suspensionReasons: ['Nonpayment'] }),
  )
  expect(detail()).toMatchObject({
    suspensionReasons: ['Nonpayment'],
    outcome: { kind: 'suspended-deleted', deletion: { earliest: '2026-10-31', latest: '2026-12-31' } },
  })
  await importFile(loopback, accountId, answer({ quantity: 30 }))
  expect(detail()).toMatchObject({ status: 'active', suspensionReasons: [] })
})

test('a colleague’s table may say that a subscription was bought directly', async () => {
  const file = textFile(
    '客户清单.csv',
    `订阅号,租户 ID,产品,经销商\r\n${subscriptionId},${contoso},Office 365 企业版 E3,直接购买\r\n`,
  )
  const asked = await loopback.run('import.preview', { accountId }, file)
  expect(asked.step).toBe('mapping')
  const staged = await loopback.run(
    'import.preview',
    {
      accountId,
      mapping: [
        { fact: 'subscriptionId', column: 0 },
        { fact: 'customerId', column: 1 },
        { fact: 'offer', column: 2 },
        { fact: 'resellerPartnerId', column: 3 },
      ],
    },
    file,
  )
  await loopback.run('import.apply', { previewId: staged.step === 'changes' ? staged.previewId : '' })
  expect(detail()).toMatchObject({
    partnerOfRecordState: 'direct',
    partnerOfRecord: null,
    resellerName: null,
  })
})
