import { afterAll, beforeAll, expect, test } from 'vitest'
import { contoso, csv } from '#test/support/reconciliation.ts'
import { workbook, workbookParts } from '#test/support/workbook.ts'
import { zip } from '#test/support/zip.ts'
import type { CorpusDesk, Entry, Expected } from './support/corpus.ts'
import { canary, openCorpusDesk } from './support/corpus.ts'

const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship', 'Tags']
const good = [contoso, `Contoso ${canary}`, 'contoso.cn', 'Cloud Reseller', 'x']
const sheet = { name: 'Sheet1', rows: [header, good] }
const parts = workbookParts([sheet])
const whole = workbook([sheet])
const one = { customers: 1, subscriptions: 0 } as const
const damaged = { refused: 'FILE_DAMAGED' } as const

const cells = (row: number, inside: string) => `<row r="${row}">${inside}</row>`
const headerCells = header
  .map((text, index) => `<c r="${'ABCDE'[index]}1" t="str"><v>${text}</v></c>`)
  .join('')
const data = (inside: string) => `<sheetData>${cells(1, headerCells)}${inside}</sheetData>`
const rowOf = (inside: string) => data(cells(2, `<c r="A2" t="str"><v>${contoso}</v></c>${inside}`))
const sheetIs = (id: string, what: string, xml: string, expected: Expected): Entry => ({
  id,
  what,
  file: () => workbook([{ name: 'S', xml }]),
  expect: expected,
})
const partIs = (
  id: string,
  what: string,
  name: string,
  text: string,
  expected: Expected = damaged,
): Entry => ({
  id,
  what,
  file: () => workbook([sheet], { replace: { [name]: text } }),
  expect: expected,
})
const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>'
const nameCell = '<c r="B2" t="str"><v>A</v></c>'

