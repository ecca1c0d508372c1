import type { AskedRequest, Suggestion } from '#main/history/acceptances.ts'
import { listedSince } from '#main/history/acceptances.ts'
import type { DuplicatePair } from '#main/history/duplicates.ts'
import { comparedCustomers } from '#main/history/duplicates.ts'
import { NotYet } from '#main/ipc/not-yet.ts'
import type { Parameters } from '#main/store/database.ts'
import type { NotedReader } from '#main/store/noted-reader.ts'
import { tablesReadBy } from '#main/store/statement-tables.ts'
import type { Found, PastDay, Question } from './protocol.ts'
import type { QueryThread } from './query-thread.ts'
import { readQuestion } from './read-question.ts'

/** A statement over many rows, with its values. */
export type Statement = { readonly sql: string; readonly parameters?: Parameters }

/** Reads statements over many rows, each once until what it reads has changed. */
export type LongReader = {
  /**
   * @param ease how many times as many rows as usual it takes to be noticed
   * @throws NotYet while a patient projection has to wait for them
   */
  readonly rows: <Row extends object>(statement: Statement, ease?: number) => readonly Row[]
  /** The column `key` of every row. @throws NotYet as {@link rows} does. */
  readonly keys: (statement: Statement) => Uint32Array
  /** Customers that may be one. @throws NotYet as {@link rows} does. */
  readonly duplicates: () => readonly DuplicatePair[]
  /** Customers that may have accepted one of these requests, of which there is one at least. @throws NotYet as {@link rows} does. */
  readonly acceptances: (requests: readonly AskedRequest[]) => readonly Suggestion[]
  /** The keys of a statement where they are here; otherwise they are read when nothing else is. */
  readonly keysIfKnown: (statement: Statement) => Uint32Array | null
}

/** The long reading of a program: shared by all its views. */
export type LongReads = LongReader & {
  readonly asOf: (day: PastDay) => LongReader
  /** Runs a projection that can be asked again later, and so need not block main. */
  readonly patiently: <T>(project: () => T) => T
  /** Whether the projection that runs now is such a one, and what it reads is long. */
  readonly mayWait: () => boolean
  /** Whether there is so much of the portfolio that reading all of it takes long. */
  readonly isLong: () => boolean
  /** Says that customers or subscriptions may have changed. */
  readonly forgetPortfolio: () => void
  /** Says that these tables have changed, and no others, or that any may have; called after every change. */
  readonly forget: (tables: ReadonlySet<string> | null) => void
  readonly close: () => void
}

/** Up to so many customers and subscriptions nothing takes long enough for anyone to notice. */
const shortPortfolio = 25_000

/** Answers kept: orders, which at a million rows are 4 MB each, and the others, which are short. */
const kept = { keys: 10, rows: 100, duplicates: 2, acceptances: 1 } as const

type Task = {
  readonly key: string
  readonly question: Question
  readonly tables: ReadonlySet<string>
  readonly ready: Promise<void>
  readonly end: () => void
  /** How many wait for it. */
  waiting: number
  /** What it reads has changed since it was asked. */
  isStale: boolean
}

type LongReadsOptions = {
  readonly reader: NotedReader
  /** `null` where nobody would notice that main is held up. */
  readonly thread: QueryThread | null
  readonly report: (thrown: unknown) => void
  readonly short?: number | undefined
}

/**
 * Makes the long reading. Where there is a thread, a patient projection never waits inside main: it is told `NotYet` and
 * asked again. What the thread has found counts only if nothing it depends on has changed since it was asked, so a view
 * always shows the commit it says it does. Where there is no thread (`desk`), everything is read at once.
 */
