import { z } from 'zod'
import { customerFields, subscriptionFields } from '#shared/domain/portfolio-fields.ts'
import { fileChoiceErrors, fileRefusals } from './errors.ts'
import { listQuery } from './list-query.ts'
import { id, instant, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The files the program reads (domain 5). */
export const importShapes = ['reconciliation-21vianet', 'customers-csv'] as const

/** Why one row of a file was not taken; the rest of the file still is. */
export const rejectReasons = [
  'COLUMN_COUNT',
  'CUSTOMER_ID_INVALID',
  'CUSTOMER_NAME_MISSING',
  'CUSTOMER_TWICE',
  'SUBSCRIPTION_ID_MISSING',
  'SUBSCRIPTION_OF_TWO_CUSTOMERS',
  'OFFER_MISSING',
  'DATE_INVALID',
  'QUANTITY_INVALID',
  'DOMAIN_INVALID',
  'CELL_TOO_LONG',
] as const

const rejectedRow = z.strictObject({
  /** The row as a spreadsheet counts it: the header is row 1. */
  row: z.int(),
  reason: z.enum(rejectReasons),
  column: z.string().nullable(),
  /** What the cell held, cut to 120 characters. */
  value: z.string().nullable(),
})
export type RejectedRow = z.infer<typeof rejectedRow>

const counts = z.strictObject({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Known to the portfolio and not listed in this file; nothing is concluded from it. */
  absent: z.int(),
})

const staged = z.strictObject({
  previewId: id,
  accountId: id,
  fileName: z.string(),
  shape: z.enum(importShapes),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030']),
  delimiter: z.enum([',', ';', '\t', '|']),
  rowCount: z.int(),
  customers: counts,
  subscriptions: counts,
  /** Records with a change that would not be applied. */
  deselected: z.strictObject({ customers: z.int(), subscriptions: z.int() }),
  /** What a file of this kind is a list of. */
  listKind: z.enum(['customers', 'subscriptions']),
  /** Whether it lists all of them, so that one that is missing is gone; `null` until the user has said so. */
  isFullList: z.boolean().nullable(),
  rejectedCount: z.int(),
  /** Words of an enumeration that the program does not know and keeps as they are, the most frequent first. */
  unknownValues: z.array(z.strictObject({ fact: z.string(), value: z.string(), count: z.int() })),
  createdAt: instant,
})
export type StagedImport = z.infer<typeof staged>

const preview = z.strictObject({
  ...staged.shape,
  /** At most the first 1,000; `import.rejected` has them all. */
  rejected: z.array(rejectedRow),
})
export type ImportPreview = z.infer<typeof preview>

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
  customers: counts,
  subscriptions: counts,
  rejectedCount: z.int(),
  /** Says whether it is the one that can be undone now. */
  canUndo: z.boolean(),
  isSample: z.boolean(),
})

export const importCommands = {
  /** Reads a file and says what it would change; the portfolio is not touched. */
  'import.preview': {
    input: z.strictObject({ accountId: id }),
    output: preview,
    errors: ['ACCOUNT_NOT_FOUND', ...fileChoiceErrors, ...fileRefusals],
    file: { use: 'open', extensions: ['csv', 'txt', 'tsv'] },
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
  /** Says whether a previewed file lists everything; remembered for files of the same shape in the same account. */
  'import.declare': {
    input: z.strictObject({ previewId: id, isFullList: z.boolean() }),
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
    value: staged,
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
