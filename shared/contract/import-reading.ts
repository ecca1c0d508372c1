import { z } from 'zod'
import { dateOrders, delimiters, encodings, fileFacts, namingFacts } from '#shared/domain/file-reading.ts'
import { stagedImport } from './import-staged.ts'
import { id } from './primitives.ts'

/** Which column of the file states which fact, by position from 0; no two facts share one. */
const mapping = z
  .array(z.strictObject({ fact: z.enum(fileFacts), column: z.int().min(0).max(255) }))
  .max(fileFacts.length)

const isOneEach = (entries: readonly { readonly fact: string; readonly column: number }[]): boolean =>
  new Set(entries.map(({ fact }) => fact)).size === entries.length &&
  new Set(entries.map(({ column }) => column)).size === entries.length

const givenMapping = mapping
  .refine(isOneEach, { error: 'a column can state one fact, and a fact has one column' })
  .refine((entries) => entries.some(({ fact }) => namingFacts.has(fact)), {
    error: 'a column must name the customer or the subscription',
  })

/** How a file is to be read, where the user knows better than what was found out. */
export const readOptions = {
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** The sheet of a workbook, by its name. */
  sheet: z.string().max(255).optional(),
  /** The row of the table's header, where it is not the one that was found. */
  headerRow: z.int().min(1).max(1_000).optional(),
  /** Remembered for tables with the same header; `'none'` leaves unclear dates out and forgets it. */
  dateOrder: z.enum([...dateOrders, 'none']).optional(),
  /** What the columns of an unknown table mean, which is remembered; `'ask'` to be asked again. */
  mapping: z.union([z.literal('ask'), givenMapping]).optional(),
  /** The customer of a file of subscriptions that names none. */
  customerId: id.optional(),
} as const

/** How a file was read; `null` where its kind has no such thing. */
const reading = {
  /** The file as main holds it, to be read again with other options while the program runs. */
  sourceId: id,
  accountId: id,
  fileName: z.string(),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  sheet: z.string().nullable(),
  /** The sheets to choose from: those the user can see in Excel. */
  sheets: z.array(z.string()),
  /** The row the header was found in, as a spreadsheet counts; what stands above it is not read. */
  headerRow: z.int().nullable(),
  dateOrder: z.enum(dateOrders).nullable(),
  header: z.array(z.string()),
  /** The customer the user has named, where the file names none. */
  customerId: id.nullable(),
}

/** What became of a file: what it would change, or a question only the user can answer. */
export const readReply = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('changes'),
    ...stagedImport.shape,
    ...reading,
    mapping,
    /** Says that the file itself tells of more records than it holds. */
    isPartial: z.boolean(),
  }),
  /** A table nobody knows: its columns must be named. */
  z.strictObject({
    step: z.literal('mapping'),
    ...reading,
    /** What the columns may mean, by their names. */
    proposal: mapping,
    /** The first rows, each cell cut to 120 characters. */
    rows: z.array(z.array(z.string())),
  }),
  /** Subscriptions of one customer, and the file does not say whose. */
  z.strictObject({ step: z.literal('customer'), ...reading }),
])
export type ReadReply = z.infer<typeof readReply>
