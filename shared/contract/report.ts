import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { id } from './primitives.ts'
import type { CommandSpec } from './spec.ts'

/** What a page about a customer is for: one sheet before a call, or all there is to hand over. */
export const customerPapers = ['call-card', 'report'] as const
export type CustomerPaper = (typeof customerPapers)[number]

const what = {
  paper: z.enum(customerPapers),
  /** The language it is written in; the customer's, else the window's, when left out. */
  language: z.enum(languages).optional(),
}

const fileErrors = ['NOT_AVAILABLE_HERE', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'] as const

export const reportCommands = {
  /** Writes one customer's paper as a PDF. */
  'report.customer': {
    input: z.strictObject({ customerId: id, ...what }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['CUSTOMER_NOT_FOUND', ...fileErrors],
    file: { use: 'save', extensions: ['pdf'] },
  },
  /** Writes a paper for each of several customers into one folder: N customers, N files. */
  'report.customers': {
    input: z.strictObject({ customerIds: z.array(id).min(1).max(1_000), ...what }),
    output: z.strictObject({ files: z.int(), fileHandle: z.string().nullable() }),
    errors: ['CUSTOMER_NOT_FOUND', ...fileErrors],
    file: { use: 'folder', extensions: ['pdf'] },
  },
  /** Writes what is due over a whole portfolio, or over one account's, as a PDF. */
  'report.portfolio': {
    input: z.strictObject({ accountId: id.optional(), language: what.language }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['ACCOUNT_NOT_FOUND', ...fileErrors],
    file: { use: 'save', extensions: ['pdf'] },
  },
  /** Hands one customer's paper to the system's print dialog. */
  'report.print': {
    input: z.strictObject({ customerId: id, ...what }),
    output: z.strictObject({}),
    errors: ['CUSTOMER_NOT_FOUND', 'NOT_AVAILABLE_HERE', 'CANCELLED', 'PRINT_FAILED'],
  },
} as const satisfies Record<string, CommandSpec>
