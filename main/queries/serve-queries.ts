import { openForReading } from '#main/store/database.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import type { Found, FromQueries, Question, ToQueries } from './protocol.ts'
import { readQuestion } from './read-question.ts'

/** Answers questions over a database file, one after the other, from a connection that can only read. */
export function serveQueries(
  path: string,
  say: (answer: FromQueries, transfer: ArrayBuffer[]) => void,
): (asked: ToQueries) => void {
  const database = openForReading(path, loadSqliteDriver())
  let last = 0
  const find = (question: Question): Found => {
    const { asOf } = question
    const read = () => readQuestion(database, question)
    return asOf === null ? read() : database.readAsOf(asOf.importRid, asOf.today, read)
  }
  return (asked) => {
    if (asked.generation !== last) {
      last = asked.generation
      database.listings.reset()
    }
    try {
      const found = find(asked.question)
      say({ id: asked.id, found }, 'keys' in found ? [found.keys.buffer as ArrayBuffer] : [])
    } catch (thrown) {
      say({ id: asked.id, failure: thrown instanceof Error ? thrown.message : String(thrown) }, [])
    }
  }
}
