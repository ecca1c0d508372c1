import { describe, expect, test } from 'vitest'
import { contoso, csv, fabrikam } from '#test/support/reconciliation.ts'
import { stage } from '#test/support/staged.ts'

const header = ['客户名称', '租户', '产品', '数量', '订阅号', '到期日']
const rows = [
  ['华联', contoso, 'E3', '10', 's1', '2027-01-01'],
  ['法布瑞康', fabrikam, 'E3', '25 席', 's2', '2027-01-02'],
]

/** The question a table leads to, as far as its header goes. */
async function asked(text: string, options: { readonly headerRow?: number } = {}) {
  const { result } = await stage(text, options)
  return result.kind === 'mapping'
    ? { row: result.reading.headerRow, header: result.reading.header, rows: result.rows }
    : null
}

describe('the header of a table', () => {
  test('is looked for below titles, dates and empty lines', async () => {
    const text = csv([['客户订阅清单', '', '', '', '', ''], [], ['制表', '2026-11-01'], header, ...rows])
    expect(await asked(text)).toEqual({ row: 4, header, rows })
  })

  test('is looked for with the delimiter of the table, not of its title', async () => {
    const table = csv([header, ...rows], ';')
    for (const title of ['客户订阅清单', '客户订阅清单，2026年11月，华东', '"a, b, c"', 'Jan, Feb, Mar']) {
      expect(await asked(`${title}\r\n\r\n${table}`)).toEqual({ row: 3, header, rows })
    }
    // A cell may hold more of another sign than the table has columns.
    const decimals = ['name;price;tax', '1,5,5;2,5,5;3,5,5', '1,5,5;2,5,5;3,5,5'].join('\n')
    expect(await asked(decimals)).toMatchObject({ row: 1, header: ['name', 'price', 'tax'] })
  })

  test('is the top row where that names columns the program knows, whatever comes below', async () => {
    const text = csv([
      ['客户名称', '租户'],
      ['客户名称', '租户'],
      ['产品', '数量'],
    ])
    expect(await asked(text)).toMatchObject({ row: 1 })
  })

  test('is the first full row where nothing is known and the top row is but a title', async () => {
    const text = csv([['Our list'], ['one', 'two', 'three'], ['a', 'b', 'c']])
    expect(await asked(text)).toMatchObject({ row: 2, header: ['one', 'two', 'three'] })
    expect(
      await asked(
        csv([
          ['one', 'two'],
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toMatchObject({ row: 1 })
    expect(await asked(csv([['one'], ['a'], ['b']]))).toMatchObject({ row: 1 })
  })

  test('is the row the user says', async () => {
    const text = csv([['x', 'y', 'z'], ['one', 'two', 'three'], [], ['a', 'b', 'c']])
    expect(await asked(text)).toMatchObject({ row: 1 })
    expect(await asked(text, { headerRow: 2 })).toMatchObject({ row: 2, rows: [['a', 'b', 'c']] })
    // An empty row stands for the one after it.
    expect(await asked(csv([['x', 'y'], [], ['one', 'two'], ['a', 'b']]), { headerRow: 2 })).toMatchObject({
      row: 3,
    })
  })

  test('of a known file is found there too, and rows are counted from the top of the file', async () => {
    const text = csv([
      ['Exported by Partner Center'],
      ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'],
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller'],
      ['no id', 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller'],
    ])
    const { result, rejected, customers } = await stage(text)
    expect(result).toMatchObject({
      facts: { shape: 'customers-csv', rowCount: 2 },
      reading: { headerRow: 2 },
    })
    expect(rejected).toMatchObject([{ row: 4, reason: 'CUSTOMER_ID_INVALID' }])
    expect(customers).toHaveLength(1)
  })

  test('is found however the file comes in pieces', async () => {
    const text = csv([['客户订阅清单'], header, ...Array.from({ length: 200 }, () => rows[0] ?? [])])
    for (const chunkBytes of [1, 7, 64]) {
      const { result } = await stage(text, { chunkBytes })
      expect(result).toMatchObject({ kind: 'mapping', reading: { headerRow: 2, header } })
    }
  })
})
