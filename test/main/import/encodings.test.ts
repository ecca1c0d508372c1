import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationText } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

/** `上海华联贸易有限公司` and `Office 365 企业版 E3` in GB18030, written out: no encoder of the program is involved. */
const gbk = new Map(
  Object.entries({
    上: 'c9cf', 海: 'baa3', 华: 'bbaa', 联: 'c1aa', 贸: 'c3b3', 易: 'd2d7', 有: 'd3d0', 限: 'cfde', 公: 'b9ab', 司: 'cbbe',
    企: 'c6f3', 业: 'd2b5', 版: 'b0e6', '㐂': '8139ef31',
  }), // prettier-ignore
)
const toGb18030 = (text: string) =>
  Buffer.concat(
    [...text].map((character) =>
      Buffer.from(gbk.get(character) ?? Buffer.from(character, 'latin1').toString('hex'), 'hex'),
    ),
  )

const text = reconciliationText([line()])
const utf16 = Buffer.from(text, 'utf16le')

test.each([
  ['utf-8', Buffer.from(text)],
  ['utf-8-bom', Buffer.from(`\uFEFF${text}`)],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
  ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
  ['gb18030', toGb18030(text)],
])('%s is recognised and reads the same', async (encoding, bytes) => {
  const preview = await importFile(loopback, accountId, { name: 'a.csv', bytes })
  expect(preview.encoding).toBe(encoding)
  expect(loopback.read('customer.list', { offset: 0, limit: 10 }).rows[0]?.name).toBe('上海华联贸易有限公司')
})

test('a character of four GB18030 bytes survives', async () => {
  const rare = reconciliationText([line({ CustomerName: '㐂海有限公司' })])
  await importFile(loopback, accountId, { name: 'a.csv', bytes: toGb18030(rare) })
  expect(loopback.read('customer.list', { offset: 0, limit: 10 }).rows[0]?.name).toBe('㐂海有限公司')
})

test.each([
  [';', '\n'],
  ['\t', '\r\n'],
  ['|', '\r'],
  [',', '\r'],
])('the delimiter %j with line ends %j is found', async (delimiter, newline) => {
  const { csv, reconciliationColumns } = await import('#test/support/reconciliation.ts')
  const row = line({ CustomerName: 'A, B; C | D\tLtd "X"\nSecond line' })
  const table = csv(
    [reconciliationColumns, reconciliationColumns.map((column) => row[column] ?? '')],
    delimiter,
    newline,
  )
  const preview = await importFile(loopback, accountId, { name: 'a.csv', bytes: Buffer.from(table) })
  expect(preview).toMatchObject({ delimiter, rejectedCount: 0, customers: { added: 1 } })
  expect(loopback.read('customer.list', { offset: 0, limit: 10 }).rows[0]?.name).toBe(
    'A, B; C | D\tLtd "X"\nSecond line',
  )
})

test('a first line of sep=; is Excel’s, not the header', async () => {
  const { csv, reconciliationColumns } = await import('#test/support/reconciliation.ts')
  const table = csv([reconciliationColumns, reconciliationColumns.map((column) => line()[column] ?? '')], ';')
  const preview = await importFile(loopback, accountId, {
    name: 'a.csv',
    bytes: Buffer.from(`sep=;\r\n${table}`),
  })
  expect(preview.customers.added).toBe(1)
})
