import { describe, expect, test } from 'vitest'
import { openDatabase } from '#main/store/database.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { pathsWith, sourcesOf } from './support/sources.ts'

const main = sourcesOf('main')

/** A statement that changes rows of a table, whatever else it says. */
const changes = (table: string) =>
  new RegExp(
    String.raw`\b(INSERT(\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(\s+OR\s+\w+)?|DELETE\s+FROM)\s+["\`]?${table}\b`,
    'i',
  )

const tables = 'subscription_(?:record|fact)'
/** They are made, and what was there is carried over, before anything else can run. */
const migration = 'main/store/migrations/0003-versioned-facts.ts'
/** Removes the sample account with all it has. */
const sample = 'main/sample/sample-commands.ts'

describe('the subscription tables', () => {
  test('are written by the import only', () => {
    const writers = pathsWith(main, changes(tables))
    expect(writers.filter((path) => !path.startsWith('main/import/'))).toEqual([migration])
    expect(writers).toContain('main/import/apply-statements.ts')
  })

  test('are opened for writing by the import, and to remove the sample, only', () => {
    const openers = pathsWith(main, /\bwithOpenGate\s*\(/)
    expect(openers.filter((path) => !path.startsWith('main/import/'))).toEqual([sample])
    const gates = pathsWith(main, changes('subscription_gate'))
    expect(gates).toEqual(['main/import/subscription-gate.ts'])
  })

  test('are not among the tables of a statement that is made up while running, but to remove the sample', () => {
    const madeUp = pathsWith(main, /\b(?:INTO|UPDATE|DELETE\s+FROM|TABLE)\s+\$\{/i)
    expect(madeUp.filter((path) => !path.startsWith('main/import/')).toSorted()).toEqual([
      sample,
      'main/store/undo.ts',
    ])
    const codeOf = (wanted: string) => main.find(({ path }) => path === wanted)?.code ?? ''
    const removals = Array.from(codeOf(sample).matchAll(/`(\w+[^`]*\$\{table\}[^`]*)`/g), ([, text]) => text)
    expect(removals).toEqual(['DELETE FROM ${table} WHERE account_id IN ${sample}'])
    // Undo writes rows of the user's own work, by a list of tables.
    const [, undoable = ''] = /const undoableTables = \{([^}]*)\}/.exec(codeOf('main/store/undo.ts')) ?? []
    expect(undoable).toContain('customer_note')
    expect(undoable).not.toMatch(/subscription|\bcustomer(_record|_fact)?\b|\bimport\b/)
  })

  test('refuse everyone else by triggers of their own', () => {
    const database = openDatabase(':memory:', loadSqliteDriver())
    const triggers = database.all<{ name: string; sql: string }>(
      "SELECT tbl_name || ' ' || name AS name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    database.close()
    const refused = triggers
      .filter(({ sql }) =>
        /WHEN NOT EXISTS \(SELECT 1 FROM subscription_gate\)\s+BEGIN SELECT RAISE\(ABORT/.test(sql),
      )
      .flatMap(({ sql }) =>
        Array.from(sql.matchAll(/BEFORE (\w+) ON (\w+)/g), ([, verb, table]) => `${verb} ${table}`),
      )
    expect(refused.toSorted()).toEqual([
      'DELETE subscription_fact',
      'DELETE subscription_record',
      'INSERT subscription_fact',
      'INSERT subscription_record',
      'UPDATE subscription_fact',
      'UPDATE subscription_record',
    ])
  })
})

test('only main writes: no statement is said anywhere else', () => {
  expect(pathsWith(sourcesOf('renderer', 'shared'), /\b(INSERT INTO|DELETE FROM|CREATE TABLE)\b/)).toEqual([])
})
