import type { DatabaseSync } from 'node:sqlite'
import { readPreviewFacts } from './compare.ts'
import type { PreviewFacts } from './preview-facts.ts'
import type { DiffKind } from './read-staged.ts'
import { openStagingDatabase } from './staging-file.ts'

/** Which rows of a preview are to be applied: all of a kind and change, or those of some keys. */
export type Choice = {
  readonly isSelected: boolean
  readonly kind?: DiffKind | undefined
  readonly change?: 'added' | 'changed' | undefined
  readonly keys?: readonly string[] | undefined
}

/**
 * Chooses rows of a preview, or leaves them out. A subscription of a new customer cannot come without it: leaving the
 * customer out leaves them out, and choosing one chooses the customer.
 */
export async function chooseRows(
  stagingPath: string,
  { isSelected, kind, change, keys }: Choice,
): Promise<void> {
  const staging = openStagingDatabase(stagingPath, { readOnly: false })
  try {
    staging.exec('PRAGMA journal_mode = MEMORY; BEGIN')
    const kinds = kind === undefined ? (['customers', 'subscriptions'] as const) : [kind]
    for (const each of kinds) {
      const conditions = [
        change === undefined ? "change IN ('added', 'changed')" : 'change = :change',
        ...(keys === undefined ? [] : ['row IN (SELECT CAST(value AS INTEGER) FROM json_each(:keys))']),
      ]
      await inStretches(staging, tables[each], conditions.join(' AND '), {
        isSelected: Number(isSelected),
        ...(change === undefined ? {} : { change }),
        ...(keys === undefined ? {} : { keys: JSON.stringify(keys) }),
      })
    }
    await (isSelected
      ? inStretches(
          staging,
          'customer_change',
          `change = 'added' AND row IN (
            SELECT customer_row FROM subscription_change WHERE is_selected = 1 AND change <> 'unchanged')`,
          { isSelected: 1 },
        )
      : inStretches(
          staging,
          'subscription_change',
          `change <> 'unchanged' AND customer_row IN (
            SELECT row FROM customer_change WHERE is_selected = 0 AND change = 'added')`,
          { isSelected: 0 },
        ))
    staging.exec('COMMIT')
  } finally {
    staging.close()
  }
}

const tables = { customers: 'customer_change', subscriptions: 'subscription_change' } as const

/** How many rows are looked at before the event loop gets its turn. */
const stretchRows = 5_000

async function inStretches(
  staging: DatabaseSync,
  table: (typeof tables)[DiffKind],
  condition: string,
  values: { readonly [name: string]: string | number },
): Promise<void> {
  const most = Number(staging.prepare(`SELECT COALESCE(MAX(row), 0) AS most FROM ${table}`).get()?.['most'])
  const choose = staging.prepare(
    `UPDATE ${table} SET is_selected = :isSelected
    WHERE row > :after AND row <= :upto AND is_selected <> :isSelected AND ${condition}`,
  )
  for (let after = 0; after < most; after += stretchRows) {
    choose.run({ ...values, after, upto: after + stretchRows })
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/** Notes whether the file lists everything, whatever rows name no record. */
export function declareFullList(
  stagingPath: string,
  isFullList: boolean,
  ignoresUnnamed: boolean,
): PreviewFacts {
  const staging = openStagingDatabase(stagingPath, { readOnly: false })
  try {
    const facts = { ...readPreviewFacts(staging).facts, isFullList, ignoresUnnamed }
    staging.prepare('UPDATE preview SET facts = ?').run(JSON.stringify(facts))
    return facts
  } finally {
    staging.close()
  }
}
