import { expect, test } from 'vitest'
import { stage } from '#test/support/staged.ts'
import { contoso, line, reconciliationText } from '#test/support/reconciliation.ts'

const header = 'Customer Id,Customer name,Domain,Subscription id,Offer name,Quantity'
const mapping = { customerId: 0, customerName: 1, domain: 2, subscriptionId: 3, offer: 4, quantity: 5 }
const mapped = async (...rows: readonly string[]) => stage([header, ...rows].join('\n'), { mapping })
const row = (facts: { name?: string; domain?: string; id?: string; seats?: number }) =>
  [
    contoso,
    facts.name ?? 'Contoso',
    facts.domain ?? 'contoso.cn',
    facts.id ?? 'S-1',
    'Office',
    facts.seats ?? 5,
  ].join(',')

test('equal rows are one, whatever stands between them and however the id is written', async () => {
  const { subscriptions, rejected } = await mapped(row({}), row({}), row({ id: 'S-2' }), row({ id: 's-1' }))
  expect(subscriptions.map(({ subscription_key }) => subscription_key)).toEqual(['s-1', 's-2'])
  expect(rejected).toEqual([])
})

test.each([
  ['the next row', []],
  ['a row further down', [row({ id: 'S-2' })]],
])('%s that says something else of a subscription is left out, with its number', async (_, between) => {
  const { subscriptions, rejected } = await mapped(row({ seats: 5 }), ...between, row({ seats: 9 }))
  expect(subscriptions[0]).toMatchObject({ subscription_key: 's-1', quantity: 5 })
  expect(rejected).toEqual([
    { row: 3 + between.length, reason: 'SUBSCRIPTION_TWICE', column_name: 'Subscription id', value: 'S-1' },
  ])
})

test('a row that describes its customer otherwise keeps its subscription, and is said', async () => {
  const { customers, subscriptions, rejected } = await mapped(
    row({}),
    row({ id: 'S-2', name: 'Contoso Ltd' }),
    row({ id: 'S-3' }),
  )
  expect(customers).toMatchObject([{ name: 'Contoso' }])
  expect(subscriptions).toHaveLength(3)
  expect(rejected).toEqual([
    { row: 3, reason: 'CUSTOMER_DIFFERS', column_name: 'Customer Id', value: contoso },
  ])
})

test('rows complete each other: an empty cell contradicts nothing and takes nothing away', async () => {
  const { customers, rejected } = await mapped(
    row({ domain: '' }),
    row({ id: 'S-2' }),
    row({ id: 'S-3', domain: '' }),
  )
  expect(customers).toMatchObject([{ name: 'Contoso', domain: 'contoso.cn' }])
  expect(rejected).toEqual([])
})

test('of charge lines the later period counts; within one, a line that says something else is left out', async () => {
  const may = { ChargeStartDate: '5/1/2026 0:00', ChargeEndDate: '5/31/2026 0:00' }
  const june = { ChargeStartDate: '6/1/2026 0:00', ChargeEndDate: '6/30/2026 0:00' }
  const { subscriptions, rejected } = await stage(
    reconciliationText([
      line({ ...may, Quantity: '5' }),
      line({ ...june, Quantity: '7' }),
      line({ ...june, Quantity: '7', Amount: '12' }),
      line({ ...june, Quantity: '8' }),
      line({ ...may, Quantity: '6' }),
    ]),
  )
  expect(subscriptions).toMatchObject([{ quantity: 7 }])
  expect(rejected).toMatchObject([{ row: 5, reason: 'SUBSCRIPTION_TWICE' }])
})
