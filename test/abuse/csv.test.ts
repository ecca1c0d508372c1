import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  contoso,
  csv,
  fabrikam,
  line,
  reconciliationColumns,
  reconciliationText,
} from '#test/support/reconciliation.ts'
import { workbook } from '#test/support/workbook.ts'
import type { CorpusDesk, Entry, Expected } from './support/corpus.ts'
import { canary, openCorpusDesk } from './support/corpus.ts'

const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship', 'Tags']
const good = [contoso, `Contoso ${canary}`, 'contoso.cn', 'Cloud Reseller', '']
const list = (...rows: readonly (readonly string[])[]) => csv([header, ...rows])
const one = { customers: 1, subscriptions: 0 } as const
const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const utf16 = (text: string, isLittle: boolean) => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isLittle ? little : little.swap16()
}

const nameIs = (id: string, what: string, name: string, expected: Expected = one): Entry => ({
  id,
  what,
  file: () => list([contoso, name, 'contoso.cn', 'Cloud Reseller', '']),
  expect: expected,
})
const cellOf = (
  id: string,
  column: keyof ReturnType<typeof line>,
  cell: string,
  reason: string | null,
): Entry => ({
  id,
  what: `${column} ${JSON.stringify(cell.slice(0, 40))}`,
  file: () => reconciliationText([line({ [column]: cell })]),
  expect:
    reason === null
      ? { customers: 1, subscriptions: 1 }
      : { customers: 0, subscriptions: 0, rejected: [reason] },
})
const domainIs = (domain: string, isGood: boolean): Entry => ({
  id: 'CSV-19',
  what: `domain ${domain.slice(0, 40)}`,
  file: () => list([contoso, 'Contoso', domain, 'Cloud Reseller', '']),
  expect: isGood ? one : { customers: 0, rejected: ['DOMAIN_INVALID'] },
})

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

const cells: readonly Entry[] = [
  nameIs('CSV-14', 'control characters are left out', 'A\u0007B\u001B[2J\u0008\u001AC'),
  {
    id: 'CSV-14',
    what: 'NUL near the start is no text',
    file: () => list([contoso, 'A\0B', '', '', '']),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'binary' } },
  },
  ...[
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://e","x")',
    '+1+1',
    '-2+3',
    '@SUM(1)',
    '\t=1',
    ' =1',
    '＝1＋1',
    '＠x',
  ].map((name) => nameIs('CSV-15', name, name)),
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '{{7*7}}',
    '${7*7}',
    '%s%n',
  ].map((name) => nameIs('CSV-16', name, name)),
  nameIs('CSV-17', '32,768 characters', 'x'.repeat(32_768), { customers: 0, rejected: ['CELL_TOO_LONG'] }),
  nameIs('CSV-17', '30,000 combining marks', `a${'\u0301'.repeat(30_000)}`),
  nameIs('CSV-17', '2,000 emoji families', '👨‍👩‍👧‍👦'.repeat(2_000)),
  nameIs('UN-02', 'a name of nothing visible', '\u200B\u2060\u00AD\u3164\uFEFF', {
    customers: 0,
    rejected: ['CUSTOMER_NAME_MISSING'],
  }),
  nameIs('UN-05', 'hidden tags', 'A\u{E0041}\u{E0042}B'),
  {
    id: 'UN-05',
    what: 'half a character in UTF-16',
    file: () => utf16(list([contoso, 'A\uD800B', '', '', '']), true),
    expect: { refused: 'FILE_ENCODING' },
  },
  {
    id: 'CSV-18',
    what: 'one tenant in four ways of writing',
    file: () =>
      list(
        good,
        [`{${contoso.toUpperCase()}}`, ...good.slice(1)],
        [` ${contoso} `, ...good.slice(1)],
        [contoso.toUpperCase(), ...good.slice(1)],
      ),
    expect: one,
  },
  ...[
    contoso.replace('a1', 'а1'),
    '00000000-0000-0000-0000-000000000000',
    contoso.slice(1),
    `${contoso}0`,
    contoso.replaceAll('-', ''),
  ].map((id): Entry => ({
    id: 'CSV-18',
    what: id,
    file: () => list([id, ...good.slice(1)]),
    expect: { customers: 0, rejected: ['CUSTOMER_ID_INVALID'] },
  })),
  ...['contoso.partner.onmschina.cn', 'xn--fsqu00a.xn--55qx5d', '例子.公司', 'contoso.cn.'].map((domain) =>
    domainIs(domain, true),
  ),
  ...['.', 'a..b', `${'a'.repeat(250)}.cn`, 'http://contoso.cn', 'contoso.cn/evil', '10.0.0.1', '*.cn'].map(
    (domain) => domainIs(domain, false),
  ),
  ...[
    '2026/2/30',
    '1900-02-29',
    '0000-00-00',
    '2027-02-29',
    '+275760-09-13',
    '45000',
    '2/3/26',
    '2026-02-03T00:00:00 GMT+8',
  ].map((cell) => cellOf('CSV-21', 'SubscriptionEndDate', cell, 'DATE_INVALID')),
  ...[
    '02/03/2026',
    '2026年2月3日',
    '9999-12-31',
    '2028-02-29',
    '2026-02-03T10:00:00Z',
    '2026-02-03 10:00',
  ].map((cell) => cellOf('CSV-21', 'SubscriptionEndDate', cell, null)),
  ...['1e309', 'NaN', 'Infinity', '-0', '-1', '0x10', '1_000', '9'.repeat(40), '五', '1.5', ''].map((cell) =>
    cellOf('CSV-22', 'Quantity', cell, 'QUANTITY_INVALID'),
  ),
  ...['1,234', '１２３', '7.0', '0'].map((cell) => cellOf('CSV-22', 'Quantity', cell, null)),
  cellOf('CSV-22', 'SyndicationPartnerSubscriptionNumber', '1.23457E+11', 'ID_IMPRECISE'),
  {
    id: 'CSV-23',
    what: 'one tenant with two names',
    file: () => list(good, [contoso, 'Another', 'contoso.cn', '', '']),
    expect: { customers: 1, rejected: ['CUSTOMER_TWICE'] },
  },
  ...[
    ['是', []],
    ['否', []],
    ['VRAI', ['BOOLEAN_INVALID']],
  ].map(([word, rejected]): Entry => ({
    id: 'CSV-27',
    what: `yes or no: ${String(word)}`,
    file: () =>
      csv([
        ['CustomerId', 'Name', 'RelationshipToPartner', 'AllowDelegatedAccess'],
        [contoso, 'A', 'Reseller', String(word)],
      ]),
    expect: { rejected: rejected as readonly string[] },
  })),
  {
    id: 'CSV-28',
    what: '60,000 rows of one key',
    file: () => `${list()}${`${good.join(',')}\r\n`.repeat(60_000)}`,
    expect: one,
  },
  {
    id: 'CSV-28',
    what: '5,000 rows that differ from the first',
    file: () => `${list(good)}${`${contoso},Other,,,\r\n`.repeat(5_000)}`,
    expect: { customers: 1, rejected: Array<string>(1_000).fill('CUSTOMER_TWICE') },
  },
]

