import { execFileSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { JSDOM } from 'jsdom'
import { lists, type ListName } from '#shared/domain/list-columns.ts'
import { toSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import { csv } from '#test/support/reconciliation.ts'
import { answerSaveDialog, putFile } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { fillDesk } from './support/sample-desk.ts'
import { look, run } from './support/stage.ts'

/* Tables as a spreadsheet program reads them: LibreOffice, whose package is installed with those of the windows. */

/** Company names that a spreadsheet would calculate, and one that ends in what a Chinese keyboard types for them. */
const hostile = ['=1+1', '＝SUM(A1)', '+86 21', '-cmd|calc', '@sum', '＠全角', '上海＝华联']

type Sheet = { readonly rows: readonly (readonly Cell[])[]; readonly formulas: readonly string[] }
type Cell = { readonly type: string | null; readonly text: string }

/**
 * Reads files through LibreOffice, all of a kind in one process of a profile of its own. `comma, quotes, UTF-8, first
 * line`: what its dialog shows for a file with a mark of UTF-8, and formulas are calculated wherever one could be.
 */
async function throughOffice(folder: string, paths: readonly string[]): Promise<readonly Sheet[]> {
  const filter = paths.every((path) => path.endsWith('.csv')) ? ['--infilter=CSV:44,34,76,1'] : []
  const profile = pathToFileURL(join(folder, 'office-profile')).href
  const out = join(folder, `read-${filter.length}`)
  execFileSync(
    'soffice',
    [
      ...['--headless', '--norestore', `-env:UserInstallation=${profile}`, ...filter],
      ...['--convert-to', 'fods', '--outdir', out, ...paths],
    ],
    { stdio: 'pipe', env: { ...process.env, LANG: 'C.UTF-8' } },
  )
  return Promise.all(paths.map(async (path) => sheetOf(join(out, basename(path).replace(/\.\w+$/, '.fods')))))
}

/** The cells of LibreOffice's own plain format, which says of each what it took it for. */
async function sheetOf(path: string): Promise<Sheet> {
  const { document } = new JSDOM(await readFile(path, 'utf8'), { contentType: 'text/xml' }).window
  const table = document.getElementsByTagName('table:table')[0]
  const named = (element: Element | undefined, name: string) => [
    ...(element?.getElementsByTagName(name) ?? []),
  ]
  const cells = named(table, 'table:table-cell')
  const rows = named(table, 'table:table-row').map((row) => {
    const found = named(row, 'table:table-cell').flatMap((cell): Cell[] =>
      Array.from({ length: Number(cell.getAttribute('table:number-columns-repeated') ?? 1) }, () => ({
        type: cell.getAttribute('office:value-type'),
        text: named(cell, 'text:p')
          .map((paragraph) => paragraph.textContent)
          .join('\n'),
      })),
    )
    // The empty rest of the sheet is one cell that is repeated to its edge.
    return found.slice(0, found.findLastIndex(({ text }) => text !== '') + 1)
  })
  return {
    rows: rows.filter((row) => row.length > 0),
    formulas: cells.flatMap((cell) => cell.getAttribute('table:formula') ?? []),
  }
}

test('LibreOffice finds every row of every list, its Chinese whole and no formula, in CSV and XLSX alike', async ({
  desk,
}, testInfo) => {
  await fillDesk(desk)
  const { id: accountId } = await run(desk, 'account.create', {
    companyName: '=HYPERLINK("http://x")',
    cloud: '21vianet',
    kind: 'direct',
  })
  const staged = await run(desk, 'import.paste', {
    accountId,
    name: '恶意数据.csv',
    text: csv([
      ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'],
      ...hostile.map((name, at) => [`0f0f0f0f-0000-4000-8000-00000000000${at}`, name, '', 'Cloud Reseller']),
    ]),
  })
  await run(desk, 'import.apply', { previewId: staged.step === 'changes' ? staged.previewId : '' })

  const folder = testInfo.outputPath('tables')
  await mkdir(folder)
  const write = async (list: ListName, format: 'csv' | 'xlsx') => {
    const path = join(folder, `${list}.${format}`)
    await answerSaveDialog(desk.application, path)
    const { rows } = await run(desk, 'list.export', { list, format, language: 'zh-CN' })
    return { path, rows }
  }
  const tables: Awaited<ReturnType<typeof write>>[] = []
  const workbooks: typeof tables = []
  for (const list of lists) {
    tables.push(await write(list, 'csv'))
    workbooks.push(await write(list, 'xlsx'))
  }
  expect(tables.every(({ rows }) => rows > 0)).toBe(true)

  // Were this not found, LibreOffice would not be looking for formulas at all.
  const unsafe = await putFile(folder, 'unsafe.csv', '\uFEFF名称\r\n=1+1\r\n')
  const fromCsv = await throughOffice(folder, [...tables.map(({ path }) => path), unsafe])
  expect(fromCsv.at(-1)?.formulas).toHaveLength(1)
  const fromXlsx = await throughOffice(
    folder,
    workbooks.map(({ path }) => path),
  )

  for (const [at, list] of lists.entries()) {
    const written = parse(await readFile(tables[at]?.path ?? ''), { bom: true })
    for (const sheet of [fromCsv[at], fromXlsx[at]]) {
      expect(sheet?.formulas, list).toEqual([])
      expect(sheet?.rows, list).toHaveLength(written.length)
      expect(sheet?.rows[0]?.map(({ text }) => text)).toEqual(written[0])
    }
    // Wherever the workbook has words, the text file has the same ones, made safe.
    const wordsIn = (read: (cell: Cell, row: number, column: number) => string) =>
      (fromXlsx[at]?.rows ?? []).map((row, index) =>
        row.map((cell, column) => (cell.type === 'string' ? read(cell, index, column) : '')),
      )
    expect(
      wordsIn((_, row, column) => fromCsv[at]?.rows[row]?.[column]?.text ?? ''),
      list,
    ).toEqual(wordsIn(({ text }) => toSpreadsheetText(text)))
  }

  const names = (await look(desk, 'customer.list', { limit: 200 })).rows.map(({ name }) => name)
  expect(names.filter((name) => /\p{Script=Han}/u.test(name)).length).toBeGreaterThan(20)
  expect(names).toEqual(expect.arrayContaining(hostile))
  const firstColumn = (sheet: Sheet | undefined) => sheet?.rows.slice(1).map((row) => row[0]?.text)
  const customers = lists.indexOf('customers')
  expect(firstColumn(fromXlsx[customers])).toEqual(names)
  expect(firstColumn(fromCsv[customers])).toEqual(names.map(toSpreadsheetText))

  const typesOf = (sheet: Sheet | undefined, title: string) => {
    const at = sheet?.rows[0]?.findIndex(({ text }) => text === title) ?? -1
    return new Set(sheet?.rows.slice(1).flatMap((row) => row[at]?.type ?? []))
  }
  const subscriptions = fromXlsx[lists.indexOf('subscriptions')]
  expect(typesOf(subscriptions, '席位')).toEqual(new Set(['float']))
  // What has no end says so in words.
  expect(typesOf(subscriptions, '结束（UTC）')).toEqual(new Set(['date', 'string']))
})
