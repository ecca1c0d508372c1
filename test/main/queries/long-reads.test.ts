import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotYet } from '#main/ipc/not-yet.ts'
import type { LongReads } from '#main/queries/long-reads.ts'
import { createLongReads } from '#main/queries/long-reads.ts'
import type { Question } from '#main/queries/protocol.ts'
import type { QueryThread } from '#main/queries/query-thread.ts'

/** A reader whose every statement has one row, which says what it was. */
const reader = {
  all: <Row>(sql: string) => [{ sql, by: 'main' }] as Row[],
  get: <Row>() => ({ size: 1 }) as Row,
  note: () => undefined,
}

type Asked = { readonly question: Question; readonly answer: () => void; readonly fail: () => void }
let asked: Asked[]
let reads: LongReads
let reported: unknown[]

beforeEach(() => {
  asked = []
  const thread: QueryThread = {
    ask: async (question) =>
      new Promise((resolve, reject) => {
        asked.push({
          question,
          answer: () => resolve({ rows: [{ sql: question.sql, by: 'thread' }] }),
          fail: () => reject(new Error('lost')),
        })
      }),
    close: () => undefined,
  }
  reported = []
  reads = createLongReads({ reader, thread, report: (thrown) => reported.push(thrown), short: 0 })
})
afterEach(() => reads.close())

/** Asks as a watched view does. */
function ask(sql: string): readonly { readonly by: string }[] | NotYet {
  try {
    return reads.patiently(() => reads.rows<{ by: string }>({ sql }))
  } catch (thrown) {
    if (thrown instanceof NotYet) {
      return thrown
    }
    throw thrown
  }
}

function waitFor(sql: string): NotYet {
  const found = ask(sql)
  if (!(found instanceof NotYet)) {
    throw new Error('it was there')
  }
  return found
}

const sqlOf = () => asked.map(({ question }) => question.sql)

describe('long reading', () => {
  test('is done by the thread for a view that can wait, once, and in main for who cannot', async () => {
    const first = waitFor('SELECT 1 FROM customer')
    const second = waitFor('SELECT 1 FROM customer')
    expect(reads.rows({ sql: 'SELECT 2 FROM customer' })).toMatchObject([{ by: 'main' }])
    await nextTurn()
    expect(sqlOf()).toEqual(['SELECT 1 FROM customer'])
    asked[0]?.answer()
    await Promise.all([first.ready, second.ready])
    expect(ask('SELECT 1 FROM customer')).toMatchObject([{ by: 'thread' }])
    expect(sqlOf()).toHaveLength(1)
  })

  test('begins with what was asked last, and never begins what nobody waits for any more', async () => {
    waitFor('SELECT 1 FROM customer')
    await nextTurn()
    const typed = ['a', 'ab', 'abc'].map((text) => waitFor(`SELECT '${text}' FROM customer`))
    typed.slice(0, 2).forEach(({ leave }) => leave())
    waitFor('SELECT 3 FROM customer')
    asked[0]?.answer()
    await nextTurn()
    asked[1]?.answer()
    await nextTurn()
    expect(sqlOf()).toEqual([
      'SELECT 1 FROM customer',
      'SELECT 3 FROM customer',
      "SELECT 'abc' FROM customer",
    ])
  })

  test('does not count when what it reads has changed before the answer came', async () => {
    const before = waitFor('SELECT 1 FROM customer')
    await nextTurn()
    reads.forgetPortfolio()
    const after = waitFor('SELECT 1 FROM customer')
    asked[0]?.answer()
    await before.ready
    expect(ask('SELECT 1 FROM customer')).toBeInstanceOf(NotYet)
    await nextTurn()
    asked[1]?.answer()
    await after.ready
    expect(ask('SELECT 1 FROM customer')).toMatchObject([{ by: 'thread' }])
  })

  test('is forgotten with the tables it rests on, and with no others', async () => {
    const own = waitFor('SELECT 1 FROM customer JOIN customer_own')
    await nextTurn()
    asked[0]?.answer()
    await own.ready
    reads.forget(new Set(['tag']))
    expect(ask('SELECT 1 FROM customer JOIN customer_own')).toHaveLength(1)
    reads.forget(new Set(['customer_own']))
    expect(ask('SELECT 1 FROM customer JOIN customer_own')).toBeInstanceOf(NotYet)
  })

  test('is done in main when the thread is lost', async () => {
    const { ready } = waitFor('SELECT 1 FROM customer')
    await nextTurn()
    asked[0]?.fail()
    await ready
    expect(ask('SELECT 1 FROM customer')).toMatchObject([{ by: 'main' }])
    expect(reported).toEqual([new Error('lost')])
  })
})
