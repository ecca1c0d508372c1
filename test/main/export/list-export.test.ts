import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportColumns } from '#shared/domain/export-columns.ts'
import { lists } from '#shared/domain/list-columns.ts'
import { fromSpreadsheetText, toSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import { columnTitles } from '#shared/locales/column-titles.ts'
import { textsIn } from '#main/export/texts.ts'
import type { TableCell } from '#main/export/table-cells.ts'
import { tableWriters } from '#main/export/table-writers.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'

const hostile = [
  '=HYPERLINK("http://x")',
  '＝SUM(A1)',
  '+86 21',
  '-cmd|calc',
  '@sum',
  '＠x',
  "'=x",
  "''=x",
  "'ok",
]
let loopback: Loopback

beforeAll(async () => {
  loopback = createLoopback({ clock: () => new Date('2026-11-22T09:00:00Z') })
  await loopback.run('sample.load', {})
  const accountId = await makeAccount(loopback, { companyName: '恶意数据' })
  await importFile(
    loopback,
    accountId,
    customersFile(
      hostile.map((name, index) => [
        `a1b2c3d4-0000-4000-8000-00000000000${index}`,
        name,
        '',
        'Cloud Reseller',
        '',
      ]),
    ),
  )
})
afterAll(() => loopback.close())

async function exported(input: Parameters<typeof loopback.run<'list.export'>>[1]) {
  const answer = await loopback.run('list.export', input)
  const file = loopback.savedFiles.at(-1)
  if (file === undefined) {
    throw new Error('nothing was saved')
  }
  return { ...answer, name: file.name, bytes: file.bytes, text: Buffer.from(file.bytes).toString('utf8') }
}
const rowsOf = (text: string): string[][] => parse(text, { bom: true, relaxColumnCount: false })

describe('what the list shows is what the file holds', () => {
  test.each(lists)('%s, all columns, in the order of the list', async (list) => {
    const view = {
      customers: 'customer.list',
      subscriptions: 'subscription.list',
      renewals: 'renewal.list',
      requests: 'request.list',
      imports: 'import.list',
      links: 'link.list',
    } as const
    const { total } = loopback.read(view[list], {})
    const file = await exported({ list, format: 'csv', language: 'en' })
    const rows = rowsOf(file.text)
    expect(rows).toHaveLength(total + 1)
    expect(rows[0]).toHaveLength(Object.keys(exportColumns(list)).length)
    expect(file).toMatchObject({ rows: total, columns: rows[0]?.length })
  })

  test('the filter, the order and the chosen columns', async () => {
    const filter = {
      match: 'all' as const,
      conditions: [{ column: 'seatCount' as const, operator: 'at-least' as const, value: 100 }],
    }
    const sort = [{ column: 'seatCount' as const, direction: 'descending' as const }]
    const shown = loopback.read('customer.list', { filter, sort, limit: 10_000 }).rows
    const file = await exported({
      list: 'customers',
      filter,
      sort,
      columns: ['seatCount', 'name'],
      format: 'csv',
      language: 'en',
    })
    expect(rowsOf(file.text)).toEqual([
      ['Seats', 'Name'],
      ...shown.map(({ seatCount, name }) => [String(seatCount), name]),
    ])
    expect(file.name).toBe('Customers 2026-11-22.csv')
  })

  test('words in the language that was asked for, dates with their zone', async () => {
    const file = await exported({
      list: 'subscriptions',
      columns: ['offer', 'status', 'endDate', 'confirmedAt', 'partnerOfRecordState'],
      format: 'csv',
      language: 'zh-CN',
    })
    const [header, first] = rowsOf(file.text)
    expect(file.text.startsWith('\uFEFF')).toBe(true)
    expect(header).toEqual(['产品', '状态', '结束（UTC）', '确认时间（UTC）', '记录的经销商'])
    expect(first?.[1]).toBe('已到期')
    expect(first?.[2]).toMatch(/^\d{4}-\d\d-\d\d$/)
    // The sample's last files are two days old.
    expect(first?.[3]).toBe('2026-11-20T09:00:00Z')
  })

  test('what is worked out when it is read, as the worklist shows it', async () => {
    const [first] = loopback.read('renewal.list', { limit: 1 }).rows
    const file = await exported({
      list: 'renewals',
      columns: ['endDate', 'outcome', 'lastSafeDay'],
      format: 'csv',
      language: 'en',
    })
    const rows = rowsOf(file.text)
    expect(rows[0]).toEqual(['End (UTC)', 'If nobody acts', 'Last safe day (UTC)'])
    expect(rows[1]?.[1]).toMatch(/^Its term ended on \d{4}-\d\d-\d\d\. What happened then is not known/)
    expect(rows[1]?.[2]).toBe(first?.deadline?.lastSafeDay)
  })

  test('every title exists in both languages', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const texts = textsIn(language)
      for (const path of lists.flatMap((list) => Object.values(columnTitles[list]))) {
        expect(texts(path)).not.toBe(path)
      }
    }
  })

  test('a cancelled dialog leaves no file, and nothing is said to be written', async () => {
    const before = loopback.savedFiles.length
    const reply = await loopback.application.router.dispatch(
      'list.export',
      { list: 'links', format: 'csv' },
      {
        openFile: () => Promise.reject(new Error('not asked for')),
        openFiles: () => Promise.reject(new Error('not asked for')),
        saveFile: () => Promise.reject(new Error('the disk is full')),
        saveFiles: () => Promise.reject(new Error('not asked for')),
      },
    )
    expect(reply.ok).toBe(false)
    expect(loopback.savedFiles).toHaveLength(before)
    expect(loopback.read('job.list', {})[0]?.state).toBe('failed')
  })

  test('a column that the list does not have is refused', async () => {
    const refused = await refusal(
      loopback.run('list.export', { list: 'links', format: 'csv', columns: ['offer' as 'link'] }),
    )
    expect(refused.code).toBe('INVALID_INPUT')
  })
})