export function createLongReads({
  reader,
  thread,
  report,
  short = shortPortfolio,
}: LongReadsOptions): LongReads {
  const answers = {
    keys: new Map<string, Answer>(),
    rows: new Map<string, Answer>(),
    duplicates: new Map<string, Answer>(),
    acceptances: new Map<string, Answer>(),
  }
  const tasks = new Map<string, Task>()
  /** What the thread could not read is read in main, which then says why. */
  const failed = new Set<string>()
  let running: Task | null = null
  let generation = 0
  let isPatient = false
  let isOpen = true
  let size: number | null = null

  const isLong = (ease: number): boolean => {
    size ??=
      reader.get<{ size: number }>(
        `SELECT COALESCE((SELECT MAX(rid) FROM customer_record), 0)
          + COALESCE((SELECT MAX(rid) FROM subscription_record), 0) AS size`,
      )?.size ?? 0
    return size > short * ease
  }

  const keep = (wants: Question['wants'], key: string, answer: Answer): Answer => {
    const known = answers[wants]
    known.delete(key)
    known.set(key, answer)
    const [oldest] = known.keys()
    if (known.size > kept[wants] && oldest !== undefined) {
      known.delete(oldest)
    }
    return answer
  }

  /** The newest wish comes first: it is what is being looked at. */
  const goOn = (): void => {
    if (thread === null || running !== null) {
      return
    }
    const wanted = [...tasks.values()]
    const task = wanted.findLast(({ waiting }) => waiting > 0) ?? wanted[0]
    if (task === undefined) {
      return
    }
    running = task
    const finish = (store: () => void): void => {
      if (!isOpen) {
        return
      }
      running = null
      if (!task.isStale) {
        tasks.delete(task.key)
        store()
      }
      task.end()
      goOn()
    }
    thread.ask(task.question, generation).then(
      (found) => finish(() => keep(task.question.wants, task.key, { found, tables: task.tables })),
      (thrown: unknown) =>
        finish(() => {
          report(thrown)
          failed.add(task.key)
        }),
    )
  }

  const taskOf = (key: string, question: Question): Task => {
    let task = tasks.get(key)
    if (task === undefined) {
      let end: () => void = () => undefined
      const ready = new Promise<void>((resolve) => {
        end = resolve
      })
      const tables = tablesReadBy(question.sql)
      task = { key, question, tables, ready, end, waiting: 0, isStale: false }
      tasks.set(key, task)
      queueMicrotask(goOn)
    }
    return task
  }

  const waitFor = (task: Task): NotYet => {
    task.waiting += 1
    let isWaiting = true
    return new NotYet(task.ready, () => {
      task.waiting -= isWaiting ? 1 : 0
      isWaiting = false
      // What nobody looks at any more is not begun.
      if (task.waiting === 0 && running !== task && tasks.get(task.key) === task) {
        tasks.delete(task.key)
        task.end()
      }
    })
  }

  const knownOf = (wants: Question['wants'], key: string): Found | null => {
    const answer = answers[wants].get(key)
    return answer === undefined ? null : keep(wants, key, answer).found
  }

  const find = (question: Question, ease: number): Found => {
    const key = JSON.stringify(question)
    reader.note(tablesReadBy(question.sql))
    const known = knownOf(question.wants, key)
    if (known !== null) {
      return known
    }
    if (thread !== null && isPatient && !failed.has(key) && isLong(ease)) {
      throw waitFor(taskOf(key, question))
    }
    return keep(question.wants, key, {
      found: readQuestion(reader, question),
      tables: tablesReadBy(question.sql),
    }).found
  }

  const readerOf = (asOf: PastDay | null): LongReader => {
    const ask = ({ sql, parameters = {} }: Statement, wants: Question['wants']): Question => ({
      sql,
      parameters,
      wants,
      asOf,
    })
    return {
      rows: <Row extends object>(statement: Statement, ease = 1) => {
        const found = find(ask(statement, 'rows'), ease)
        return ('rows' in found ? found.rows : []) as readonly Row[]
      },
      keys: (statement) => {
        const found = find(ask(statement, 'keys'), 1)
        return 'keys' in found ? found.keys : new Uint32Array()
      },
      duplicates: () => {
        const found = find(ask({ sql: comparedCustomers }, 'duplicates'), 1)
        return ('rows' in found ? found.rows : []) as readonly DuplicatePair[]
      },
      acceptances: (requests) => {
        const [since = ''] = requests.map(({ askedAt }) => askedAt).toSorted((a, b) => a.localeCompare(b))
        const found = find(
          { ...ask({ sql: listedSince(), parameters: { since } }, 'acceptances'), requests },
          1,
        )
        return ('rows' in found ? found.rows : []) as readonly Suggestion[]
      },
      keysIfKnown: (statement) => {
        const question = ask(statement, 'keys')
        const key = JSON.stringify(question)
        reader.note(tablesReadBy(question.sql))
        const found = knownOf('keys', key)
        if (found === null && thread !== null && isPatient && !failed.has(key) && isLong(1)) {
          taskOf(key, question)
        }
        return found !== null && 'keys' in found ? found.keys : null
      },
    }
  }

  const forget = (isChanged: (tables: ReadonlySet<string>) => boolean): void => {
    for (const known of Object.values(answers)) {
      for (const [key, { tables }] of known) {
        if (isChanged(tables)) {
          known.delete(key)
        }
      }
    }
    for (const task of tasks.values()) {
      if (isChanged(task.tables)) {
        tasks.delete(task.key)
        task.isStale = true
        if (running !== task) {
          task.end()
        }
      }
    }
    failed.clear()
  }

  return {
    ...readerOf(null),
    asOf: readerOf,
    patiently: (project) => {
      const before = isPatient
      isPatient = true
      try {
        return project()
      } finally {
        isPatient = before
      }
    },
    mayWait: () => thread !== null && isPatient && isLong(1),
    isLong: () => isLong(1),
    forgetPortfolio: () => {
      generation += 1
      size = null
      forget(() => true)
    },
    forget: (changed) =>
      forget((tables) => changed === null || [...tables].some((table) => changed.has(table))),
    close: () => {
      isOpen = false
      thread?.close()
    },
  }
}

type Answer = { readonly found: Found; readonly tables: ReadonlySet<string> }
