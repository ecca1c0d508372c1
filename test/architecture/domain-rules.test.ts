import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The collected documents number what shapes the program (section 0) and what it must never claim or do (section 8). */
const sections = [
  ['domain-facts.test.ts', 0, 20],
  ['domain-never.test.ts', 8, 10],
] as const

test.each(sections)(
  '%s has one test for each rule of section %i, by its number and in order',
  (file, section, count) => {
    const source = readFileSync(join(import.meta.dirname, '..', 'main', 'shared', file), 'utf8')
    const named = [...source.matchAll(/^ {2}test\('(\d+\.\d+) /gm)].map(([, number]) => number)
    expect(named).toEqual(Array.from({ length: count }, (_, index) => `${section}.${index + 1}`))
  },
)
