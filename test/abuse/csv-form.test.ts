import { afterAll, beforeAll, expect, test } from 'vitest'
import { contoso, csv, fabrikam } from '#test/support/reconciliation.ts'
import type { CorpusDesk, Entry } from './support/corpus.ts'
import { openCorpusDesk } from './support/corpus.ts'
import { header, good, list, one, bytes, utf16, nameIs, named } from './support/csv-entries.ts'

const encodings: readonly Entry[] = [
  { id: 'CSV-01', what: 'no bytes', file: () => '', expect: { refused: 'FILE_EMPTY' } },
  { id: 'CSV-02', what: 'only a byte order mark', file: () => '\uFEFF', expect: { refused: 'FILE_NO_ROWS' } },
  { id: 'CSV-02', what: 'only a header', file: () => list(), expect: { refused: 'FILE_NO_ROWS' } },
  {
    id: 'CSV-02',
    what: 'a header and blank lines',
    file: () => `${list()}\r\n,,,,\r\n\n`,
    expect: { refused: 'FILE_NO_ROWS' },
  },
  { id: 'CSV-03', what: 'UTF-8', file: () => list(good), expect: { ...one, reading: { encoding: 'utf-8' } } },
  {
    id: 'CSV-03',
    what: 'UTF-8 with a mark',
    file: () => `\uFEFF${list(good)}`,
    expect: { ...one, reading: { encoding: 'utf-8-bom' } },
  },
  {
    id: 'CSV-03',
    what: 'UTF-16 LE',
    file: () => utf16(list(good), true),
    expect: { ...one, reading: { encoding: 'utf-16le' } },
  },
  {
    id: 'CSV-03',
    what: 'UTF-16 BE',
    file: () => utf16(list(good), false),
    expect: { ...one, reading: { encoding: 'utf-16be' } },
  },
  {
    id: 'CSV-04',
    what: 'GB18030 with a character of four bytes',
    file: () =>
      bytes(
        list(),
        `${contoso},`,
        [0xc9, 0xcf, 0xba, 0xa3, 0x81, 0x39, 0xef, 0x31],
        ',a.cn,Cloud Reseller,\r\n',
      ),
    expect: { ...one, reading: { encoding: 'gb18030' } },
  },
  {
    id: 'CSV-04',
    what: 'UTF-8 for a megabyte, and GB18030 only at its end',
    file: () =>
      bytes(
        list(),
        `${contoso},${'x'.repeat(200)},a.cn,Advisor,\r\n`.repeat(6_000),
        `${fabrikam},`,
        [0xc9, 0xcf],
        ',b.cn,Advisor,\r\n',
      ),
    expect: { customers: 2, reading: { encoding: 'gb18030' } },
  },
  {
    id: 'CSV-05',
    what: 'bytes of no encoding, with the first of them',
    file: () => bytes(list(good), [0xff, 0xff, 0x81, 0x0a]),
    expect: { refused: 'FILE_ENCODING', data: { offset: Buffer.byteLength(list(good)) } },
  },
  {
    id: 'CSV-05',
    what: 'Chinese UTF-8 that lost a byte, although GB18030 would take it',
    file: () => bytes(list([contoso, '上海华联贸易有限公司', '', '', '']), [0xe4, 0xb8], 'a\r\n'),
    expect: { refused: 'FILE_ENCODING' },
  },
  {
    id: 'CSV-05',
    what: 'Chinese UTF-8 that turns into GBK',
    file: () =>
      bytes(
        list([contoso, '上海华联贸易有限公司', '', '', '']),
        `${fabrikam},`,
        [0xc9, 0xcf, 0xba, 0xa3],
        ',,,\r\n',
      ),
    expect: { refused: 'FILE_ENCODING' },
  },
  {
    id: 'CSV-05',
    what: 'a replacement character somebody else put in',
    file: () => list([contoso, '华\uFFFD', '', '', '']),
    expect: { customers: 0, rejected: ['TEXT_DAMAGED'] },
  },
]

