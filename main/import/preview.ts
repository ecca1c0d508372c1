import type { ReadReply } from '#shared/contract/import-reading.ts'
import type { DateOrder, FileFact, Mapping } from '#shared/domain/file-reading.ts'
import type { ParsedInput } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { StartReader } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { readInProcess } from './process/file-reader.ts'
import type { ReadReply as ReaderReply, ReadRequest } from './process/protocol.ts'
import type { HeldFile } from './sources.ts'
import { readSummary } from './staging/read-staged.ts'
import { removeStaged, stagingPath } from './staging/staging-file.ts'
import { toStaged } from '#main/views/import-views.ts'

/** What a preview is asked for with, beside the file. */
export type PreviewInput = Omit<ParsedInput<'import.preview'>, 'sourceId'>

type Work = {
  readonly store: Store
  readonly startReader: StartReader
  readonly sourceId: string
  readonly file: HeldFile
  readonly input: PreviewInput
  readonly job: JobHandle
}

/**
 * Has a file read in a process of its own, and says what it would change or what must be asked first. A mapping the
 * user gave is remembered once a file could be read by it.
 * @throws AppError when the file is refused, or the account or customer is gone.
 */
export async function previewFile(work: Work): Promise<ReadReply> {
  const { store, startReader, file, job, input } = work
  const previewId = store.newId()
  try {
    const request = requestFor(work, previewId)
    const reply = await readInProcess({ startReader, request, file, job })
    accountOf(store, input.accountId)
    if (reply.kind === 'staged' && typeof input.mapping === 'object') {
      remember(store, reply.reading.fingerprint, toMapping(input.mapping))
    }
    if (input.dateOrder !== undefined) {
      rememberOrder(store, reply.reading.fingerprint, input.dateOrder)
    }
    return toReply(work, reply)
  } catch (thrown) {
    try {
      await removeStaged(store.stagingFolder, previewId)
    } catch {
      // Where a process that was just ended still holds its file, the next start sweeps it.
    }
    throw thrown
  }
}

function requestFor({ store, file, input }: Work, previewId: string): ReadRequest {
  return {
    size: file.size,
    options: {
      encoding: input.encoding ?? null,
      delimiter: input.delimiter ?? null,
      sheet: input.sheet ?? null,
      headerRow: input.headerRow ?? null,
      dateOrder: input.dateOrder ?? null,
      mapping: typeof input.mapping === 'object' ? toMapping(input.mapping) : (input.mapping ?? null),
      customerKey: input.customerId === undefined ? null : keyOf(store, input.accountId, input.customerId),
    },
    ownPartnerId: accountOf(store, input.accountId).partner_id,
    preview: {
      previewId,
      accountId: input.accountId,
      fileName: file.name,
      createdAt: store.now().toISOString(),
    },
    stagingPath: stagingPath(store.stagingFolder, previewId),
    portfolioPath: store.path,
  }
}

function toReply({ store, sourceId, file, input }: Work, reply: ReaderReply): ReadReply {
  const { encoding, delimiter, sheet, sheets, headerRow, dateOrder, header } = reply.reading
  const reading = {
    sourceId,
    accountId: input.accountId,
    fileName: file.name,
    encoding,
    delimiter,
    sheet,
    sheets: [...sheets],
    headerRow,
    dateOrder,
    header: [...header],
    customerId: input.customerId ?? null,
  }
  switch (reply.kind) {
    case 'staged': {
      const path = stagingPath(store.stagingFolder, reply.facts.previewId)
      return {
        step: 'changes',
        ...toStaged(readSummary(path)),
        ...reading,
        mapping: toEntries(reply.mapping),
        isPartial: reply.isPartial,
      }
    }
    case 'mapping':
      return {
        step: 'mapping',
        ...reading,
        proposal: toEntries(reply.proposal),
        rows: reply.rows.map((row) => [...row]),
      }
    case 'customer':
      return { step: 'customer', ...reading }
  }
}

function accountOf(store: Store, accountId: string): { readonly partner_id: string | null } {
  const account = store.reader.get<{ partner_id: string | null }>(
    'SELECT partner_id FROM partner_account WHERE id = :accountId',
    { accountId },
  )
  if (account === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  return account
}

function keyOf(store: Store, accountId: string, customerId: string): string {
  const customer = store.reader.get<{ customer_key: string }>(
    'SELECT customer_key FROM customer WHERE id = :customerId AND account_id = :accountId',
    { customerId, accountId },
  )
  if (customer === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer of this account')
  }
  return customer.customer_key
}

type Entries = Extract<ReadReply, { step: 'changes' }>['mapping']

function toMapping(entries: Readonly<Entries>): Mapping {
  return Object.fromEntries(entries.map(({ fact, column }) => [fact, column]))
}

function toEntries(mapping: Mapping): Entries {
  return Object.entries(mapping).map(([fact, column]) => ({ fact: fact as FileFact, column }))
}

function remember(store: Store, fingerprint: string, mapping: Mapping): void {
  store.draft((writer) =>
    writer.run(
      `INSERT INTO import_mapping (fingerprint, mapping, used_at) VALUES (:fingerprint, :mapping, :now)
      ON CONFLICT (fingerprint) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
      { fingerprint, mapping: JSON.stringify(mapping), now: store.now().toISOString() },
    ),
  )
}

function rememberOrder(store: Store, fingerprint: string, order: DateOrder | 'none'): void {
  store.draft((writer) =>
    order === 'none'
      ? writer.run('DELETE FROM import_date_order WHERE fingerprint = :fingerprint', { fingerprint })
      : writer.run(
          `INSERT INTO import_date_order (fingerprint, date_order, used_at) VALUES (:fingerprint, :order, :now)
          ON CONFLICT (fingerprint) DO UPDATE SET date_order = excluded.date_order, used_at = excluded.used_at`,
          { fingerprint, order, now: store.now().toISOString() },
        ),
  )
}
