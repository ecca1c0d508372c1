import { z } from 'zod'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { link } from './account.ts'
import { listQuery } from './list-query.ts'
import { id, instant, line, name, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** What the program knows of a request by itself; no source documents "declined" or "expired" (domain 1.4). */
export const requestStates = ['draft', 'exported'] as const

/** The ways an invitation leaves the program. */
export const exportFormats = ['eml', 'rich-copy', 'text-copy'] as const

const message = {
  language: z.enum(languages),
  recipients: z.array(line(320)).max(50).default([]),
  /** One line; the template's subject when left out. */
  subject: line(400).optional(),
  /** Before the link; the template's text when left out. Must not hold the link: it is placed once, by the program. */
  text: text(20_000).optional(),
  /** After the link: the sender and how to reach them. */
  closing: text(5_000).optional(),
}

const requestRow = z.strictObject({
  id,
  accountId: id,
  accountName: z.string(),
  cloud: z.enum(clouds),
  /** `null` for a prospect that is in no list yet. */
  customerId: id.nullable(),
  customerName: z.string(),
  state: z.enum(requestStates),
  language: z.enum(languages),
  recipients: z.array(z.string()),
  subject: z.string(),
  link,
  linkId: id,
  /** Who owns the relationship once accepted: an indirect reseller's requests belong to its provider (domain 0.20). */
  relationshipOwner: z.enum(['account', 'provider']),
  createdAt: instant,
  exportedAt: instant.nullable(),
  isSample: z.boolean(),
})
export type RequestRow = z.infer<typeof requestRow>

const requestEvent = z.strictObject({
  at: instant,
  kind: z.enum(['created', 'edited', 'exported']),
  format: z.enum(exportFormats).nullable(),
  fileName: z.string().nullable(),
  /** SHA-256 of the exported file, so that a mail found later can be recognised. */
  sha256: z.string().nullable(),
  recipients: z.array(z.string()),
})

export const requestDetail = z.strictObject({
  ...requestRow.shape,
  text: z.string(),
  closing: z.string(),
  events: z.array(requestEvent),
})
export type RequestDetail = z.infer<typeof requestDetail>

export const requestCommands = {
  'request.create': {
    input: z
      .strictObject({
        accountId: id,
        customerId: id.optional(),
        prospect: z.strictObject({ name: name(200), email: line(320) }).optional(),
        ...message,
      })
      .refine((value) => (value.customerId === undefined) !== (value.prospect === undefined), {
        error: 'either customerId or prospect',
      }),
    output: z.strictObject({ id }),
    errors: [
      'ACCOUNT_NOT_FOUND',
      'CUSTOMER_NOT_FOUND',
      'LINK_MISSING',
      'LINK_INVALID',
      'LINK_IN_TEXT',
      'RECIPIENT_INVALID',
      'HEADER_INVALID',
    ],
  },
  /** Changes the message of a request; one that was exported keeps a record of what was exported before. */
  'request.update': {
    input: z.strictObject({
      requestId: id,
      ...z.strictObject(message).partial().shape,
      recipients: message.recipients.unwrap().optional(),
    }),
    output: z.strictObject({ id }),
    errors: ['REQUEST_NOT_FOUND', 'LINK_IN_TEXT', 'RECIPIENT_INVALID', 'HEADER_INVALID'],
  },
  /** Removes a draft; a request that has left the program stays in the ledger. */
  'request.discard': {
    input: z.strictObject({ requestId: id }),
    output: z.strictObject({}),
    errors: ['REQUEST_NOT_FOUND', 'REQUEST_EXPORTED'],
  },
  /** Writes the invitation as a draft for a mail program. */
  'request.export': {
    input: z.strictObject({ requestId: id, format: z.enum(['eml']) }),
    output: z.strictObject({
      fileName: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      /** For `file.reveal`; `null` where there is no window. */
      fileHandle: z.string().nullable(),
    }),
    errors: [
      'REQUEST_NOT_FOUND',
      'LINK_IN_TEXT',
      'RECIPIENT_INVALID',
      'HEADER_INVALID',
      'CANCELLED',
      'FILE_REQUIRED',
      'FILE_NOT_WRITABLE',
    ],
    file: { use: 'save', extensions: ['eml'] },
  },
  /** Puts the invitation on the clipboard, where there is one, and answers with what was put there. */
  'request.copy': {
    input: z.strictObject({ requestId: id, format: z.enum(['rich', 'text']) }),
    output: z.strictObject({ text: z.string(), html: z.string().nullable() }),
    errors: ['REQUEST_NOT_FOUND', 'LINK_IN_TEXT'],
  },
} as const satisfies Record<string, CommandSpec>

export const requestViews = {
  'request.list': {
    params: z.strictObject({
      accountId: id.optional(),
      customerId: id.optional(),
      /** A piece of the customer's name, the subject or a recipient. */
      search: text(200).optional(),
      ...listQuery('requests'),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(requestRow) }),
    errors: [],
  },
  'request.detail': {
    params: z.strictObject({ requestId: id }),
    value: requestDetail,
    errors: ['REQUEST_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
