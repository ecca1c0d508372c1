import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped } from '#build/ascii-only.ts'

test('code means what it meant, in ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const code = `({ 名: ${JSON.stringify(text)}, is: /^[一-龥⇧]+$/u.test('客户⇧') })`
      const written = escaped(code)
      expect(written).not.toMatch(/[^\0-\u007F]/)
      expect(runInNewContext(written)).toEqual(runInNewContext(code))
    }),
  )
})