const entries: readonly Entry[] = [
  { id: 'XL-00', what: 'an honest one', file: () => whole, expect: one },
  sheetIs('XL-01', '300 MB of white space', `${' '.repeat(300 * 1024 * 1024)}${data('')}`, {
    refused: 'FILE_LIMIT',
    data: { of: 'unpacked-bytes' },
  }),
  sheetIs(
    'XL-01',
    'more rows than are read',
    data(
      Array.from({ length: 200_002 }, (_, index) => `<row r="${index + 2}"><c><v>1</v></c></row>`).join(''),
    ),
    { refused: 'FILE_LIMIT' },
  ),
  {
    id: 'XL-02',
    what: 'an archive in an archive',
    file: () => zip([{ name: 'inner.xlsx', bytes: whole }]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'zip' } },
  },
  {
    id: 'XL-02',
    what: 'parts that share their bytes',
    file: () => zip(parts.map((part, index) => (index === 0 ? part : { ...part, statedOffset: 0 }))),
    expect: damaged,
  },
  {
    id: 'XL-02',
    what: '300 parts',
    file: () =>
      zip([...parts, ...Array.from({ length: 300 }, (_, index) => ({ name: `x${index}`, bytes: 'x' }))]),
    expect: { refused: 'FILE_LIMIT', data: { of: 'parts' } },
  },
  {
    id: 'XL-03',
    what: 'a part that says it is 4 GB',
    file: () =>
      zip(parts.map((part) => (part.name.includes('sheet1') ? { ...part, statedSize: 0xfffffffe } : part))),
    expect: damaged,
  },
  {
    id: 'XL-03',
    what: 'a part that says it is one byte',
    file: () => zip(parts.map((part) => (part.name.includes('sheet1') ? { ...part, statedSize: 1 } : part))),
    expect: damaged,
  },
  ...['../../evil.txt', '/abs.txt', 'C:\\evil.txt', 'a\\..\\b'].map((name): Entry => ({
    id: 'XL-04',
    what: `a part named ${name}`,
    file: () => zip([...parts, { name, bytes: 'x' }]),
    expect: damaged,
  })),
  {
    id: 'XL-04',
    what: 'a part twice',
    file: () => zip([...parts, { name: 'XL/Workbook.xml', bytes: '<x/>' }]),
    expect: damaged,
  },
  {
    id: 'XL-04',
    what: 'a NUL in a name',
    file: () => zip([...parts, { name: 'a\0b', bytes: 'x' }]),
    expect: one,
  },
  partIs('XL-05', 'a billion laughs', 'xl/workbook.xml', laughs),
  partIs(
    'XL-05',
    'an external entity',
    'xl/workbook.xml',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>',
  ),
  partIs(
    'XL-05',
    'an external document type',
    'xl/workbook.xml',
    '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>',
  ),
  partIs(
    'XL-05',
    'a parameter entity',
    'xl/workbook.xml',
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><workbook/>',
  ),
  partIs('XL-05', 'an entity nobody declared', 'xl/workbook.xml', '<workbook>&nbsp;</workbook>'),
  partIs('XL-05', 'UTF-7', 'xl/workbook.xml', '<?xml version="1.0" encoding="UTF-7"?><workbook/>'),
  {
    id: 'XL-05',
    what: 'UTF-16',
    file: () =>
      zip(
        parts.map((part) =>
          part.name === 'xl/workbook.xml'
            ? { ...part, bytes: Buffer.from(`\uFEFF${String(part.bytes)}`, 'utf16le') }
            : part,
        ),
      ),
    expect: damaged,
  },
  sheetIs('XL-05', '100,000 elements in one another', '<a>'.repeat(100_000), damaged),
  sheetIs('XL-06', 'a cell at XFD', rowOf(`${nameCell}<c r="XFD2" t="str"><v>far</v></c>`), {
    customers: 0,
    rejected: ['COLUMN_COUNT'],
  }),
  sheetIs(
    'XL-06',
    'the last row of all',
    data(
      cells(1_048_576, `<c r="A1048576" t="str"><v>${contoso}</v></c><c r="B1048576" t="str"><v>A</v></c>`),
    ),
    one,
  ),
  ...['ZZZZZZ99999999999', 'A0', '1A', '__proto__', 'B3', 'XFE2'].map((at) =>
    sheetIs('XL-06', `a cell at ${at}`, rowOf(`<c r="${at}" t="str"><v>x</v></c>`), damaged),
  ),
  sheetIs(
    'XL-06',
    'cells without a place',
    data('<row><c t="str"><v>a1b2c3d4-0000-4000-8000-000000000001</v></c><c t="str"><v>A</v></c></row>'),
    one,
  ),
  sheetIs('XL-06', 'rows out of order', data(`${cells(9, '')}${cells(3, '')}`), damaged),
  sheetIs(
    'XL-06',
    'a cell twice: the later one counts',
    rowOf(`${nameCell}<c r="B2" t="str"><v>B</v></c>`),
    one,
  ),
  ...['-1', '4294967295', 'NaN', ''].map((index) =>
    sheetIs('XL-07', `shared text ${index}`, rowOf(`<c r="B2" t="s"><v>${index}</v></c>`), {
      customers: 0,
      rejected: ['CELL_UNREADABLE'],
    }),
  ),
  {
    id: 'XL-07',
    what: 'more shared texts than are read',
    file: () =>
      workbook([sheet], {
        sharedStrings: Array.from({ length: 500_001 }, (_, index) => `<si><t>${index * 7919}</t></si>`).join(
          '',
        ),
      }),
    expect: { refused: 'FILE_LIMIT', data: { of: 'strings' } },
  },
  sheetIs(
    'XL-08',
    'a formula is its last value',
    rowOf('<c r="B2" t="str"><f>WEBSERVICE("http://e")</f><v>Contoso</v></c>'),
    one,
  ),
  sheetIs('XL-08', 'a formula that was never worked out', rowOf('<c r="B2"><f>1+1</f></c>'), {
    customers: 0,
    rejected: ['CUSTOMER_NAME_MISSING'],
  }),
  sheetIs('XL-08', 'an error', rowOf('<c r="B2" t="e"><v>#REF!</v></c>'), {
    customers: 0,
    rejected: ['CELL_UNREADABLE'],
  }),
  sheetIs('XL-08', 'a number beyond all', rowOf('<c r="B2"><v>1e309</v></c>'), {
    customers: 0,
    rejected: ['CELL_UNREADABLE'],
  }),
  { id: 'XL-09', what: 'no sheet at all', file: () => workbook([]), expect: { refused: 'FILE_NO_ROWS' } },
  {
    id: 'XL-09',
    what: 'only hidden sheets',
    file: () => workbook([{ ...sheet, state: 'veryHidden' }]),
    expect: { refused: 'FILE_NO_ROWS' },
  },
  {
    id: 'XL-09',
    what: 'a sheet of a long and strange name',
    file: () => workbook([{ ...sheet, name: `__proto__<&">${'x'.repeat(200)}` }]),
    expect: one,
  },
  {
    id: 'XL-10',
    what: 'an encrypted or old workbook',
    file: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'xls' } },
  },
  {
    id: 'XL-10',
    what: 'a binary workbook',
    file: () => zip([{ name: 'xl/workbook.bin', bytes: 'x' }]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'xlsb' } },
  },
  {
    id: 'XL-10',
    what: 'an OpenDocument sheet',
    file: () => zip([{ name: 'content.xml', bytes: '<x/>' }]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'ods' } },
  },
  {
    id: 'XL-10',
    what: 'an encrypted part',
    file: () => zip(parts.map((part) => ({ ...part, isEncrypted: true }))),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'encrypted' } },
  },
  {
    id: 'XL-10',
    what: 'macros are not looked at',
    file: () => workbook([sheet], { extra: [{ name: 'xl/vbaProject.bin', bytes: 'Sub AutoOpen()' }] }),
    expect: one,
  },
  ...Array.from({ length: 20 }, (_, index) => Math.floor(((index + 0.5) * whole.length) / 20)).map(
    (end): Entry => ({
      id: 'XL-11',
      what: `cut off at byte ${end}`,
      file: () => whole.subarray(0, Math.max(end, 4)),
      expect: damaged,
    }),
  ),
  { id: 'XL-11', what: 'a bit turned in the packed sheet', file: () => flipped(whole), expect: damaged },
  {
    id: 'XL-11',
    what: 'something behind the end',
    file: () => Buffer.concat([whole, Buffer.from('garbage')]),
    expect: damaged,
  },
  {
    id: 'XL-11',
    what: 'something before the start',
    file: () => Buffer.concat([Buffer.from('MZ program'), whole]),
    expect: { refused: 'FILE_NOT_A_TABLE', data: { kind: 'binary' } },
  },
  sheetIs(
    'XL-12',
    'links and pictures',
    `${rowOf(nameCell)}<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks><legacyDrawing r:id="rId8"/>`,
    one,
  ),
  {
    id: 'XL-12',
    what: 'a sheet that lies elsewhere',
    file: () =>
      workbook([sheet], {
        replace: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="https://e.example/s.xml" TargetMode="External"/></Relationships>',
        },
      }),
    expect: { refused: 'FILE_NO_ROWS' },
  },
  sheetIs(
    'XL-13',
    'a dimension as large as a sheet can be',
    `<dimension ref="A1:XFD1048576"/>${rowOf(nameCell)}<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}</mergeCells>`,
    one,
  ),
  { id: 'XL-99', what: 'a text file of the same rows', file: () => csv([header, good]), expect: one },
]

let desk: CorpusDesk
beforeAll(async () => {
  desk = await openCorpusDesk()
})
afterAll(() => desk.close())

const named = (entries: readonly Entry[]) => entries.map((entry) => [entry.id, entry.what, entry] as const)

test.each(named(entries))('%s %s', async (_id, _what, entry) => {
  expect(await desk.outcome(entry)).toMatchObject(desk.expected(entry))
})

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 40
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at)
  return copy
}
