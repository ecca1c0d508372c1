import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as statements from '#main/import/apply-statements.ts'
import { createStagingDatabase } from '#main/import/staging/staging-file.ts'
import type { Store } from '#main/store/store.ts'
import { openStore } from '#main/store/store.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-plan-'))
  createStagingDatabase(join(folder, 'staged.db')).close()
  store = openStore({ dataFolder: join(folder, 'data') })
  store.attach(join(folder, 'staged.db'), 'stage')
  store.draft((writer) => writer.run(statements.touchedCustomers))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const spoken = { stated: ['offer', 'quantity'], completed: ['end_date'] } as const
const rows = ['addedCustomers', 'changedCustomers', 'newSubscriptions', 'addedSubscriptions'] as const

test.each<readonly [string, string]>([
  ...[...rows, 'changedSubscriptions' as const].map(
    (each) => [`the end of the next chunk of ${each}`, statements.nextChunk(each)] as const,
  ),
  ['customer records', statements.addCustomerRecords],
  ['customers that are new', statements.touchStagedCustomers('addedCustomers')],
  ['customers that have changed', statements.touchStagedCustomers('changedCustomers')],
  ['subscription records', statements.addSubscriptionRecords],
  ['facts of new subscriptions', statements.addSubscriptionFacts],
  ['facts of changed subscriptions', statements.changeSubscriptionFacts(spoken)],
  ['ended facts of subscriptions', statements.endSubscriptionFacts],
  ['customers of new subscriptions', statements.touchCustomersOfAdded],
  ['customers of changed subscriptions', statements.touchCustomersOfChanged],
  ['facts of customers', statements.writeCustomerFacts],
  ['ended facts of customers', statements.endCustomerFacts],
  ['listed customers', statements.listedRecords.customer],
  ['listed subscriptions', statements.listedRecords.subscription],
])('%s take as long as a chunk has rows, however many there are beside it', (_, sql) => {
  const steps = store.reader
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .map(({ detail }) => detail)
    .filter((detail) => /^(SCAN|SEARCH) \w/.test(detail))
  // The totals of one chunk are walked through; nothing else is.
  expect(steps.filter((detail) => detail.startsWith('SCAN') && detail !== 'SCAN total')).toEqual([])
  // The rest is looked up for the rows of the chunk, which are found by their place.
  expect(steps.some((detail) => /\((?:change=\? AND )?(?:rowid|row|ordinal)>\?/.test(detail))).toBe(true)
})
