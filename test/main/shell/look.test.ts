import { expect, test } from 'vitest'
import { lookOf, sourcesOf } from '#main/shell/look.ts'

test('the look of a start follows what is stored, and the system where that is nothing it knows', () => {
  expect(lookOf({ theme: 'dark', language: 'en', zoom: 150 })).toEqual({
    theme: 'dark',
    language: 'en',
    zoom: 150,
  })
  expect(lookOf({ theme: 'pink', language: 'fr', zoom: 9_000 })).toEqual({
    theme: 'system',
    language: 'system',
    zoom: 100,
  })
  expect(lookOf({})).toEqual({ theme: 'system', language: 'system', zoom: 100 })
})

test.each([
  ['system', false, false, 'light'],
  ['system', true, false, 'dark'],
  ['system', true, true, 'high-contrast'],
  ['light', true, true, 'light'],
] as const)(
  'with the theme %s (dark %s, high contrast %s) the page begins with %s',
  (theme, isDark, isHighContrast, worn) => {
    const look = { theme, language: 'system', zoom: 100 } as const
    expect(sourcesOf(look, 'zh-CN', { isDark, isHighContrast })).toEqual([
      'shared/locales/zh-CN.ts',
      `renderer/app/themes/${worn}.ts`,
    ])
  },
)
