import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { exportColumns } from '#shared/domain/export-columns.ts'
import type { readColumns } from '#shared/domain/export-columns.ts'
import type { ColumnOf, ListName } from '#shared/domain/list-columns.ts'
import { listQuery } from './list-query.ts'
import { id, text } from './primitives.ts'
import type { CommandSpec } from './spec.ts'

/** The kinds of file a list can be written to. */
export const tableFormats = ['csv', 'xlsx', 'md', 'tsv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** What went into a file, so that it can be compared with what was on the screen. */
const written = z.strictObject({
  fileName: z.string(),
  fileHandle: z.string().nullable(),
  rows: z.int(),
  columns: z.int(),
})

type ExportColumn<L extends ListName> =
  ColumnOf<L> | (L extends keyof typeof readColumns ? keyof (typeof readColumns)[L] & string : never)

function exportOf<L extends ListName>(list: L) {
  const { filter, sort } = listQuery(list)
  return z.strictObject({
    list: z.literal(list),
    accountId: id.optional(),
    search: text(200).optional(),
    filter,
    sort,
    format: z.enum(tableFormats),
    /** The columns in their order on the screen; all of them when left out. */
    columns: z
      .array(z.enum(Object.keys(exportColumns(list)) as [ExportColumn<L>]))
      .min(1)
      .max(60)
      .optional(),
    /** The language of the header and of words such as a status; the window's when left out. */
    language: z.enum(languages).optional(),
  })
}

export const exportCommands = {
  /** Writes a list as it is asked for: the same rows in the same order as the view would show, every one of them. */
  'list.export': {
    input: z.discriminatedUnion('list', [
      exportOf('customers'),
      exportOf('subscriptions'),
      exportOf('renewals'),
      exportOf('requests'),
      exportOf('imports'),
      exportOf('links'),
    ]),
    output: written,
    errors: ['CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE', 'EXPORT_CHANGED', 'EXPORT_TOO_LONG'],
    file: { use: 'save', extensions: tableFormats },
  },
  /**
   * Writes the ends of the renewals that a list, a customer or an account has to a calendar file. Written again, the
   * events of the first file move instead of standing there twice.
   */
  'calendar.export': {
    input: z.strictObject({
      accountId: id.optional(),
      customerId: id.optional(),
      search: text(200).optional(),
      filter: listQuery('renewals').filter,
      /** Reminders, in days before the end. */
      alarms: z.array(z.int().min(0).max(365)).max(5).default([30, 7]),
      language: z.enum(languages).optional(),
    }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable(), events: z.int() }),
    errors: ['CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE', 'EXPORT_CHANGED', 'EXPORT_EMPTY'],
    file: { use: 'save', extensions: ['ics'] },
  },
} as const satisfies Record<string, CommandSpec>
