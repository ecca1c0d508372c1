import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#main/ipc/app-error.ts'
import { createFileLog, createLog } from '#main/log.ts'

const canaries = [
  '世纪互联测试公司',
  'someone@contoso.cn',
  '/home/someone/客户.csv',
  'https://partner.example/?id=1',
  'C:\\Users\\Someone',
]

describe('a log line', () => {
  const lines: string[] = []
  const log = createLog((level, line) => lines.push(`${level} ${line}`))
  beforeEach(() => {
    lines.length = 0
  })

  test('holds an event and facts that identify nobody', () => {
    log.info('import.applied', { count: 40, ms: 12, code: 'FILE_ENCODING', isSample: true })
    expect(lines).toEqual([
      'info {"event":"import.applied","count":40,"ms":12,"code":"FILE_ENCODING","isSample":true}',
    ])
  })

  test('leaves out facts that are not on the list', () => {
    log.info('import.applied', { count: 1, company: 'Contoso', path: 'a' })
    expect(lines).toEqual(['info {"event":"import.applied","count":1}'])
  })

  test.each(canaries)('does not let %s through, even under a permitted name', (canary) => {
    log.error('failed', { name: canary, code: canary, reason: canary })
    expect(lines.join()).not.toContain(canary)
    expect(lines.join()).not.toContain(JSON.stringify(canary).slice(1, -1))
  })

  test.each(canaries)('tells a failure by kind and place, without its message: %s', (canary) => {
    const reference = log.report(Object.assign(new TypeError(`cannot read ${canary}`), { code: canary }))
    expect(lines[0]).toContain('"type":"TypeError"')
    expect(lines[0]).toMatch(/log\.test\.ts:\d+:\d+/)
    expect(lines[0]).toContain(reference)
    expect(lines.join()).not.toContain(JSON.stringify(canary).slice(1, -1))
    expect(lines.join()).not.toContain('cannot read')
    expect(lines.join()).not.toContain(import.meta.dirname)
  })

  test('is not fooled by a message that looks like a place', () => {
    log.report(new Error('failed\n    at Contoso (/home/someone/客户.csv:1:2)'))
    expect(lines[0]).not.toContain('Contoso')
    expect(lines[0]).toMatch(/log\.test\.ts:\d+:\d+/)
  })

  test('keeps the code of a refusal, which is a word of ours', () => {
    log.report(new AppError('DATA_DAMAGED', 'secret'))
    expect(lines[0]).toContain('"code":"DATA_DAMAGED"')
    expect(lines[0]).not.toContain('secret')
  })

  test.each([undefined, null, 'text of someone@contoso.cn', { message: 'someone@contoso.cn' }])(
    'survives anything that is thrown: %j',
    (thrown) => {
      expect(log.report(thrown)).toMatch(/^[0-9a-f]{8}$/)
      expect(lines.join()).not.toContain('someone')
    },
  )

  test('gives each failure a reference of its own', () => {
    const references = new Set(Array.from({ length: 50 }, () => log.report(new Error('x'))))
    expect(references.size).toBe(50)
  })
})

describe('the log files', () => {
  let folder: string
  let umask: number
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-test-'))
    umask = process.umask(0)
  })
  afterEach(() => {
    process.umask(umask)
    rmSync(folder, { recursive: true, force: true })
  })

  test('are at most five of about a megabyte, readable by their owner only, newest last in main.log', () => {
    const log = createFileLog(join(folder, 'logs'))
    const facts = Object.fromEntries(
      ['code', 'kind', 'level', 'mode', 'name', 'reason', 'type'].map((name) => [name, 'x'.repeat(64)]),
    )
    for (let count = 0; count < 12_000; count += 1) {
      log.info('filled', { ...facts, count })
    }
    const names = readdirSync(join(folder, 'logs')).toSorted()
    expect(names).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.4.log', 'main.log'])
    for (const name of names) {
      const { size, mode } = statSync(join(folder, 'logs', name))
      expect(size).toBeLessThan(1.01 * 1024 ** 2)
      expect(mode & 0o777).toBe(0o600)
    }
    expect(readFileSync(join(folder, 'logs', 'main.log'), 'utf8')).toContain('"count":11999')
    expect(readFileSync(join(folder, 'logs', 'main.1.log'), 'utf8')).not.toContain('"count":11999')
  })
})
