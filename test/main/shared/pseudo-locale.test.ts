import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pseudo } from '#test/support/pseudo-locale.ts'

const holes = (text: string) => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(([hole]) => hole)

test('a text grows by about two fifths, and its places stay as they are', () => {
  expect(pseudo('Search customers')).toBe('⟦Šéáárçh çüüüšţôôméérš⟧')
  expect(pseudo('{{count, number}} rows')).toContain('{{count, number}}')
})

test('nothing that is filled in changes, and every text is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('{{name}}', 'Window ', 'a', 'of ', '客户', '.')), (parts) => {
      const text = parts.join('')
      expect(holes(pseudo(text))).toEqual(holes(text))
      expect(pseudo(text).length).toBeGreaterThanOrEqual(text.trim() === '' ? text.length : text.length + 2)
    }),
  )
})
