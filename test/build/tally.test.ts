import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { closingLine, countPlaywright, countVitest, judge, readReport, sum } from '#build/bootstrap/tally.mjs'

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2, testResults: [] }

describe('adding up reports', () => {
  test('Vitest: a file that broke before its tests counts as a failure', () => {
    expect(countVitest(vitest)).toEqual({ passed: 3, failed: 0, skipped: 3 })
    const broken = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(countVitest(broken).failed).toBe(1)
  })

  test('Vitest: a failed test is not counted again for its file', () => {
    const report = {
      ...vitest,
      numFailedTests: 1,
      testResults: [{ status: 'failed', assertionResults: [{}] }],
    }
    expect(countVitest(report).failed).toBe(1)
  })

  test('Playwright: a flaky test and an error outside a test are failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  test('the closing line is the sum over the runners', () => {
    const total = sum([
      { passed: 2, failed: 0, skipped: 1 },
      { passed: 3, failed: 1, skipped: 0 },
    ])
    expect(closingLine(total)).toBe('5 passed, 1 failed, 1 skipped')
  })
})

describe('the verdict on a runner', () => {
  const count = (report: { passed: number; failed: number }) => ({ ...report, skipped: 0 })

  test('a crash after green tests is a failure', () => {
    expect(judge(1, { passed: 4, failed: 0 }, count, false)).toEqual({ passed: 4, failed: 1, skipped: 0 })
  })

  test('a runner that left no report failed, whatever its code', () => {
    expect(judge(0, undefined, count, true).failed).toBe(1)
  })

  test('zero tests is a failure unless a filter explains it', () => {
    expect(judge(0, { passed: 0, failed: 0 }, count, false).failed).toBe(1)
    expect(judge(0, { passed: 0, failed: 0 }, count, true).failed).toBe(0)
  })

  test('failed tests are not counted twice for the exit code they cause', () => {
    expect(judge(1, { passed: 1, failed: 2 }, count, false).failed).toBe(2)
  })

  test('half a report reads as none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tally-'))
    await writeFile(join(folder, 'report.json'), '{"stats": {')
    expect(await readReport(join(folder, 'report.json'))).toBeUndefined()
    expect(await readReport(join(folder, 'missing.json'))).toBeUndefined()
    await rm(folder, { recursive: true })
  })
})
