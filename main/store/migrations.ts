import type { DatabaseSync } from 'node:sqlite'
import { desk } from './migrations/0001-desk.ts'
import { ownWork } from './migrations/0002-own-work.ts'
import { versionedFacts } from './migrations/0003-versioned-facts.ts'
import { requestLedger } from './migrations/0004-request-ledger.ts'
import { importMapping } from './migrations/0005-import-mapping.ts'
import { offerTotals } from './migrations/0006-offer-totals.ts'
import { renewals } from './migrations/0007-renewals.ts'
import { merges } from './migrations/0008-merges.ts'
import { rejections } from './migrations/0009-rejections.ts'
import { asked } from './migrations/0010-asked.ts'
import { accountLogo } from './migrations/0011-account-logo.ts'
import { sentBy } from './migrations/0012-sent-by.ts'
import { keptTotals } from './migrations/0013-kept-totals.ts'

/** Takes a database one version further, inside a transaction whose foreign keys are checked at its end. */
export type Migration = string | ((database: DatabaseSync) => void)

/**
 * The database's history: entry n takes a database from `user_version` n to n + 1. Entries are never edited once
 * released.
 */
export const migrations: readonly Migration[] = [
  desk,
  ownWork,
  versionedFacts,
  requestLedger,
  importMapping,
  offerTotals,
  renewals,
  merges,
  rejections,
  asked,
  accountLogo,
  sentBy,
  keptTotals,
]

/** Takes a database one version further; it may be in the middle of a transaction. */
export function runMigration(database: DatabaseSync, migration: Migration): void {
  if (typeof migration === 'string') {
    database.exec(migration)
  } else {
    migration(database)
  }
}
