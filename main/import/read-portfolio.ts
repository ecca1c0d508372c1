import { createHash } from 'node:crypto'
import type { DateOrder, Encoding, FileShape, Mapping } from '#shared/domain/file-reading.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { DecodingFailed, encodingError } from './decode.ts'
import { importLimits } from './limits.ts'
import { RowRejected, shortened } from './portfolio-file.ts'
import type { FileSource, OpenedTable, TableOptions } from './readers/open-table.ts'
import { apiMapping, openTable } from './readers/open-table.ts'
import type { TableFacts } from './readers/table.ts'
import { createMentionReader } from './shapes/read-mention.ts'
import type { RecordRules } from './shapes/read-record.ts'
import { createRecordReader } from './shapes/read-record.ts'
import { fingerprintOf, recognise } from './shapes/recognise.ts'
import { spokenFacts } from './shapes/spoken-facts.ts'
import type { KnownPortfolio } from './stage-record.ts'
import { createPut } from './stage-record.ts'
import type { PreviewFacts } from './staging/preview-facts.ts'
import type { StagingWriter } from './staging/staging-writer.ts'

/** What the user has said about a file; `null` where the program shall find out, or ask. */
export type ReadOptions = TableOptions & {
  readonly dateOrder: DateOrder | 'none' | null
  /** What the columns of an unknown table mean; `'ask'` even where that is known. */
  readonly mapping: Mapping | 'ask' | null
  /** The customer of a file of subscriptions that names none. */
  readonly customerKey: string | null
}

/** What is read, and what goes with it into the preview. */
export type ReadTask = {
  readonly source: FileSource
  readonly options: ReadOptions
  readonly ownPartnerId: string | null
  readonly preview: Pick<PreviewFacts, 'previewId' | 'accountId' | 'fileName' | 'createdAt'>
  readonly known: KnownPortfolio
  /** Begins a staged file; called again when the file is read from its start once more. */
  readonly stage: () => Promise<StagingWriter>
  /** Told the share of the file that is done. */
  readonly onProgress: (share: number) => void
}

/** How a file was read: shown to the user, who may change what was only found out. */
export type Reading = Omit<TableFacts, 'dateSystem'> & {
  readonly header: readonly string[]
  readonly fingerprint: string
  readonly dateOrder: DateOrder | null
}

/** What became of a file: staged, or a question only the user can answer. */
export type ReadResult =
  | {
      readonly kind: 'staged'
      readonly facts: PreviewFacts
      readonly reading: Reading
      readonly mapping: Mapping
      /** Says that the file itself tells of more records than it holds. */
      readonly isPartial: boolean
    }
  | {
      readonly kind: 'mapping'
      readonly reading: Reading
      readonly proposal: Mapping
      /** The first rows, for the user to see what the columns hold. */
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'customer'; readonly reading: Reading }

/**
 * Reads a file the user was handed into a staged preview. Text without a byte order mark is taken for UTF-8; where it
 * turns out not to be, however late, the file is read again as GB18030.
 * @throws AppError with a `FILE_…` code when the file is refused as a whole; nothing is left behind.
 */
export async function readPortfolioFile(task: ReadTask): Promise<ReadResult> {
  try {
    return await readOnce(task, 'utf-8')
  } catch (thrown) {
    if (!(thrown instanceof DecodingFailed)) {
      throw thrown
    }
    if (thrown.encoding !== 'utf-8' || thrown.isCertain || task.options.encoding !== null) {
      throw encodingError(thrown.offset)
    }
    return readAgain(task, thrown.offset)
  }
}

async function readAgain(task: ReadTask, failedAt: number): Promise<ReadResult> {
  try {
    return await readOnce(task, 'gb18030')
  } catch (thrown) {
    // The encoding that came further is the one the file was meant to have.
    throw thrown instanceof DecodingFailed ? encodingError(Math.max(thrown.offset, failedAt)) : thrown
  }
}

async function readOnce(task: ReadTask, tried: Encoding): Promise<ReadResult> {
  const hash = createHash('sha256')
  const { options } = task
  const table = await openTable(hashed(task.source, hash, task.onProgress), options, tried)
  const { shape, mapping, proposal } = columnsOf(table, task)
  const fingerprint = fingerprintOf(table.header)
  const reading: Reading = {
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    sheets: table.sheets,
    headerRow: table.headerRow,
    header: table.header.map(shortened),
    fingerprint,
    dateOrder: shape === 'reconciliation-21vianet' ? 'month-first' : dateOrderOf(task, fingerprint),
  }
  if (mapping === null) {
    return { kind: 'mapping', reading, proposal, rows: await firstRows(table) }
  }
  const namesCustomer = ['customerId', 'domain', 'customerName'].some((fact) => fact in mapping)
  if (options.customerKey === null && (table.api === null ? !namesCustomer : table.api.lacksCustomer)) {
    await table.rows[Symbol.asyncIterator]().return?.()
    return { kind: 'customer', reading }
  }
  const writer = await task.stage()
  try {
    const counts = await stageRows(table, { shape, mapping, reading, task, writer })
    const facts: PreviewFacts = {
      ...task.preview,
      shape,
      encoding: table.encoding ?? 'utf-8',
      delimiter: table.delimiter,
      sha256: hash.digest('hex'),
      ...counts,
      ...spokenFacts({ shape, mapping }),
      isFullList: table.api?.isPartial === true ? false : task.known.isFullList(shape),
      ignoresUnnamed: false,
      givenKey: options.customerKey,
    }
    writer.finish(facts)
    return { kind: 'staged', facts, reading, mapping, isPartial: table.api?.isPartial === true }
  } catch (thrown) {
    writer.abandon()
    throw thrown
  }
}

