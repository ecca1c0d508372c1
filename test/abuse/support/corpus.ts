import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback, TestFile } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

/** What must become of a hostile file. */
export type Expected =
  /** The whole file is refused with this code, and the database does not change by a byte. */
  | { readonly refused: string; readonly data?: object }
  /** It is read; rows that cannot be taken are listed with their reasons. */
  | {
      readonly customers?: number
      readonly subscriptions?: number
      readonly rejected?: readonly string[]
      readonly reading?: object
    }
  /** The user is asked what its columns mean, or whose it is. */
  | { readonly asked: 'mapping' | 'customer' }

/** One entry of the corpus: security.md's id, what it is, the file and what must become of it. */
export type Entry = {
  readonly id: string
  readonly what: string
  readonly file: () => Uint8Array | string
  readonly name?: string
  readonly expect: Expected
}

/** Goes into the corpus's texts; no log line and no message may ever hold it. */
export const canary = 'CANARY-7f3a9'

/** The program over which a corpus runs, with one import done, and what must hold after each entry. */
export type CorpusDesk = {
  /** Reads the entry's file, checks what must always hold, and says what became of the file. */
  readonly outcome: (entry: Entry) => Promise<object>
  /** What {@link outcome} must match. */
  readonly expected: (entry: Entry) => object
  readonly close: () => void
}

const rootKeys = () => [Object.prototype, Array.prototype].map((each) => Reflect.ownKeys(each).length)

/** Opens the program for a corpus. */
export async function openCorpusDesk(): Promise<CorpusDesk> {
  const loopback = createLoopback()
  const accountId = await makeAccount(loopback)
  const known = line({ SyndicationPartnerSubscriptionNumber: 'before' })
  await importFile(loopback, accountId, reconciliationFile([known]))
  const keysBefore = rootKeys()

  const portfolio = (): Buffer[] =>
    ['portfolio.db', 'portfolio.db-wal'].map((name) => readFileSync(join(loopback.dataFolder, name)))
  const staged = (): readonly string[] => {
    const folder = join(loopback.dataFolder, 'staging')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  return {
    close: loopback.close,
    expected: ({ expect: wanted }) => ({
      ...('refused' in wanted
        ? { data: {}, ...wanted }
        : 'asked' in wanted
          ? wanted
          : { rejected: [], ...wanted }),
      portfolioChanged: false,
      keys: keysBefore,
      unforeseen: [],
      written: [],
      leftovers: [],
      strangers: [],
      isTold: false,
    }),
    outcome: async ({ name = 'file.csv', file }) => {
      const content = file()
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const before = portfolio()
      const became = await becomes(loopback, accountId, { name, bytes })
      return {
        ...became,
        portfolioChanged: !portfolio().every((each, index) => each.equals(before[index] ?? Buffer.alloc(0))),
        keys: rootKeys(),
        unforeseen: [...loopback.reported],
        // Nothing is written but into the data folder, and a file that is not taken leaves nothing there.
        written: [...loopback.savedFiles],
        leftovers: staged(),
        strangers: readdirSync(loopback.dataFolder).filter((each) => !/^(portfolio\.|staging$)/.test(each)),
        isTold: JSON.stringify([loopback.logged, 'message' in became ? became.message : '']).includes(canary),
      }
    },
  }
}

type Became =
  | { readonly refused: string; readonly data: object; readonly message: string }
  | { readonly asked: string }
  | {
      readonly customers: number
      readonly subscriptions: number
      readonly rejected: readonly string[]
      readonly reading: object
    }

async function becomes(loopback: Loopback, accountId: string, file: TestFile): Promise<Became> {
  try {
    const reply = await loopback.run('import.preview', { accountId }, file)
    if (reply.step !== 'changes') {
      return { asked: reply.step }
    }
    const rejected = loopback.read('import.rejected', { previewId: reply.previewId, limit: 10_000 })
    await loopback.run('import.discard', { previewId: reply.previewId })
    const all = ({ added, changed, unchanged }: typeof reply.customers) => added + changed + unchanged
    return {
      customers: all(reply.customers),
      subscriptions: all(reply.subscriptions),
      rejected: rejected.rows.map(({ reason }) => reason),
      reading: reply,
    }
  } catch (thrown) {
    const { code, data, message } = thrown as { code: string; data: object; message: string }
    return { refused: code, data, message }
  }
}
