import type { Reader } from './database.ts'
import { tablesReadBy } from './statement-tables.ts'

/** A reader that knows which tables it was asked about. */
export type NotedReader = Reader & {
  /** Says that an answer rests on tables it was read from earlier. */
  readonly note: (tables: Iterable<string>) => void
}

/** Makes such a reader, and what collects the names while some work runs. */
export function createNotedReader(reader: Reader): {
  readonly reader: NotedReader
  readonly collect: <T>(into: Set<string>, work: () => T) => T
} {
  let collected: Set<string> | null = null
  const note = (tables: Iterable<string>): void => {
    if (collected !== null) {
      for (const table of tables) {
        collected.add(table)
      }
    }
  }
  return {
    reader: {
      all: (sql, parameters) => {
        note(tablesReadBy(sql))
        return reader.all(sql, parameters)
      },
      get: (sql, parameters) => {
        note(tablesReadBy(sql))
        return reader.get(sql, parameters)
      },
      note,
    },
    collect: (into, work) => {
      const before = collected
      collected = into
      try {
        return work()
      } finally {
        collected = before
      }
    },
  }
}