describe('formulas', () => {
  test.each(['csv', 'tsv'] as const)('no cell of a %s can begin one', async (format) => {
    const file = await exported({ list: 'customers', columns: ['name'], format, language: 'en' })
    const cells = format === 'csv' ? rowsOf(file.text).flat() : file.text.slice(1).split('\r\n')
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain("'＝SUM(A1)")
  })

  test('what was neutralised comes back exactly', () => {
    for (const text of hostile) {
      expect(fromSpreadsheetText(toSpreadsheetText(text))).toBe(text)
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), fc.nat(4), (text, quotes) => {
        const wild = `${"'".repeat(quotes)}${text}`
        const safe = toSpreadsheetText(wild)
        expect(fromSpreadsheetText(safe)).toBe(wild)
        expect(safe).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
      }),
    )
  })
})

describe('workbooks', () => {
  test('an independent reader finds the same cells, typed, and no formula', async () => {
    const file = await exported({
      list: 'subscriptions',
      columns: ['customerName', 'quantity', 'endDate', 'confirmedAt'],
      format: 'xlsx',
      language: 'zh-CN',
    })
    const shown = loopback.read('subscription.list', { limit: 10_000 }).rows
    const [sheet] = await readSheets(Buffer.from(file.bytes))
    expect(sheet?.sheet).toBe('订阅')
    expect(sheet?.data[0]).toEqual(['客户', '席位', '结束（UTC）', '确认时间（UTC）'])
    expect(sheet?.data.slice(1)).toEqual(
      shown.map((row) => [
        row.customerName,
        row.quantity,
        row.endDate === null
          ? row.endDateRaw === null
            ? null
            : '无结束日期'
          : new Date(`${row.endDate}T00:00:00Z`),
        new Date(row.evidence.confirmedAt),
      ]),
    )
    const xml = strFromU8(unzipSync(file.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).not.toMatch(/<f[ >/]/)
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain(`<autoFilter ref="A1:D${shown.length + 1}"/>`)
  })

  test('any text survives, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
            minLength: 2,
            maxLength: 2,
          }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        async (rows) => {
          const columns = ['a', 'b'].map((title) => ({
            title,
            type: 'text' as const,
            cell: (): TableCell => null,
          }))
          const writer = tableWriters.xlsx({ columns, rowCount: rows.length, sheetName: 'x' })
          writer.add(rows.map((row) => row.map((text) => ({ kind: 'text', text }))))
          const [sheet] = await readSheets(Buffer.from(writer.finish()), { trim: false })
          // Spaces at the ends and controls are the reader's to trim; everything else must be there.
          const isPrintable = (text: string) => !/[\u0000-\u001F_\uFFFE\uFFFF]|^\s|\s$/.test(text)
          const wanted = rows.map((row) => row.map((text) => (isPrintable(text) ? text : null)))
          const found = rows.map((row, index) =>
            row.map((text, column) => (isPrintable(text) ? sheet?.data[index + 1]?.[column] : null)),
          )
          expect(found).toEqual(wanted)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('Markdown stays a table, whatever the cells hold', async () => {
  const file = await exported({
    list: 'customers',
    columns: ['name', 'seatCount'],
    format: 'md',
    language: 'en',
  })
  const lines = file.text.trimEnd().split('\n')
  expect(lines[0]).toBe('| Name | Seats |')
  expect(lines[1]).toBe('| --- | ---: |')
  expect(lines).toHaveLength(file.rows + 2)
  for (const line of lines) {
    expect(line.replaceAll(/\\./g, '').split('|')).toHaveLength(4)
  }
})
