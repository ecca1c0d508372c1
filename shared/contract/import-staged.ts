import { z } from 'zod'
import { delimiters, encodings, fileShapes } from '#shared/domain/file-reading.ts'
import { id, instant } from './primitives.ts'

/** Why one row of a file was not taken; the rest of the file still is. */
export const rejectReasons = [
  'COLUMN_COUNT',
  'CUSTOMER_ID_INVALID',
  'CUSTOMER_NAME_MISSING',
  'CUSTOMER_TWICE',
  'CUSTOMER_DIFFERS',
  'CUSTOMER_UNKNOWN',
  'SUBSCRIPTION_ID_MISSING',
  'SUBSCRIPTION_OF_TWO_CUSTOMERS',
  'SUBSCRIPTION_TWICE',
  'OFFER_MISSING',
  'DATE_INVALID',
  'DATE_AMBIGUOUS',
  'QUANTITY_INVALID',
  'BOOLEAN_INVALID',
  'DOMAIN_INVALID',
  'ID_IMPRECISE',
  'CELL_TOO_LONG',
  'CELL_UNREADABLE',
  'QUOTE_STRAY',
  'TEXT_DAMAGED',
] as const

export const rejectedRow = z.strictObject({
  /** The row as a spreadsheet counts it: the header is row 1. */
  row: z.int(),
  reason: z.enum(rejectReasons),
  column: z.string().nullable(),
  /** What the cell held, cut to 120 characters. */
  value: z.string().nullable(),
})
export type RejectedRow = z.infer<typeof rejectedRow>

/** What an import would do, or did, to one kind of record. */
export const changeCounts = z.strictObject({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Known to the portfolio and not listed in this file; nothing is concluded from it. */
  absent: z.int(),
})

/** A file that has been read and waits: what it is, and what applying it would do. */
export const stagedImport = z.strictObject({
  previewId: id,
  accountId: id,
  fileName: z.string(),
  shape: z.enum(fileShapes),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters).nullable(),
  rowCount: z.int(),
  customers: changeCounts,
  subscriptions: changeCounts,
  /** Records with a change that would not be applied. */
  deselected: z.strictObject({ customers: z.int(), subscriptions: z.int() }),
  /** What a file of this kind is a list of. */
  listKind: z.enum(['customers', 'subscriptions']),
  /** Whether it lists all of them, so that one that is missing is gone; `null` until the user has said so. */
  isFullList: z.boolean().nullable(),
  rejectedCount: z.int(),
  /**
   * Rejected rows that do not say which record they are about. Each may be one of those that are missing, so while there
   * are any nothing is concluded from what a full list does not name, unless the user has said that they are none of
   * those. A rejected row that says it keeps its record from being missing.
   */
  unnamedCount: z.int(),
  ignoresUnnamed: z.boolean(),
  /**
   * Rows that may mean customers already known: all of them, those that wait for an answer, and those that are left out
   * by one. While any of the last two are, nothing is concluded from what a full list does not name.
   */
  identity: z.strictObject({ asked: z.int(), open: z.int(), leftOut: z.int() }),
  /** Words of an enumeration that the program does not know and keeps as they are, the most frequent first. */
  unknownValues: z.array(z.strictObject({ fact: z.string(), value: z.string(), count: z.int() })),
  createdAt: instant,
})
export type StagedImport = z.infer<typeof stagedImport>
