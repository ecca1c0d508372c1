import type { Reader } from './database.ts'

/** The tables and views a statement reads, by the names it has for them. */
export const tablesReadBy = createLookup((sql) => namesIn(sql, /\b(?:FROM|JOIN)\s+(?:main\.|temp\.)?(\w+)/gi))

/** The tables a statement writes to itself; `null` where that cannot be told. */
export const tablesWrittenBy = createLookup((sql) => {
  const names = namesIn(
    sql,
    /\b(?:(?:INSERT(?:\s+OR\s+\w+)?|REPLACE)\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+(?:main\.)?(\w+)/gi,
  )
  return names.size === 0 && !/^\s*(?:PRAGMA|SELECT)\b/i.test(sql) ? null : names
})

/** The views the portfolio is read by, for each table they show. */
const shownBy: { readonly [table: string]: readonly string[] } = {
  customer_fact: ['customer', 'merged_customer'],
  subscription_fact: ['customer', 'subscription'],
  import: ['customer', 'subscription', 'past_import'],
  import_listing: ['customer', 'subscription'],
  portfolio_head: ['customer', 'merged_customer', 'subscription', 'past_import'],
}

/** Collects what one change writes to. */
export type TouchedTables = {
  readonly add: (sql: string) => void
  /** With the views that show them; `null` where that cannot be told. */
  readonly all: () => ReadonlySet<string> | null
}

/** Makes such collections over a database, whose deletions take rows of other tables with them. */
export function createTouchedTables(reader: Reader): () => TouchedTables {
  let followers: ReadonlyMap<string, readonly string[]> | null = null
  return () => {
    let touched: Set<string> | null = new Set()
    const addTable = (table: string): void => {
      if (touched === null || touched.has(table)) {
        return
      }
      touched.add(table)
      for (const other of [...(shownBy[table] ?? []), ...(followers?.get(table) ?? [])]) {
        addTable(other)
      }
    }
    return {
      add: (sql) => {
        const names = tablesWrittenBy(sql)
        if (names === null) {
          touched = null
          return
        }
        followers ??= followersIn(reader)
        names.forEach((name) => addTable(name))
      },
      all: () => touched,
    }
  }
}

/** The tables whose rows go, or lose a reference, with a row of another. */
function followersIn(reader: Reader): ReadonlyMap<string, readonly string[]> {
  const followers = new Map<string, string[]>()
  const references = reader.all<{ child: string; parent: string }>(
    `SELECT t.name AS child, k."table" AS parent FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS k
    WHERE t.type = 'table' AND (k.on_delete <> 'NO ACTION' OR k.on_update <> 'NO ACTION')`,
  )
  for (const { child, parent } of references) {
    followers.set(parent, [...(followers.get(parent) ?? []), child])
  }
  return followers
}

function namesIn(sql: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(Array.from(sql.matchAll(pattern), ([, name = '']) => name))
}

/** Statements are few and asked over and over: each is looked through once. */
function createLookup<T>(look: (sql: string) => T): (sql: string) => T {
  const known = new Map<string, T>()
  return (sql) => {
    let found = known.get(sql)
    if (found === undefined) {
      found = look(sql)
      if (known.size >= 2_000) {
        known.clear()
      }
      known.set(sql, found)
    }
    return found
  }
}
