import { describe, expect, test } from 'vitest'

import { parseTestArguments } from '#build/bootstrap/arguments.mjs'

describe('npm test arguments', () => {
  test('nothing asks for everything', () => {
    expect(parseTestArguments([])).toEqual({ checks: true, unit: true, e2e: true, filters: [] })
  })

  test('a flag asks for that part alone', () => {
    expect(parseTestArguments(['--unit'])).toEqual({ checks: false, unit: true, e2e: false, filters: [] })
    expect(parseTestArguments(['--e2e', '--checks'])).toMatchObject({ checks: true, unit: false, e2e: true })
  })

  test('a filter asks every runner, and leaves the checks out', () => {
    const request = parseTestArguments(['wizard'])
    expect(request).toEqual({ checks: false, unit: true, e2e: true, filters: ['wizard'] })
  })

  test('an unknown flag is refused with the flags there are', () => {
    expect(() => parseTestArguments(['--watch'])).toThrow('npm test does not know --watch')
  })
})
