import { describe, expect, test } from 'vitest'
import { contoso, fabrikam } from '#test/support/reconciliation.ts'
import { stage } from '#test/support/staged.ts'
import type { TestCell } from '#test/support/workbook.ts'
import { workbook } from '#test/support/workbook.ts'

const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship', 'Tags']
const subscriptionHeader = [
  'Customer ID',
  'Customer name',
  'Subscription ID',
  'Subscription',
  'Quantity',
  'Status',
  'End date',
]
const ends = (cell: TestCell, row = 2) =>
  workbook(
    [
      {
        name: 'Sheet1',
        rows: [
          subscriptionHeader,
          ...Array.from({ length: row - 2 }, () => []),
          [contoso, 'Contoso', 's1', 'Office', 5, 'Active', cell],
        ],
      },
    ],
    { is1904: false },
  )

test('a customer list in a workbook is read like one in a text file', async () => {
  const bytes = workbook([
    { name: '客户', rows: [header, [contoso, '上海华联', 'Hualian.cn', 'Cloud Reseller', 'VIP;华东']] },
  ])
  const { result, customers } = await stage(bytes)
  expect(result).toMatchObject({
    kind: 'staged',
    facts: { shape: 'customers-csv', rowCount: 1, rejectedCount: 0 },
    reading: { encoding: null, delimiter: null, sheet: '客户', sheets: ['客户'] },
  })
  expect(customers).toMatchObject([
    {
      customer_key: `tenant:${contoso}`,
      name: '上海华联',
      domain: 'hualian.cn',
      relationship: 'reseller',
      tags: '["VIP","华东"]',
    },
  ])
})

test('texts come from the shared strings, their runs joined and their pronunciation left out', async () => {
  const cell = (at: string, index: number) => ({ xml: `<c r="${at}" t="s"><v>${index}</v></c>` })
  const bytes = workbook([{ name: 'S', rows: [header, [contoso, cell('B2', 0), 'a.cn', 'Advisor', '']] }], {
    sharedStrings:
      '<si><r><t>上海</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 华联 &amp; Co</t></r><rPh sb="0" eb="1"><t>シャンハイ</t></rPh></si>',
  })
  expect((await stage(bytes)).customers).toMatchObject([{ name: '上海 华联 & Co' }])
})

describe('dates', () => {
  test.each([
    ['a number shown as a date', { date: 46_053 }, '2026-01-31'],
    ['a bare number in a date column, which only a workbook may have', 46_053, '2026-01-31'],
    ['a time of day is dropped', { date: 46_053.75 }, '2026-01-31'],
    ['day 61 is the first of March 1900', { date: 61 }, '1900-03-01'],
    ['a text', '2026/1/31', '2026-01-31'],
  ] as const)('%s', async (_name, cell, expected) => {
    expect((await stage(ends(cell))).subscriptions).toMatchObject([{ end_date: expected, quantity: 5 }])
  })

  test('a date format of any language is one', async () => {
    // The second style is `[$-804]yyyy"年"m"月"d"日"`.
    expect((await stage(ends({ date: 46_053 }, 3))).subscriptions).toMatchObject([{ end_date: '2026-01-31' }])
  })

  test('the 29 February 1900 that never was is left out', async () => {
    expect((await stage(ends({ date: 60 }))).rejected).toMatchObject([
      { row: 2, reason: 'DATE_INVALID', column_name: 'End date' },
    ])
  })

  test('a workbook of the 1904 system counts from there', async () => {
    const rows = [subscriptionHeader, [contoso, 'Contoso', 's1', 'Office', 5, 'Active', { date: 44_591 }]]
    const { subscriptions } = await stage(workbook([{ name: 'S', rows }], { is1904: true }))
    expect(subscriptions).toMatchObject([{ end_date: '2026-01-31' }])
  })
})

test('of several sheets the first visible one is read, or the one the user names', async () => {
  const sheet = (name: string, id: string, state?: 'hidden' | 'veryHidden') => ({
    name,
    rows: [header, [id, name, 'a.cn', 'Advisor', '']],
    ...(state === undefined ? {} : { state }),
  })
  const bytes = workbook([
    sheet('secret', contoso, 'hidden'),
    sheet('deeper', contoso, 'veryHidden'),
    sheet('__proto__', contoso),
    sheet('二月', fabrikam),
  ])
  const first = await stage(bytes)
  expect(first.result).toMatchObject({ reading: { sheet: '__proto__', sheets: ['__proto__', '二月'] } })
  expect(first.customers).toMatchObject([{ name: '__proto__' }])
  expect((await stage(bytes, { sheet: '二月' })).customers).toMatchObject([{ name: '二月' }])
  // A hidden sheet cannot be asked for.
  expect((await stage(bytes, { sheet: 'secret' })).customers).toMatchObject([{ name: '__proto__' }])
})

test('cells that hold an error, or no text that is there, leave their row out and nothing else', async () => {
  const bytes = workbook(
    [
      {
        name: 'S',
        rows: [
          header,
          [contoso, { xml: '<c r="B2" t="e"><v>#N/A</v></c>' }, 'a.cn', 'Advisor', ''],
          [contoso, { xml: '<c r="B3" t="s"><v>7</v></c>' }, 'a.cn', 'Advisor', ''],
          [contoso, { xml: '<c r="B4"><f>1/0</f><v>1e309</v></c>' }, 'a.cn', 'Advisor', ''],
          [
            contoso,
            { xml: '<c r="B5" t="str"><f>HYPERLINK("x","y")</f><v>Contoso</v></c>' },
            'a.cn',
            'Advisor',
            '',
          ],
        ],
      },
    ],
    { sharedStrings: '<si><t>only one</t></si>' },
  )
  const { customers, rejected } = await stage(bytes)
  expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'CELL_UNREADABLE'],
    [3, 'CELL_UNREADABLE'],
    [4, 'CELL_UNREADABLE'],
  ])
  expect(customers).toMatchObject([{ name: 'Contoso' }])
})

test('an id of which the spreadsheet has kept fifteen digits is not taken for the id', async () => {
  const rows = [
    subscriptionHeader,
    [contoso, 'Contoso', { xml: '<c r="C2"><v>9007199254740993</v></c>' }, 'Office', 5, 'Active', ''],
  ]
  expect((await stage(workbook([{ name: 'S', rows }]))).rejected).toMatchObject([
    { reason: 'ID_IMPRECISE', column_name: 'Subscription ID' },
  ])
})

test('the table is found behind a cover sheet and below a title; another sheet and row can be asked for', async () => {
  const bytes = workbook([
    { name: '封面', rows: [['2026 年客户清单']] },
    { name: '清单', rows: [['重点客户'], [], header, [contoso, 'Contoso', 'contoso.cn', 'Reseller', '']] },
  ])
  const { result, customers } = await stage(bytes)
  expect(result).toMatchObject({ reading: { sheet: '清单', sheets: ['封面', '清单'], headerRow: 3 } })
  expect(customers).toMatchObject([{ name: 'Contoso' }])
  expect((await stage(bytes, { sheet: '封面' })).result).toMatchObject({
    kind: 'mapping',
    reading: { sheet: '封面', headerRow: 1 },
  })
  expect((await stage(bytes, { sheet: '清单', headerRow: 1 })).result).toMatchObject({
    kind: 'mapping',
    reading: { headerRow: 1, header: ['重点客户'] },
  })
})
