import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCsvRecords } from '#main/import/readers/csv-records.ts'

function read(text: string, delimiter = ',', cuts: readonly number[] = []) {
  const records = createCsvRecords(delimiter)
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
  return [...pieces.flatMap((piece) => records.push(piece)), ...records.end()]
}
const cellsOf = (text: string, delimiter?: string, cuts?: readonly number[]) =>
  read(text, delimiter, cuts).map(({ cells }) => cells)

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '，', '\r', '\n', ' ', '中', '𠮷') }),
  fc.string({ unit: 'grapheme' }),
)
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )

describe('any table', () => {
  test('written by another program is read as it was, however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|', '，'),
        fc.constantFrom('\r\n', '\n', '\r'),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 5 }),
        (rows, delimiter, newline, isQuoted, cuts) => {
          const text = stringify(rows, {
            delimiter,
            record_delimiter: newline,
            quoted: isQuoted,
            quoted_match: /[\r\n"]|^\s|\s$/,
          })
          expect(cellsOf(text, delimiter, cuts)).toEqual(rows)
        },
      ),
    )
  })

  test('is read the same by an independent reader', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = stringify(rows, { quoted_match: /[\r\n]/ })
        const expected: string[][] = parse(text, { relax_column_count: true })
        expect(cellsOf(text)).toEqual(expected)
      }),
    )
  })

  test('comes apart the same way wherever the pieces end, even when it is no table at all', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ') })
    const outcome = (work: () => unknown) => {
      try {
        return work()
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : thrown
      }
    }
    fc.assert(
      fc.property(noise, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(outcome(() => read(text, ',', cuts))).toEqual(outcome(() => read(text)))
      }),
    )
  })
})

test.each([
  [
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a,b\r\n\r\nc,d\n', [['a', 'b'], [''], ['c', 'd']]],
  ['a,"x ""y"" z",c', [['a', 'x "y" z', 'c']]],
  ['a,x"y"z,c', [['a', 'x"y"z', 'c']]],
  ['"",""', [['', '']]],
  ['a,"1\r\n2",c\n', [['a', '1\r\n2', 'c']]],
  ['a,', [['a', '']]],
])('%j', (text, expected) => {
  expect(cellsOf(text)).toEqual(expected)
})

test('a quoted cell that goes on behind its quotation mark marks its row', () => {
  expect(read('"a"b,c\nd,e')).toEqual([
    { cells: ['ab', 'c'], isTorn: true },
    { cells: ['d', 'e'], isTorn: false },
  ])
  expect(read('"" x,c')).toMatchObject([{ isTorn: true }])
})

test('a quotation mark that is never closed is told with its line, and soon', () => {
  const records = createCsvRecords(',')
  records.push('a,b\n"1\n2",c\n')
  records.push('"open,')
  const piece = `${'x,'.repeat(400_000)}\n`
  expect(() => {
    for (let pieces = 0; pieces < 30; pieces += 1) {
      records.push(piece)
    }
  }).toThrow(expect.objectContaining({ code: 'FILE_QUOTE_OPEN', data: { line: 4 } }) as Error)
})
