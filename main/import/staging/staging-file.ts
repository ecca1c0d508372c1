import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { customerFacts, subscriptionFacts } from '#main/store/fact-columns.ts'
import { fold } from '#main/store/fold.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'

/** A staged file that is still being written has this after its name; what is left of it is swept. */
const unfinished = '.part'

/** Where a preview's staged rows lie; the id is one this program made. */
export function stagingPath(folder: string, previewId: string): string {
  return join(folder, `${previewId}.db`)
}

/** Where they lie while they are written. */
export function unfinishedPath(path: string): string {
  return path + unfinished
}

/** Whether a preview waits to be applied or discarded. */
export function isStaged(folder: string, previewId: string): boolean {
  return existsSync(stagingPath(folder, previewId))
}

/** Removes a preview's staged rows; a large file takes the system a second to free, which nobody waits for. */
export async function removeStaged(folder: string, previewId: string): Promise<void> {
  const path = stagingPath(folder, previewId)
  for (const each of [path, `${path}-journal`, unfinishedPath(path), `${unfinishedPath(path)}-journal`]) {
    await rm(each, { force: true })
  }
}

/** Removes what a killed run left unfinished, and previews nobody came back for within a day. */
export async function sweepStaged(folder: string, now: Date): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const isOld = (name: string) => now.getTime() - statSync(join(folder, name)).mtimeMs > 24 * 3_600_000
  // Found before anything is waited for: what is written from now on is somebody's.
  const old = names.filter((name) => name.includes(unfinished) || isOld(name))
  for (const name of old) {
    await rm(join(folder, name), { force: true })
  }
}

/** Makes an empty staging database, readable by its owner only; it is not meant to outlive a crash. */
export function createStagingDatabase(path: string): DatabaseSync {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  rmSync(path, { force: true })
  // A file nobody goes back in needs no journal, which a database that defends itself insists on.
  const database = new (loadSqliteDriver().module.DatabaseSync)(path, { defensive: false })
  chmodSync(path, 0o600)
  database.exec(
    'PRAGMA journal_mode = MEMORY; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY',
  )
  database.exec(schema)
  return database
}

/** Opens a staging database that is there. */
export function openStagingDatabase(path: string, options: { readonly readOnly: boolean }): DatabaseSync {
  const database = new (loadSqliteDriver().module.DatabaseSync)(path, options)
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF')
  database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
  database.function('fold', { deterministic: true }, (text: unknown) =>
    fold(typeof text === 'string' ? text : ''),
  )
  return database
}

const integers: ReadonlySet<string> = new Set(['quantity', 'auto_renew', 'is_trial'])

const columnsOf = (facts: readonly string[]) =>
  facts.map((fact) => `${fact} ${integers.has(fact) ? 'INTEGER' : 'TEXT'}`).join(', ')

/** What a row would do, worked out against the portfolio: its record, or its place among the records to be made. */
const changeColumns = `
  row INTEGER PRIMARY KEY,
  change TEXT NOT NULL,
  record_rid INTEGER,
  ordinal INTEGER NOT NULL,
  is_selected INTEGER NOT NULL
`

const schema = `
  -- compared_head: the newest import when all rows were compared, but for those whose answer has not been yet.
  CREATE TABLE preview (
    only INTEGER PRIMARY KEY CHECK (only = 1), facts TEXT NOT NULL, comparison TEXT, compared_head INTEGER
  ) STRICT;
  CREATE TABLE customer (
    row INTEGER PRIMARY KEY, customer_key TEXT NOT NULL UNIQUE, rank TEXT NOT NULL, ${columnsOf(customerFacts)}
  ) STRICT;
  CREATE TABLE subscription (
    row INTEGER PRIMARY KEY, subscription_key TEXT NOT NULL UNIQUE, customer_key TEXT NOT NULL, rank TEXT NOT NULL,
    ${columnsOf(subscriptionFacts)}
  ) STRICT;
  CREATE TABLE rejected (
    rid INTEGER PRIMARY KEY, row INTEGER NOT NULL, reason TEXT NOT NULL, column_name TEXT, value TEXT,
    customer_key TEXT, domain TEXT, name_folded TEXT, subscription_key TEXT, is_certain INTEGER NOT NULL
  ) STRICT;
  -- Records of the portfolio that rejected rows are about: what they name is not absent.
  CREATE TABLE mentioned (
    kind TEXT NOT NULL, rid INTEGER NOT NULL, rejected_rid INTEGER NOT NULL, PRIMARY KEY (kind, rid, rejected_rid)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE unknown_value (
    fact TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (fact, value)
  ) STRICT;
  -- Rows without a tenant id that are the customer of another row of the file, which has it.
  CREATE TABLE customer_joined (row INTEGER PRIMARY KEY, into_row INTEGER NOT NULL) STRICT;
  -- Rows only the user can tell, with what the file itself says of them; answer: is, new, out, or none yet. Of some it is
  -- known who they are (known_rid), unless the user says something else.
  CREATE TABLE customer_question (
    row INTEGER PRIMARY KEY, named_as TEXT NOT NULL, name TEXT NOT NULL, name_folded TEXT NOT NULL,
    name_key TEXT NOT NULL, search_key TEXT NOT NULL, domain TEXT, can_be_new INTEGER NOT NULL, suggestion TEXT,
    suggested_rid INTEGER, known_rid INTEGER, known_by TEXT, answer TEXT, answer_rid INTEGER, answered_by TEXT,
    is_compared INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE customer_candidate (
    row INTEGER NOT NULL, rid INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (row, rid)
  ) STRICT;
  CREATE TABLE customer_change (${changeColumns}) STRICT;
  CREATE TABLE subscription_change (${changeColumns}, customer_row INTEGER NOT NULL) STRICT;
  CREATE INDEX customer_change_kind ON customer_change (change, row);
  CREATE INDEX subscription_change_kind ON subscription_change (change, row);
  CREATE INDEX customer_change_record ON customer_change (record_rid) WHERE record_rid IS NOT NULL;
  CREATE INDEX subscription_change_record ON subscription_change (record_rid) WHERE record_rid IS NOT NULL;
  -- The rows that make something new, in the order they are written in; records without a version are known already.
  CREATE TABLE customer_addition (place INTEGER PRIMARY KEY, row INTEGER NOT NULL) STRICT;
  CREATE TABLE subscription_addition (place INTEGER PRIMARY KEY, row INTEGER NOT NULL) STRICT;
  CREATE INDEX subscription_change_new ON subscription_change (ordinal, record_rid) WHERE record_rid IS NULL;
  CREATE INDEX customer_change_left_out ON customer_change (row) WHERE is_selected = 0;
  CREATE INDEX subscription_change_left_out ON subscription_change (row) WHERE is_selected = 0;
`
