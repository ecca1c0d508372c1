import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback, TestFile } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { csv, line, reconciliationFile, reconciliationText, textFile } from '#test/support/reconciliation.ts'

let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    reconciliationFile([line({ SyndicationPartnerSubscriptionNumber: 'before' })]),
  )
})
afterEach(() => loopback.close())

const good = reconciliationText([line()])
const bytes = (name: string, ...parts: (string | readonly number[])[]): TestFile => ({
  name,
  bytes: Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))),
  ),
})

/** Chinese UTF-8 whose last character lost a byte before an ASCII one that GB18030 takes for its second half. */
function damaged(): TestFile {
  return bytes('a.csv', good, [0xe4, 0xb8], 'a\r\n')
}

const refused: readonly (readonly [string, TestFile, string, object])[] = [
  ['an empty file', bytes('a.csv'), 'FILE_EMPTY', {}],
  ['only a byte order mark', bytes('a.csv', [0xef, 0xbb, 0xbf]), 'FILE_NO_ROWS', {}],
  ['only a header', textFile('a.csv', good.split('\r\n')[0] ?? ''), 'FILE_NO_ROWS', {}],
  [
    'a header and blank lines',
    textFile('a.csv', `${good.split('\r\n')[0]}\r\n\r\n,,\r\n`),
    'FILE_NO_ROWS',
    {},
  ],
  [
    'bytes that are neither UTF-8 nor GB18030',
    bytes('a.csv', good, [0xff, 0xff, 0x81, 0x0a]),
    'FILE_ENCODING',
    {},
  ],
  [
    'UTF-8 whose middle was saved as GBK',
    bytes('a.csv', good, [0xc9, 0xcf, 0xba, 0xa3, 0xff, 0x0a]),
    'FILE_ENCODING',
    {},
  ],
  ['UTF-8 with one byte lost, although GB18030 would accept it', damaged(), 'FILE_ENCODING', {}],
  [
    'a quote that is never closed',
    textFile('a.csv', good + '"open,' + 'x,'.repeat(40) + '\r\n'),
    'FILE_QUOTE_OPEN',
    {},
  ],
  [
    'a sign-in page',
    textFile('a.csv', '<!DOCTYPE html><html><title>Sign in</title></html>'),
    'FILE_NOT_A_TABLE',
    { kind: 'web-page' },
  ],
  [
    'a workbook renamed',
    bytes('a.csv', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
    'FILE_NOT_A_TABLE',
    { kind: 'xlsx' },
  ],
  ['a PDF renamed', textFile('a.csv', '%PDF-1.7'), 'FILE_NOT_A_TABLE', { kind: 'pdf' }],
  ['JSON', textFile('a.csv', '{"items":[]}'), 'FILE_NOT_A_TABLE', { kind: 'json' }],
  ['a binary file', bytes('a.csv', [1, 0, 2, 0, 65, 66]), 'FILE_NOT_A_TABLE', { kind: 'binary' }],
  [
    'another table',
    textFile('a.csv', 'Name,Age\r\nA,1\r\n'),
    'FILE_SHAPE_UNKNOWN',
    { columns: ['Name', 'Age'] },
  ],
  [
    'a reconciliation file without its dates',
    textFile('a.csv', good.replace('SubscriptionEndDate', 'X')),
    'FILE_COLUMNS_MISSING',
    { columns: ['SubscriptionEndDate'] },
  ],
  [
    'a customer list without its ids',
    textFile(
      'a.csv',
      csv([
        ['Company name', 'Primary domain name', 'Relationship'],
        ['a', 'b.cn', 'c'],
      ]),
    ),
    'FILE_COLUMNS_MISSING',
    { columns: ['Microsoft ID'] },
  ],
  [
    'a column twice',
    textFile('a.csv', good.replace('OrderID', 'Quantity')),
    'FILE_COLUMNS_DUPLICATE',
    { columns: ['Quantity'] },
  ],
  ['too many columns', textFile('a.csv', 'x,'.repeat(300) + '\r\n'), 'FILE_LIMIT', { of: 'columns' }],
]

describe('a file that is refused', () => {
  test.each(refused)(
    '%s is refused whole, with a reason, and the database stays as it was',
    async (_name, file, code, data) => {
      const before = logicalDump()
      const error = await refusal(loopback.run('import.preview', { accountId }, file))
      expect(error.code).toBe(code)
      expect(error.data).toMatchObject(data)
      expect(logicalDump()).toEqual(before)
    },
  )

  test('names the byte at which decoding fails', async () => {
    const file = bytes('a.csv', good, [0xff, 0x0a])
    const error = await refusal(loopback.run('import.preview', { accountId }, file))
    expect(error).toMatchObject({ code: 'FILE_ENCODING', data: { offset: Buffer.byteLength(good) } })
  })
})

/** All bytes of the database and its log: a refused file must not even grow them. */
function logicalDump(): Buffer[] {
  return ['portfolio.db', 'portfolio.db-wal'].map((name) => readFileSync(join(loopback.dataFolder, name)))
}
