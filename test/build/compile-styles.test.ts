import { describe, expect, test } from 'vitest'
import { compiledStyles } from '#build/compile-styles.ts'

const from = `import { makeStyles, tokens } from '@fluentui/react-components'\n`

describe('the styles of the page', () => {
  test('are compiled to classes and rules, with the constants they are put together from', () => {
    const code = compiledStyles(
      `${from}const width = '8px'\nconst round = { borderRadius: width }\n` +
        `export const useStyles = makeStyles({ root: { ...round, color: tokens.colorBrandBackground } })\nafter()`,
      'a.tsx',
    )
    expect(code).toContain(`import { __styles } from '@griffel/react'`)
    expect(code).toMatch(/export const useStyles = __styles\(\{"root":\{/)
    expect(code).toContain('{color:var(--colorBrandBackground);}')
    expect(code).toContain('{border-radius:8px;}')
    expect(code.endsWith('\nafter()')).toBe(true)
  })

  test('are compiled each in its place, however many a module has', () => {
    const code = compiledStyles(
      `${from}const useA = makeStyles({ a: { top: 0 } })\nconst useB = makeStyles({ b: { top: '1px' } })\nend(useA, useB)`,
      'a.tsx',
    )
    expect(code).toMatch(/const useA = __styles\(.*\)\nconst useB = __styles\(.*\)\nend\(useA, useB\)$/)
  })

  test('stay as they are where another module decides about them', () => {
    const code = `${from}import { gap } from './gap.ts'\nconst useStyles = makeStyles({ root: { gap } })`
    expect(compiledStyles(code, 'a.tsx')).toBe(code)
  })
})
