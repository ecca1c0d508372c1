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

  test('is not among the tables of a statement that is made up while running, but to remove the sample', () => {
    const madeUp = pathsWith(main, /\b(?:INTO|UPDATE|DELETE\s+FROM|TABLE)\s+\$\{/i)
    expect(madeUp.toSorted()).toEqual(['main/sample/sample-commands.ts', 'main/store/undo.ts'])
    const codeOf = (wanted: string) => main.find(({ path }) => path === wanted)?.code ?? ''
    const removals = Array.from(
      codeOf('main/sample/sample-commands.ts').matchAll(/`(\w+[^`]*\$\{table\}[^`]*)`/g),
      ([, text]) => text,
    )
    expect(removals).toEqual(['DELETE FROM ${table} WHERE account_id IN ${sample}'])
    // Undo writes rows of the user's own work, by a list of tables.
    const [, undoable = ''] = /const undoableTables = \{([^}]*)\}/.exec(codeOf('main/store/undo.ts')) ?? []
    expect(undoable).toContain('customer_note')
    expect(undoable).not.toMatch(/subscription|\bcustomer\b|\bimport\b/)
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
