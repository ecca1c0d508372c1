import type { NotedReader } from '#main/store/noted-reader.ts'
import type { Store } from '#main/store/store.ts'
import { tablesReadBy } from '#main/store/statement-tables.ts'
import type { LongReader, LongReads } from './long-reads.ts'

/** Statements without values over the whole portfolio, whose rows are kept in its file for the next start. */
export type KeptRows = Pick<LongReader, 'rows'> & {
  /** Says that these tables have changed, and no others, or that any may have; called after every change. */
  readonly forget: (tables: ReadonlySet<string> | null) => void
  /** Writes what has been read since. */
  readonly keep: () => void
}

type KeptRowsOptions = {
  readonly store: Pick<Store, 'reader' | 'draft'>
  readonly reader: Pick<NotedReader, 'note'>
  readonly longReads: LongReads
}

type Found = {
  readonly rows: readonly object[]
  readonly tables: ReadonlySet<string>
  /** Whether the file has them. */
  isKept: boolean
}

/**
 * Makes them. The file forgets them by itself, in the transaction that shows another portfolio (version 13 of the
 * database), so what it has is always of the portfolio as it is; what this run has read is dropped with `forget`. Of a
 * portfolio that is read at once, nothing is kept.
 */
export function createKeptRows({ store, reader, longReads }: KeptRowsOptions): KeptRows {
  const known = new Map<string, Found>()

  const look = (sql: string): readonly object[] | null => {
    const kept = store.reader.get<{ answer: string }>(
      'SELECT answer FROM kept_total WHERE statement = :sql',
      { sql },
    )
    return kept === undefined ? null : (JSON.parse(kept.answer) as readonly object[])
  }

  const find = (sql: string, ease: number): readonly object[] => {
    const tables = tablesReadBy(sql)
    reader.note(tables)
    const found = known.get(sql)
    if (found !== undefined) {
      return found.rows
    }
    const kept = look(sql)
    const rows = kept ?? longReads.rows({ sql }, ease)
    known.set(sql, { rows, tables, isKept: kept !== null })
    return rows
  }

  return {
    rows: <Row extends object>({ sql, parameters }: Parameters<LongReader['rows']>[0], ease = 1) =>
      parameters === undefined && longReads.isLong()
        ? (find(sql, ease) as readonly Row[])
        : longReads.rows<Row>({ sql, ...(parameters === undefined ? {} : { parameters }) }, ease),
    forget: (changed) => {
      for (const [sql, { tables }] of known) {
        if (changed === null || [...tables].some((table) => changed.has(table))) {
          known.delete(sql)
        }
      }
    },
    keep: () => {
      const fresh = [...known].filter(([, { isKept }]) => !isKept)
      if (fresh.length === 0) {
        return
      }
      store.draft((writer) => {
        for (const [sql, { rows }] of fresh) {
          writer.run('INSERT OR REPLACE INTO kept_total (statement, answer) VALUES (:sql, :answer)', {
            sql,
            answer: JSON.stringify(rows),
          })
        }
      })
      fresh.forEach(([, found]) => {
        found.isKept = true
      })
    },
  }
}
