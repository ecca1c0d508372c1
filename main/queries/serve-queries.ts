import { openForReading } from '#main/store/database.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import type { FromQueries, ToQueries } from './protocol.ts'

/** Answers questions over a database file, one after the other, from a connection that can only read. */
export function serveQueries(
  path: string,
  say: (answer: FromQueries, transfer: ArrayBuffer[]) => void,
): (asked: ToQueries) => void {
  const database = openForReading(path, loadSqliteDriver())
  let last = 0
  const find = ({ id, question }: ToQueries): FromQueries => {
    const { sql, parameters, wants, asOf } = question
    const read = () => database.all<object>(sql, parameters)
    const rows = asOf === null ? read() : database.readAsOf(asOf.importRid, asOf.today, read)
    return wants === 'rows'
      ? { id, rows }
      : { id, keys: Uint32Array.from(rows as readonly { readonly key: number }[], ({ key }) => key) }
  }
  return (asked) => {
    if (asked.generation !== last) {
      last = asked.generation
      database.listings.reset()
    }
    try {
      const found = find(asked)
      say(found, 'keys' in found ? [found.keys.buffer as ArrayBuffer] : [])
    } catch (thrown) {
      say({ id: asked.id, failure: thrown instanceof Error ? thrown.message : String(thrown) }, [])
    }
  }
}
