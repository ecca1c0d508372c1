import { civilDateOf } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { StartReader } from '#main/ports.ts'
import type { Parameters, Writer } from '#main/store/database.ts'
import type { ListingKind } from '#main/store/listings.ts'
import { createListingBits } from '#main/store/listings.ts'
import type { Store } from '#main/store/store.ts'
import type { StagedRows } from './apply-statements.ts'
import * as statements from './apply-statements.ts'
import { lists } from './staging/compare.ts'
import type { Comparison, PreviewFacts } from './staging/preview-facts.ts'
import type { PacedDraft } from './paced-draft.ts'
import { chunkRows, createPacedDraft, turn } from './paced-draft.ts'
import { stagingPath } from './staging/staging-file.ts'
import { withOpenGate } from './subscription-gate.ts'

/** Staged rows looked at in one turn where nothing is written. */
const stretchRows = 5_000

type ApplyTask = {
  readonly store: Store
  readonly startReader: StartReader
  readonly facts: PreviewFacts
  readonly comparison: Comparison
  readonly job: JobHandle
  /** The moment it is remembered by. */
  readonly at: Date
}

type Scope = {
  readonly store: Store
  readonly draft: PacedDraft
  readonly job: JobHandle
  readonly facts: PreviewFacts
  readonly comparison: Comparison
  /** The values every statement may name; `next` is the number the import will have. */
  readonly values: {
    readonly account: string
    readonly head: number
    readonly next: number
    readonly today: string
    /** The highest record numbers before the import. */
    readonly customers: number
    readonly subscriptions: number
  }
  readonly step: (rows: number) => void
}

/**
 * Applies a compared preview: versions are written in small transactions that no view shows, and become visible all at
 * once in the last one. Whatever stops it before that leaves the portfolio as it was, and something to sweep.
 */
export async function applyStaged({
  store,
  startReader,
  facts,
  comparison,
  job,
  at,
}: ApplyTask): Promise<string> {
  const { customers, subscriptions } = comparison
  const all = 2 * (customers.added + customers.changed + subscriptions.added) + subscriptions.changed + 1
  store.attach(stagingPath(store.stagingFolder, facts.previewId), 'stage')
  const draft = createPacedDraft(store, startReader)
  try {
    let done = 0
    const scope: Scope = {
      store,
      draft,
      job,
      facts,
      comparison,
      values: valuesOf(store, facts.accountId),
      step: (rows) => {
        done += rows
        job.checkCancelled()
        job.progress(Math.min(done / all, 1))
      },
    }
    // A query of the temporary schema, which is this connection's alone.
    await draft.write((writer) => {
      writer.run('DROP TABLE IF EXISTS temp.touched_customer')
      writer.run(statements.touchedCustomers)
    })
    const written = {
      customers: await writeCustomerRecords(scope),
      subscriptions: await writeSubscriptions(scope),
    }
    await writeCustomers(scope)
    const listings = {
      customer: await listed(scope, 'customer'),
      subscription: await listed(scope, 'subscription'),
    }
    job.checkCancelled()
    await draft.commit()
    const importId = store.newId()
    store.commitPortfolio((writer) => {
      writeImport(writer, scope, importId, at, {
        customers: { ...customers, ...written.customers },
        subscriptions: { ...subscriptions, ...written.subscriptions },
      })
      run(writer, statements.rememberIdentities, scope.values)
      for (const [kind, bits] of Object.entries(listings)) {
        if (bits.length > 0) {
          writer.run('INSERT INTO import_listing (import_rid, kind, bits) VALUES (:next, :kind, :bits)', {
            next: scope.values.next,
            kind,
            bits,
          })
        }
      }
      writer.run('UPDATE portfolio_head SET head = :next', { next: scope.values.next })
    })
    return importId
  } finally {
    draft.stop()
    store.detach('stage')
  }
}

function valuesOf(store: Store, account: string): Scope['values'] {
  const row = store.reader.get<{ head: number; newest: number; customers: number; subscriptions: number }>(
    `SELECT head, (SELECT COALESCE(MAX(rid), 0) FROM import) AS newest,
      (SELECT COALESCE(MAX(rid), 0) FROM customer_record) AS customers,
      (SELECT COALESCE(MAX(rid), 0) FROM subscription_record) AS subscriptions
    FROM portfolio_head`,
  ) ?? { head: 0, newest: 0, customers: 0, subscriptions: 0 }
  return {
    account,
    head: row.head,
    next: Math.max(row.head, row.newest) + 1,
    today: civilDateOf(store.now()),
    customers: row.customers,
    subscriptions: row.subscriptions,
  }
}

type Written = { readonly added: number; readonly changed: number }

async function writeCustomerRecords(scope: Scope): Promise<Written> {
  const written = { added: 0, changed: 0 }
  await inChunks(scope, 'addedCustomers', (writer, range) => {
    run(writer, statements.addCustomerRecords, range)
    written.added += run(writer, statements.touchStagedCustomers('addedCustomers'), range).changes
  })
  await inChunks(scope, 'changedCustomers', (writer, range) => {
    written.changed += run(writer, statements.touchStagedCustomers('changedCustomers'), range).changes
  })
  return written
}

