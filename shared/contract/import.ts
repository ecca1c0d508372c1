import { z } from 'zod'
import { importSources } from '#shared/domain/file-reading.ts'
import { customerFields, subscriptionFields } from '#shared/domain/portfolio-fields.ts'
import { fileChoiceErrors, fileRefusals } from './errors.ts'
import { readOptions, readReply } from './import-reading.ts'
import { changeCounts, rejectedRow, stagedImport } from './import-staged.ts'
import { listQuery } from './list-query.ts'
import { id, instant, name, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** Where the records of an import came from. */
export const importShapes = importSources

/** The files that can be read. */
const tableExtensions = ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'json', 'jsonl'] as const

/** What an import would do to a record. `absent` ones are known and not listed. */
export const changeKinds = ['added', 'changed', 'unchanged', 'absent'] as const

/** One fact before and after, as text: ISO dates, plain numbers, the contract's words, yes or no. */
export const factChange = <Field extends readonly [string, ...string[]]>(fields: Field) =>
  z.strictObject({ field: z.enum(fields), before: z.string().nullable(), after: z.string().nullable() })

const diffRow = z.strictObject({
  /** What `import.select` calls the record. */
  key: z.string(),
  /** The customer's name, or the offer. */
  title: z.string(),
  /** What tells it from others: the domain, or the customer and the subscription id. */
  detail: z.string(),
  /** `null` for what an apply writes nothing of. */
  isSelected: z.boolean().nullable(),
  changes: z.array(factChange([...customerFields, ...subscriptionFields])),
})
export type DiffRow = z.infer<typeof diffRow>

const importRow = z.strictObject({
  id,
  accountId: id,
  accountName: z.string(),
  fileName: z.string(),
  shape: z.enum(importShapes),
  encoding: z.string(),
  importedAt: instant,
  rowCount: z.int(),
  customers: changeCounts,
  subscriptions: changeCounts,
  rejectedCount: z.int(),
  /** Rows that may have meant a customer and were left out, by an answer or for want of one. */
  leftOutCount: z.int(),
  /** Says whether it is the one that can be undone now. */
  canUndo: z.boolean(),
  isSample: z.boolean(),
})

export const importCommands = {
  /**
   * Reads a file, or one it holds already with other options, and says what it would change; the portfolio is not
   * touched. A question is answered by asking again with the answer among the options.
   */
  'import.preview': {
    input: z.strictObject({ accountId: id, sourceId: id.optional(), ...readOptions }),
    output: readReply,
    errors: [
      'ACCOUNT_NOT_FOUND',
      'CUSTOMER_NOT_FOUND',
      'SOURCE_NOT_FOUND',
      ...fileChoiceErrors,
      ...fileRefusals,
    ],
    file: { use: 'open', extensions: tableExtensions },
  },
  /** Asks for files to be read, one or several, and holds them in this run of the program; none is read yet. */
  'import.choose': {
    input: z.strictObject({}),
    output: z.strictObject({ files: z.array(z.strictObject({ sourceId: id, fileName: z.string() })) }),
    errors: fileChoiceErrors,
    file: { use: 'open', isSeveral: true, extensions: tableExtensions },
  },
  /** As `import.preview`, for a table copied out of a spreadsheet or a page. */
  'import.paste': {
    input: z.strictObject({ accountId: id, name: name(200), text: text(900_000), ...readOptions }),
    output: readReply,
    errors: ['ACCOUNT_NOT_FOUND', 'CUSTOMER_NOT_FOUND', 'CANCELLED', ...fileRefusals],
  },
  /**
   * Chooses records of a preview, or leaves them out: all that are added or changed, those of one kind, those of one
   * change, or those of some keys. New customers and their subscriptions go together.
   */
  'import.select': {
    input: z.strictObject({
      previewId: id,
      isSelected: z.boolean(),
      kind: z.enum(['customers', 'subscriptions']).optional(),
      change: z.enum(['added', 'changed']).optional(),
      keys: z
        .array(z.string().regex(/^\d{1,9}$/))
        .max(1_000)
        .optional(),
    }),
    output: z.strictObject({}),
    errors: ['PREVIEW_NOT_FOUND'],
  },
  /**
   * Says whether a previewed file lists everything; remembered for files of the same shape in the same account. That
   * rejected rows which name no record are none of those that are missing is said for this preview alone.
   */
  'import.declare': {
    input: z.strictObject({ previewId: id, isFullList: z.boolean(), ignoresUnnamed: z.boolean().optional() }),
    output: z.strictObject({}),
    errors: ['PREVIEW_NOT_FOUND'],
  },
  /** Writes what a preview showed; all of it becomes visible at once, or none. A preview can be applied once. */
  'import.apply': {
    input: z.strictObject({ previewId: id }),
    output: z.strictObject({ importId: id }),
    errors: ['PREVIEW_NOT_FOUND', 'ACCOUNT_NOT_FOUND', 'CANCELLED'],
  },
  /**
   * Takes back the newest import, to the row; without an id whichever that is. The imports are undone in order, and the
   * user's own work stays.
   */
  'import.undo': {
    input: z.strictObject({ importId: id.optional() }),
    output: z.strictObject({ importId: id, fileName: z.string() }),
    errors: [
      'NOTHING_TO_UNDO',
      'IMPORT_NOT_FOUND',
      'IMPORT_NOT_LAST',
      'IMPORT_BEFORE_HISTORY',
      'IMPORT_RUNNING',
    ],
  },
  'import.discard': {
    input: z.strictObject({ previewId: id }),
    output: z.strictObject({}),
    errors: ['PREVIEW_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

export const importViews = {
  /** What a preview is and would do. */
  'import.staged': {
    params: z.strictObject({ previewId: id }),
    value: stagedImport,
    errors: ['PREVIEW_NOT_FOUND'],
  },
  /** The records of one kind that a preview would add, change or leave, or that it does not list, fact by fact. */
  'import.diff': {
    params: z.strictObject({
      previewId: id,
      kind: z.enum(['customers', 'subscriptions']),
      change: z.enum(changeKinds),
      /** A piece of the name, the offer or the id. */
      search: text(200).optional(),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(diffRow) }),
    errors: ['PREVIEW_NOT_FOUND'],
  },
  /** The rows of a previewed file that are not taken, in its order. */
  'import.rejected': {
    params: z.strictObject({ previewId: id, ...page }),
    value: z.strictObject({ total: z.int(), rows: z.array(rejectedRow) }),
    errors: ['PREVIEW_NOT_FOUND'],
  },
  'import.list': {
    params: z.strictObject({
      accountId: id.optional(),
      /** A piece of the file's name. */
      search: text(200).optional(),
      ...listQuery('imports'),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(importRow) }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