/** What the user says, else what they said of a table with this header. */
function dateOrderOf({ options, known }: ReadTask, fingerprint: string): DateOrder | null {
  const { dateOrder } = options
  return dateOrder === null ? known.dateOrderFor(fingerprint) : dateOrder === 'none' ? null : dateOrder
}

function hashed(
  source: FileSource,
  hash: ReturnType<typeof createHash>,
  onProgress: (share: number) => void,
): FileSource {
  return {
    size: source.size,
    open: async function* () {
      let read = 0
      for await (const chunk of source.open()) {
        hash.update(chunk)
        yield chunk
        read += chunk.length
        onProgress(read / Math.max(source.size, 1))
      }
    },
  }
}

type Columns =
  | { readonly shape: FileShape; readonly mapping: Mapping; readonly proposal: Mapping }
  | { readonly shape: 'mapped'; readonly mapping: null; readonly proposal: Mapping }

function columnsOf(table: OpenedTable, { options, known }: ReadTask): Columns {
  if (table.api !== null) {
    return { shape: 'api-json', mapping: apiMapping(table.api.facts), proposal: {} }
  }
  if (options.mapping !== null && options.mapping !== 'ask') {
    return { shape: 'mapped', mapping: checkMapping(options.mapping, table.header), proposal: {} }
  }
  const recognised = recognise(table.header)
  if (recognised.shape !== null) {
    return options.mapping === 'ask'
      ? { shape: 'mapped', mapping: null, proposal: recognised.mapping }
      : { shape: recognised.shape, mapping: recognised.mapping, proposal: {} }
  }
  const remembered = known.mappingFor(fingerprintOf(table.header))
  return remembered !== null && options.mapping !== 'ask'
    ? { shape: 'mapped', mapping: checkMapping(remembered, table.header), proposal: {} }
    : { shape: 'mapped', mapping: null, proposal: remembered ?? recognised.proposal }
}

/** @throws AppError `FILE_COLUMNS_MISSING` when a column of the mapping is not in this file. */
function checkMapping(mapping: Mapping, header: readonly string[]): Mapping {
  const beyond = Object.values(mapping).filter((column) => column >= header.length)
  if (beyond.length > 0) {
    throw new AppError('FILE_COLUMNS_MISSING', 'the file has fewer columns than were named', {
      columns: beyond.map((column) => String(column + 1)),
      shape: 'mapped',
    })
  }
  return mapping
}

async function firstRows(table: OpenedTable): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const batch of table.rows) {
    rows.push(...batch.slice(0, importLimits.previewRows - rows.length).map(({ cells }) => cells))
    if (rows.length >= importLimits.previewRows) {
      break
    }
  }
  return rows.map((cells) => cells.slice(0, table.header.length).map(shortened))
}

type Staging = {
  readonly shape: FileShape
  readonly mapping: Mapping
  readonly reading: Reading
  readonly task: ReadTask
  readonly writer: StagingWriter
}

async function stageRows(
  table: OpenedTable,
  { shape, mapping, reading, task, writer }: Staging,
): Promise<{ readonly rowCount: number; readonly rejectedCount: number }> {
  const unknown = new Set<string>()
  const rules: RecordRules = {
    shape,
    header: table.header,
    mapping,
    dates: { order: reading.dateOrder, system: table.dateSystem },
    isText: table.delimiter !== null,
    ownPartnerId: task.ownPartnerId,
    customerKey: task.options.customerKey,
    onUnknown: (fact, value) => {
      const key = `${fact} ${value}`
      if (unknown.has(key) || unknown.size < importLimits.unknownValues) {
        unknown.add(key)
        writer.putUnknown(fact, shortened(value))
      }
    },
  }
  const read = createRecordReader(rules)
  const mentioned = createMentionReader(rules)
  const put = createPut(writer, task.known, mapping.subscriptionId !== undefined, {
    customer: table.header[mapping.customerId ?? -1] ?? null,
    subscription: table.header[mapping.subscriptionId ?? -1] ?? null,
  })
  let rowCount = 0
  let rejectedCount = 0
  for await (const batch of table.rows) {
    for (const row of batch) {
      rowCount += 1
      try {
        put(read(row))
      } catch (thrown) {
        if (!(thrown instanceof RowRejected)) {
          throw thrown
        }
        rejectedCount += 1
        const { reason, column, value } = thrown
        writer.putRejected({ row: row.row, reason, column, value }, mentioned(row, reason))
      }
    }
  }
  if (rowCount === 0) {
    throw new AppError('FILE_NO_ROWS', 'the file has a header and no rows')
  }
  return { rowCount, rejectedCount }
}
