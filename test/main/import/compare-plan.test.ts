import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareCustomers } from '#main/import/staging/compare.ts'
import { createStagingDatabase } from '#main/import/staging/staging-file.ts'
import { openStore } from '#main/store/store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-plan-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a staged customer is found among those known by what it is looked for with, not by a walk over its account', () => {
  const store = openStore({ dataFolder: folder })
  const staging = createStagingDatabase(join(folder, 'staged.db'))
  staging.prepare('ATTACH ? AS live').run(store.path)
  const steps = staging
    .prepare(`EXPLAIN QUERY PLAN ${compareCustomers('all')}`)
    .all()
    .map(({ detail }) => String(detail))
    .filter((detail) => /\bf USING\b/.test(detail))
  staging.close()
  store.close()

  expect(steps.map((step) => /INDEX (\w+)/.exec(step)?.[1])).toEqual([
    'customer_fact_tenant',
    'customer_fact_domain',
    'customer_fact_record',
  ])
})
