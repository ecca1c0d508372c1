import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerIdentities } from '#main/import/staging/answer-identity.ts'
import { compareStaged } from '#main/import/staging/compare.ts'
import { openStagingDatabase, stagingPath } from '#main/import/staging/staging-file.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, csv, customersFile, fabrikam, textFile } from '#test/support/reconciliation.ts'

let folder: string
let loopback: Loopback
let staged: string
let portfolio: string

/** A file of names: two that customers have, one of which was told before, one that is new, and one with its tenant id. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'answered-'))
  loopback = createLoopback({ dataFolder: folder })
  const accountId = await makeAccount(loopback)
  await importFile(
    loopback,
    accountId,
    customersFile([
      [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
      [fabrikam, 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller', ''],
    ]),
  )
  const preview = async (...rows: readonly (readonly string[])[]) => {
    const facts = ['customerId', 'customerName', 'subscriptionId', 'offer', 'quantity'] as const
    const reply = await loopback.run(
      'import.preview',
      { accountId, mapping: facts.map((fact, column) => ({ fact, column })) },
      textFile('names.csv', csv([facts.map((fact) => `my ${fact}`), ...rows])),
    )
    return reply.step === 'changes' ? reply.previewId : ''
  }
  const before = await preview(['', 'Fabrikam', 's0', 'E3', '1'])
  await loopback.run('import.identify', { previewId: before, answer: { kind: 'suggested' } })
  await loopback.run('import.apply', { previewId: before })
  const previewId = await preview(
    ['', 'CONTOSO', 's1', 'E3', '5'],
    ['', 'CONTOSO', 's2', 'E1', '7'],
    ['', 'Fabrikam', 's0', 'E3', '2'],
    ['', 'Somebody', 's3', 'E3', '1'],
    [contoso, 'Contoso', 's4', 'E5', '1'],
  )
  staged = stagingPath(join(folder, 'staging'), previewId)
  portfolio = join(folder, 'portfolio.db')
})
afterEach(() => {
  loopback.close()
  rmSync(folder, { recursive: true, force: true })
})

const inStage = <T>(work: (database: ReturnType<typeof openStagingDatabase>) => T): T => {
  const database = openStagingDatabase(staged, { readOnly: false })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** All that the comparison finds; which number a new record gets within an import says nothing. */
const found = () =>
  inStage((database) =>
    Object.fromEntries(
      [
        'SELECT row, change, record_rid, is_selected FROM customer_change ORDER BY row',
        'SELECT row, change, record_rid, is_selected, customer_row FROM subscription_change ORDER BY row',
        'SELECT row FROM customer_addition ORDER BY row',
        'SELECT row FROM subscription_addition ORDER BY row',
        'SELECT row, customer_key, name, search_key, domain, tenant_id FROM customer ORDER BY row',
        'SELECT * FROM customer_question ORDER BY row',
        `SELECT COUNT(*) - COUNT(DISTINCT ordinal) AS twice FROM subscription_change WHERE record_rid IS NULL`,
        `SELECT COUNT(*) - COUNT(DISTINCT ordinal) AS twice FROM customer_change WHERE record_rid IS NULL`,
      ].map((sql) => [sql, database.prepare(sql).all()]),
    ),
  )

const question = fc.constantFrom(null, 'CONTOSO', 'Fabrikam')
const answer = fc.oneof(
  fc.record({ kind: fc.constant('customer' as const), rid: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constantFrom('new' as const, 'leave-out', 'suggested', 'open') }),
)

test('comparing the rows that were answered comes to what comparing all of them does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(question, answer, fc.boolean()), { minLength: 1, maxLength: 5 }),
      async (steps) => {
        for (const [name, given, isLeftOut] of steps) {
          const rows = inStage((database) => {
            database
              .prepare('UPDATE subscription_change SET is_selected = ? WHERE row IN (1, 3)')
              .run(isLeftOut ? 0 : 1)
            return database.prepare('SELECT row FROM customer_question WHERE name = ?').all(name ?? '')
          })
          const keys = name === null ? null : rows.map(({ row }) => String(row))
          answerIdentities(staged, keys, given)
          const some = compareStaged(staged, portfolio)
          const foundOfSome = found()
          inStage((database) => database.exec('UPDATE preview SET compared_head = NULL'))
          expect(some).toEqual(compareStaged(staged, portfolio))
          expect(foundOfSome).toEqual(found())
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('an answer leaves the other rows as they were found', async () => {
  inStage((database) => database.exec("UPDATE subscription_change SET change = 'changed' WHERE row = 4"))
  answerIdentities(staged, null, { kind: 'suggested' })
  compareStaged(staged, portfolio)
  const changes = () =>
    inStage((database) => database.prepare('SELECT row, change FROM subscription_change ORDER BY row').all())
  expect(changes().at(-1)?.['change']).toBe('added')
  expect(changes().find(({ row }) => row === 4)?.['change']).toBe('changed')
})