const others: readonly Entry[] = [
  ...['=x.csv', '\u202Evsc.exe.csv', 'a\n.csv', `${'华'.repeat(80)}.csv`, 'CON.csv'].map((name): Entry => ({
    id: 'CSV-25',
    what: `a file named ${JSON.stringify(name.slice(0, 20))}`,
    name,
    file: () => list(good),
    expect: one,
  })),
  {
    id: 'CSV-26',
    what: 'a workbook named .csv is read as what it is',
    file: () => workbook([{ name: 'S', rows: [header, good] }]),
    expect: { ...one, reading: { sheet: 'S', encoding: null } },
  },
  {
    id: 'CSV-26',
    what: 'a PDF',
    file: () => '%PDF-1.7\n1 0 obj',
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'pdf' } },
  },
  {
    id: 'CSV-26',
    what: 'a picture',
    file: () => bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'picture' } },
  },
  {
    id: 'CSV-26',
    what: 'a compressed file',
    file: () => bytes([0x1f, 0x8b, 8, 0]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'gzip' } },
  },
  {
    id: 'CSV-26',
    what: 'a sign-in page',
    file: () => '\r\n<!DOCTYPE html><title>Sign in</title>',
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'web-page' } },
  },
  {
    id: 'CSV-26',
    what: 'a reconciliation file without its mark of Excel’s',
    file: () => csv([reconciliationColumns.filter((name) => name !== 'SubscriptionEndDate'), []]),
    expect: { refused: 'FILE_COLUMNS_MISSING', data: { columns: ['SubscriptionEndDate'] } },
  },
]

let desk: CorpusDesk
beforeAll(async () => {
  desk = await openCorpusDesk()
})
afterAll(() => desk.close())

const named = (entries: readonly Entry[]) => entries.map((entry) => [entry.id, entry.what, entry] as const)

test.each(named(encodings))('encodings: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

test.each(named(dialects))('dialects: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

test.each(named(cells))('cells: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

test.each(named(others))('files: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})
