import { describe, expect, test } from 'vitest'
import { pathsWith, sourcesOf } from './support/sources.ts'

const main = sourcesOf('main')

/** A statement that changes rows of a table, whatever else it says. */
const changes = (table: string) =>
  new RegExp(
    String.raw`\b(INSERT(\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(\s+OR\s+\w+)?|DELETE\s+FROM)\s+["\`]?${table}\b`,
    'i',
  )

describe('the subscription table', () => {
  test('is written by the import only', () => {
    const writers = pathsWith(main, changes('subscription'))
    expect(writers.filter((path) => !path.startsWith('main/import/'))).toEqual([])
    expect(writers).toContain('main/import/apply.ts')
  })

  test('is opened for writing by the import, and to remove the sample, only', () => {
    const openers = pathsWith(main, /\bwithOpenGate\s*\(/)
    expect(openers.filter((path) => !path.startsWith('main/import/'))).toEqual([
      'main/sample/sample-commands.ts',
    ])
    const gates = pathsWith(main, changes('subscription_gate'))
    expect(gates).toEqual(['main/import/subscription-gate.ts'])
  })

  test('is not written by a statement whose table is made up while running, but for the removal of the sample', () => {
    const madeUp = main.flatMap(({ path, code }) =>
      Array.from(code.matchAll(/\b(?:INTO|UPDATE|DELETE\s+FROM|TABLE)\s+\$\{.*/gi), ([statement]) => ({
        path,
        statement,
      })),
    )
    expect(madeUp.map(({ path }) => path)).toEqual(['main/sample/sample-commands.ts'])
    expect(madeUp[0]?.statement).toMatch(/^DELETE FROM \$\{table\} WHERE account_id IN \$\{sample\}/)
  })

  test('refuses everyone else by triggers of its own', () => {
    const migrations = main.find(({ path }) => path === 'main/store/migrations.ts')?.code ?? ''
    const refused = Array.from(
      migrations.matchAll(
        /BEFORE (\w+) ON subscription\s+WHEN NOT EXISTS \(SELECT 1 FROM subscription_gate\)/g,
      ),
      ([, verb]) => verb,
    )
    expect(new Set(refused)).toEqual(new Set(['INSERT', 'UPDATE', 'DELETE']))
  })
})

test('only main writes: no statement is said anywhere else', () => {
  expect(pathsWith(sourcesOf('renderer', 'shared'), /\b(INSERT INTO|DELETE FROM|CREATE TABLE)\b/)).toEqual([])
})
