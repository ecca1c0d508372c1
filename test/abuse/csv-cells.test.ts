import { afterAll, beforeAll, expect, test } from 'vitest'
import { contoso, csv, reconciliationColumns } from '#test/support/reconciliation.ts'
import { workbook } from '#test/support/workbook.ts'
import type { CorpusDesk, Entry } from './support/corpus.ts'
import { openCorpusDesk } from './support/corpus.ts'
import {
  header,
  good,
  list,
  one,
  bytes,
  utf16,
  nameIs,
  cellOf,
  domainIs,
  named,
} from './support/csv-entries.ts'

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
    expect: { customers: 1, rejected: Array<string>(5_000).fill('CUSTOMER_TWICE') },
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

test.each(named(cells))('cells: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

test.each(named(others))('files: %s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})
