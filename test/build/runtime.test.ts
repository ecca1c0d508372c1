import { describe, expect, test } from 'vitest'

import { isRuntimeFile } from '#build/bootstrap/harness.mjs'
import { chooseRuntime, fromOverride, type Probes, type Runtime } from '#build/bootstrap/runtime.mjs'

const order = ['override', 'installed', 'download', 'harness'] as const
type Source = (typeof order)[number]

/** Probes of which the given ones have a runtime; `asked` records who was asked, in order. */
function probesWith(...available: Source[]): { probes: Probes; asked: Source[] } {
  const asked: Source[] = []
  const probe = (source: Source) => async (): Promise<Runtime | undefined> => {
    asked.push(source)
    const kind = source === 'download' ? 'downloaded' : source
    return available.includes(source) ? { kind, executable: `/${source}`, description: source } : undefined
  }
  return {
    asked,
    probes: {
      override: probe('override'),
      installed: probe('installed'),
      download: probe('download'),
      harness: probe('harness'),
    },
  }
}

describe('which Electron runs', () => {
  test.each(order)('%s wins over everything after it, which is not asked', async (source) => {
    const position = order.indexOf(source)
    const { probes, asked } = probesWith(...order.slice(position))
    expect((await chooseRuntime(probes)).executable).toBe(`/${source}`)
    expect(asked).toEqual(order.slice(0, position + 1))
  })

  test('none at all is a failure that says what to do', async () => {
    const outcome = chooseRuntime(probesWith().probes)
    await expect(outcome).rejects.toMatchObject({ remedy: expect.stringContaining('npx install-electron') })
  })

  test('a named runtime that does not exist is an error, not a reason to take another', () => {
    expect(fromOverride(undefined)).toBeUndefined()
    expect(() => fromOverride('/does/not/exist')).toThrow('/does/not/exist')
    expect(fromOverride(process.execPath)).toMatchObject({ kind: 'override', executable: process.execPath })
  })
})

describe('what of the harness archive is Electron', () => {
  test.each(['Cypress/Cypress', 'Cypress/locales/zh-CN.pak', 'Cypress/resources/'])('%s is', (name) => {
    expect(isRuntimeFile(name)).toBe(true)
  })

  test.each([
    'Cypress/resources/app/index.js',
    'Cypress/resources/app-update.yml',
    'Cypress/../escape',
    'other',
  ])('%s is not', (name) => {
    expect(isRuntimeFile(name)).toBe(false)
  })
})
