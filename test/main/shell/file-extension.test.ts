import { expect, test } from 'vitest'
import { hasExtension, withExtension } from '#main/shell/file-extension.ts'

test.each([
  ['/a/mail', '/a/mail.eml'],
  ['/a/mail.', '/a/mail..eml'],
  ['/a/mail.eml', '/a/mail.eml'],
  ['/a/mail.EML', '/a/mail.EML'],
  ['/a/Contoso Ltd. 2026', '/a/Contoso Ltd. 2026.eml'],
  ['/a.eml/mail', '/a.eml/mail.eml'],
])('%s is saved as %s', (typed, saved) => {
  expect(withExtension(typed, ['eml'])).toBe(saved)
})

test('only the last extension counts', () => {
  expect(hasExtension('/a/b.csv.exe', ['csv'])).toBe(false)
  expect(hasExtension('/a/b.CSV', ['csv'])).toBe(true)
  expect(hasExtension('/a/.csv', ['csv'])).toBe(false)
})
