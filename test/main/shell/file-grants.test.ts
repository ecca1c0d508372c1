import { describe, expect, test } from 'vitest'
import { AppError } from '#main/ipc/app-error.ts'
import { createFileGrants, grantLifetime } from '#main/shell/file-grants.ts'

const refused = expect.objectContaining({ code: 'FILE_GRANT_INVALID' })

function codeOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    return thrown instanceof AppError ? { code: thrown.code } : thrown
  }
}

describe('a file grant', () => {
  test('gives its window the path, once', () => {
    const grants = createFileGrants()
    const token = grants.issue(1, '/a.csv')
    expect(grants.redeem(1, token)).toBe('/a.csv')
    expect(codeOf(() => grants.redeem(1, token))).toEqual(refused)
  })

  test('is worth nothing in another window, and is spent by the attempt', () => {
    const grants = createFileGrants()
    const token = grants.issue(1, '/a.csv')
    expect(codeOf(() => grants.redeem(2, token))).toEqual(refused)
    expect(codeOf(() => grants.redeem(1, token))).toEqual(refused)
  })

  test('ends with its time', () => {
    let now = 0
    const grants = createFileGrants(() => now)
    const inTime = grants.issue(1, '/a.csv')
    now = grantLifetime
    expect(grants.redeem(1, inTime)).toBe('/a.csv')
    const late = grants.issue(1, '/a.csv')
    now += grantLifetime + 1
    expect(codeOf(() => grants.redeem(1, late))).toEqual(refused)
  })

  test('ends when its window leaves the page, and only then', () => {
    const grants = createFileGrants()
    const mine = grants.issue(1, '/a.csv')
    const other = grants.issue(2, '/b.csv')
    grants.revoke(1)
    expect(codeOf(() => grants.redeem(1, mine))).toEqual(refused)
    expect(grants.redeem(2, other)).toBe('/b.csv')
  })

  test.each(['', 'constructor', '__proto__', 'A'.repeat(32)])('cannot be guessed: %j', (token) => {
    const grants = createFileGrants()
    grants.issue(1, '/a.csv')
    expect(codeOf(() => grants.redeem(1, token))).toEqual(refused)
  })

  test('says nothing about its file, and no two are alike', () => {
    const grants = createFileGrants()
    const tokens = new Set(Array.from({ length: 16 }, () => grants.issue(1, '/secret.csv')))
    expect(tokens.size).toBe(16)
    expect([...tokens].every((token) => /^[\w-]{32}$/.test(token))).toBe(true)
  })

  test('gives way when too many wait: the newest still counts', () => {
    const grants = createFileGrants()
    const first = grants.issue(1, '/first.csv')
    const rest = Array.from({ length: 16 }, (_, index) => grants.issue(1, `/${index}.csv`))
    expect(codeOf(() => grants.redeem(1, first))).toEqual(refused)
    expect(rest.map((token) => grants.redeem(1, token))).toEqual(rest.map((_, index) => `/${index}.csv`))
  })
})
