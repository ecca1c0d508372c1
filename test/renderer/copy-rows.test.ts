import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromSpreadsheetText } from '#shared/domain/spreadsheet-text.ts'
import { cellToCopy, tableText } from '#renderer/table/selection/copy-rows.ts'

test('no pasted cell begins a formula, full-width signs included; a negative number stays one', () => {
  const cells = [
    '=1+1',
    '＝SUM(A1)',
    '＋1',
    '－2+3',
    '＠x',
    '@sum',
    '-cmd|calc',
    '+86 21',
    "'=x",
    '-12',
    '25',
  ]
  const safe = [...cells.slice(0, 9).map((cell) => `'${cell}`), '-12', '25']
  expect(tableText('tsv', [cells]).split('\t')).toEqual(safe)
  expect(cells.map(cellToCopy)).toEqual(safe)
  const [head = '', rule, body = ''] = tableText('markdown', [cells, cells]).split('\n')
  expect(head).toBe(body)
  expect(rule).toBe(`|${' --- |'.repeat(cells.length)}`)
  expect(body.slice(2, -2).split(' | ')).toEqual(safe.map((cell) => cell.replaceAll('|', '\\|')))
})

test('what was neutralised comes back exactly, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pasted = tableText('tsv', [[text]])
      expect(pasted).not.toMatch(/^[=+@＝＋－＠\t\r\n]|^-(?![\d.,]+$)/)
      expect(fromSpreadsheetText(pasted)).toBe(text.replaceAll(/[\t\r\n]+/g, ' '))
      expect(cellToCopy(text)).toBe(pasted)
      const [, , row = ''] = tableText('markdown', [['x'], [text]]).split('\n')
      expect(row.slice(2, -2).replaceAll(/\\([\\|])/g, '$1')).toBe(pasted)
    }),
  )
})
