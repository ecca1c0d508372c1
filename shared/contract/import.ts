import { z } from 'zod'
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

const preview = z.strictObject({
  previewId: id,
  accountId: id,
  fileName: z.string(),
  shape: z.enum(importShapes),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030']),
  delimiter: z.enum([',', ';', '\t', '|']),
  rowCount: z.int(),
  customers: counts,
  subscriptions: counts,
  /** At most the first 1,000; `rejectedCount` has them all. */
  rejected: z.array(rejectedRow),
  rejectedCount: z.int(),
  createdAt: instant,
})
export type ImportPreview = z.infer<typeof preview>

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
