import { createRequire } from 'node:module'
import type { DatabaseSync } from 'node:sqlite'

/** The part of Node's own `node:sqlite` the program uses; its stand-in has the same API. */
export type SqliteModule = { readonly DatabaseSync: new (path: string, options?: object) => DatabaseSync }

/** Which driver is in use, for the About view. */
export type SqliteDriver = {
  readonly name: 'node:sqlite' | '@photostructure/sqlite'
  readonly module: SqliteModule
}

/**
 * Finds the database driver: `node:sqlite` where the runtime has it, which every shipped runtime does. Only the
 * end-of-life harness runtime lacks it; there, and only there, the API-identical stand-in is installed.
 */
export function loadSqliteDriver(): SqliteDriver {
  const builtIn = probe(() => process.getBuiltinModule('node:sqlite'))
  if (builtIn !== null) {
    return { name: 'node:sqlite', module: builtIn }
  }
  const require = createRequire(import.meta.url)
  const standIn = probe(() => require('@photostructure/sqlite') as SqliteModule)
  if (standIn === null) {
    throw new Error('this runtime has no SQLite: neither node:sqlite nor its stand-in can be loaded')
  }
  return { name: '@photostructure/sqlite', module: standIn }
}

/** Loads a driver and runs one statement with it: a module that loads may still not work. */
function probe(load: () => SqliteModule | undefined): SqliteModule | null {
  try {
    const module = load()
    if (module === undefined) {
      return null
    }
    const database = new module.DatabaseSync(':memory:')
    const row = database.prepare('SELECT 1 AS one').get()
    database.close()
    return row?.['one'] === 1 ? module : null
  } catch {
    return null
  }
}