const dialects: readonly Entry[] = [
  ...(['\r', '\n', '\r\n'] as const).map((newline): Entry => ({
    id: 'CSV-06',
    what: `line ends ${JSON.stringify(newline)}`,
    file: () => csv([header, good], ',', newline),
    expect: one,
  })),
  {
    id: 'CSV-06',
    what: 'mixed line ends',
    file: () => `${header.join(',')}\r${good.join(',')}\n\r\n${[fabrikam, ...good.slice(1)].join(',')}`,
    expect: { customers: 2 },
  },
  nameIs('CSV-06', 'U+2028 and U+0085 in a name are data', 'A\u2028B\u0085C'),
  {
    id: 'CSV-07',
    what: 'a quote never closed in 25 MB',
    file: () => `${list()}"${`${good.join(',')}\r\n`.repeat(300_000)}`,
    expect: { refused: 'FILE_QUOTE_OPEN', data: { line: 2 } },
  },
  {
    id: 'CSV-08',
    what: 'a quoted cell that goes on',
    file: () => `${list(good)}${fabrikam},"A"b,x.cn,,\r\n`,
    expect: { customers: 1, rejected: ['QUOTE_STRAY'] },
  },
  {
    id: 'CSV-08',
    what: 'a quote inside a plain cell',
    file: () => `${list()}${contoso},5" Inc,x.cn,,\r\n`,
    expect: one,
  },
  {
    id: 'CSV-08',
    what: 'a backslash is no escape',
    file: () => `${list()}${contoso},"A\\",x.cn,,\r\n`,
    expect: one,
  },
  {
    id: 'CSV-09',
    what: 'sep=;',
    file: () => `sep=;\r\n${csv([header, good], ';')}`,
    expect: { ...one, reading: { delimiter: ';' } },
  },
  ...(['\t', ';', '|', '，'] as const).map((delimiter): Entry => ({
    id: 'CSV-09',
    what: `delimiter ${JSON.stringify(delimiter)}`,
    file: () => csv([header, good], delimiter),
    expect: { ...one, reading: { delimiter } },
  })),
  {
    id: 'CSV-10',
    what: 'a header twice',
    file: () =>
      csv([
        [...header, 'Company name'],
        [...good, 'x'],
      ]),
    expect: { refused: 'FILE_COLUMNS_DUPLICATE' },
  },
  {
    id: 'CSV-10',
    what: 'invisible characters in a header',
    file: () =>
      csv([[' microsoft\u200Bid ', 'COMPANY  NAME', '\uFEFF主域名', '关系\u00AD', 'Ｔａｇｓ'], good]),
    expect: { ...one, reading: { shape: 'customers-csv' } },
  },
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'].map((name): Entry => ({
    id: 'CSV-11',
    what: `a column ${name}`,
    file: () =>
      csv([
        [...header, name],
        [...good, 'x'],
      ]),
    expect: one,
  })),
  {
    id: 'CSV-11',
    what: 'nothing but such columns',
    file: () =>
      csv([
        ['__proto__', 'constructor', 'toString'],
        ['a', 'b', 'c'],
      ]),
    expect: { asked: 'mapping' },
  },
  {
    id: 'CSV-12',
    what: 'cells too few and too many',
    file: () => `${list(good)}${fabrikam},x\r\n${[...good, 'extra'].join(',')}\r\n`,
    expect: { customers: 1, rejected: ['COLUMN_COUNT', 'COLUMN_COUNT'] },
  },
  {
    id: 'CSV-13',
    what: '900,000 columns',
    file: () => `${'x,'.repeat(900_000)}\r\n`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'columns' } },
  },
  {
    id: 'CSV-13',
    what: 'a cell of 5 MB',
    file: () => `${list()}${contoso},${'x'.repeat(5_000_000)},,,\r\n`,
    expect: { refused: 'FILE_LIMIT', data: { of: 'characters' } },
  },
  {
    id: 'CSV-13',
    what: 'a million cells in a row',
    file: () => `${list(good)}${'x,'.repeat(900_000)}\r\n`,
    expect: { customers: 1, rejected: ['COLUMN_COUNT'] },
  },
]

let desk: CorpusDesk
beforeAll(async () => {
  desk = await openCorpusDesk()
})
afterAll(() => desk.close())

test.each(named(encodings))('encodings: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

test.each(named(dialects))('dialects: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})