/** Records first and by themselves: they are written in the order of their keys, their facts in that of end dates. */
async function writeSubscriptions(scope: Scope): Promise<Written> {
  const written = { added: 0, changed: 0 }
  await inChunks(scope, 'newSubscriptions', (writer, range) => {
    run(writer, statements.addSubscriptionRecords, range)
  })
  await inChunks(scope, 'addedSubscriptions', (writer, range) => {
    written.added += run(writer, statements.addSubscriptionFacts, range).changes
    run(writer, statements.touchCustomersOfAdded, range)
  })
  const changeFacts = statements.changeSubscriptionFacts(scope.facts)
  await inChunks(scope, 'changedSubscriptions', (writer, range) => {
    written.changed += run(writer, changeFacts, range).changes
    run(writer, statements.touchCustomersOfChanged, range)
    run(writer, statements.endSubscriptionFacts, range)
  })
  return written
}

/** Last, because the columns that lists sort by come from the subscriptions. */
async function writeCustomers({ store, draft, values, step }: Scope): Promise<void> {
  const most =
    store.reader.get<{ most: number }>('SELECT COALESCE(MAX(rid), 0) AS most FROM temp.touched_customer')
      ?.most ?? 0
  for (let after = 0; after < most; after += chunkRows) {
    await draft.write((writer) => {
      const range = { ...values, after, upto: after + chunkRows }
      run(writer, statements.writeCustomerFacts, range)
      run(writer, statements.endCustomerFacts, range)
    })
    step(chunkRows)
  }
}

type Range = Scope['values'] & { readonly after: number; readonly upto: number }

async function inChunks(
  { store, draft, values, step }: Scope,
  rows: StagedRows,
  work: (writer: Writer, range: Range) => void,
): Promise<void> {
  const next = (after: number) =>
    store.reader.get<{ upto: number | null }>(statements.nextChunk(rows), { after, size: chunkRows })?.upto ??
    null
  let after = 0
  for (let upto = next(0); upto !== null; upto = next(upto)) {
    const range = { ...values, after, upto }
    await draft.write((writer) => withOpenGate(writer, () => work(writer, range)))
    after = upto
    step(chunkRows)
  }
}

/** The bitmap of the records a file lists, whether or not they changed. */
async function listed({ store, values }: Scope, kind: ListingKind): Promise<Uint8Array> {
  const bits = createListingBits()
  const most =
    store.reader.get<{ most: number }>(`SELECT COALESCE(MAX(row), 0) AS most FROM stage.${kind}_change`)
      ?.most ?? 0
  const range = { customer: { most: values.customers }, subscription: { most: values.subscriptions } }[kind]
  for (let after = 0; after < most; after += stretchRows) {
    const rows = store.reader.all<{ rid: number }>(statements.listedRecords[kind], {
      ...range,
      after,
      upto: after + stretchRows,
    })
    rows.forEach(({ rid }) => bits.add(rid))
    await turn()
  }
  for (const { rid } of store.reader.all<{ rid: number }>(
    'SELECT DISTINCT rid FROM stage.mentioned WHERE kind = :kind',
    { kind },
  )) {
    bits.add(rid)
  }
  return bits.bytes()
}

function writeImport(writer: Writer, scope: Scope, importId: string, at: Date, counts: object): void {
  const { facts, values } = scope
  const account = writer.get('SELECT 1 FROM partner_account WHERE id = :account', { account: values.account })
  if (account === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'the partner account was removed meanwhile')
  }
  writer.run(
    `INSERT INTO import
      (rid, id, account_id, shape, file_name, file_sha256, encoding, row_count, counts, rejected_count, imported_at,
      full_kind, head_before)
    VALUES (:next, :importId, :account, :shape, :fileName, :sha256, :encoding, :rowCount, :counts, :rejectedCount, :now,
      :fullKind, :head)`,
    {
      next: values.next,
      head: values.head,
      importId,
      account: values.account,
      shape: facts.shape,
      fileName: facts.fileName,
      sha256: facts.sha256,
      encoding: facts.encoding,
      rowCount: facts.rowCount,
      counts: JSON.stringify(counts),
      rejectedCount: facts.rejectedCount,
      now: at.toISOString(),
      fullKind: concludes(scope) ? mainKind(writer) : null,
    },
  )
}

/** Says whether what the file does not name is missing: never where a row may mean any record, or none was taken. */
function concludes({ store, facts, comparison }: Scope): boolean {
  return (
    facts.isFullList === true &&
    (comparison.unnamed === 0 || facts.ignoresUnnamed) &&
    (lists(comparison.customers) || lists(comparison.subscriptions)) &&
    store.reader.get(statements.leavesRowsOut) === undefined
  )
}

/** What a file is a list of: subscriptions where it has any, else customers. */
function mainKind(writer: Writer): ListingKind {
  return writer.get('SELECT 1 FROM stage.subscription_change LIMIT 1') === undefined
    ? 'customer'
    : 'subscription'
}

/** Runs a statement with those of the values that it names; the database refuses any other. */
function run(writer: Writer, sql: string, values: { readonly [name: string]: string | number }) {
  const named: { [name: string]: string | number } = {}
  for (const [, name = ''] of sql.matchAll(/:(\w+)/g)) {
    named[name] = values[name] ?? ''
  }
  const parameters: Parameters = named
  return writer.run(sql, parameters)
}
