import { z } from 'zod'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { requestChecks } from '#shared/domain/request-checks.ts'
import { requestKinds, requestPurposes, requestStates } from '#shared/domain/request-state.ts'
import { link } from './account.ts'
import { listQuery } from './list-query.ts'
import { civilDate, id, instant, line, name, page, tenantId, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The ways an invitation leaves the program; a reminder is a mail of its own. */
export const exportFormats = [
  'eml',
  'rich-copy',
  'text-copy',
  'chat-copy',
  'mail-program',
  'reminder-eml',
] as const

const message = {
  language: z.enum(languages),
  recipients: z.array(line(320)).max(50).default([]),
  /** One line; the template's subject when left out. Placeholders are filled in here as in the other parts. */
  subject: line(400).optional(),
  /** Before the link; the template's text when left out. Must not hold the link: it is placed once, by the program. */
  text: text(20_000).optional(),
  /** After the link: the sender and how to reach them. */
  closing: text(5_000).optional(),
}

/**
 * The reseller an indirect provider hands the invitation to: it sends it, so the draft has no sender's address, and the
 * text says in whose name (domain 1.1.3). Left out where the account sends it itself; no other account can hand it on.
 */
export const sentBy = name(200).optional()

const requestRow = z.strictObject({
  id,
  accountId: id,
  accountName: z.string(),
  cloud: z.enum(clouds),
  /** `null` for a prospect that is in no list yet. */
  customerId: id.nullable(),
  customerName: z.string(),
  kind: z.enum(requestKinds),
  purpose: z.enum(requestPurposes),
  state: z.enum(requestStates),
  /** Since when it has been in that state. */
  stateAt: instant,
  /** When the user said that it was sent; `null` until then. */
  sentAt: instant.nullable(),
  /** How often the user said that the customer was reminded. */
  reminderCount: z.int(),
  /** The day to ask again; `null` where nothing is awaited or the user wants no reminder. */
  remindOn: civilDate.nullable(),
  /** The day a pending granular request is gone by, as documented; always `null` for reseller links, which never run out. */
  expiresOn: civilDate.nullable(),
  /** Days since it was handed over, or made if it was not. */
  ageDays: z.int(),
  /** Shared by requests made in one go. */
  batchId: id.nullable(),
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

export const requestEvent = z.strictObject({
  at: instant,
  kind: z.enum(['created', 'edited', 'exported', 'moved', 'scheduled']),
  /** Where a move led. */
  toState: z.enum(requestStates).nullable(),
  /** The user's own words for it. */
  note: z.string().nullable(),
  /** What a move rests on: an import that listed the customer, or a documented rule; `null` for the user's word. */
  evidence: z
    .discriminatedUnion('source', [
      z.strictObject({ source: z.literal('import'), importId: id, fileName: z.string(), customerId: id }),
      z.strictObject({ source: z.literal('rule'), document: z.string() }),
    ])
    .nullable(),
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
  /** The reseller that sends it for its provider; `null` where the account does. */
  sentBy: z.string().nullable(),
  events: z.array(requestEvent),
})
export type RequestDetail = z.infer<typeof requestDetail>

const foundCheck = z.strictObject({
  check: z.enum(requestChecks),
  /** The documents behind it; none for what only this program's own ledger says. */
  sources: z.array(z.strictObject({ document: z.string(), date: z.string() })),
})

export const requestCommands = {
  'request.create': {
    input: z
      .strictObject({
        accountId: id,
        customerId: id.optional(),
        prospect: z
          .strictObject({ name: name(200), email: line(320), tenantId: tenantId.optional() })
          .optional(),
        purpose: z.enum(requestPurposes).default('multi-partner'),
        /** A link of the account's library; the account's own when left out. */
        linkId: id.optional(),
        batchId: id.optional(),
        sentBy,
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
      'LINK_NOT_FOUND',
      'LINK_SPENT',
      'LINK_IN_TEXT',
      'RECIPIENT_INVALID',
      'HEADER_INVALID',
      'PLACEHOLDER_UNKNOWN',
      'PLACEHOLDER_EMPTY',
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
    errors: [
      'REQUEST_NOT_FOUND',
      'LINK_IN_TEXT',
      'RECIPIENT_INVALID',
      'HEADER_INVALID',
      'PLACEHOLDER_UNKNOWN',
      'PLACEHOLDER_EMPTY',
    ],
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
  /**
   * Says what has happened to requests: all of them move, or none. Accepting and declining need the user's words;
   * an acceptance seen in a list is confirmed with `acceptance.confirm`.
   */
  'request.move': {
    input: z.strictObject({
      requestIds: z.array(id).min(1).max(500),
      to: z.enum(requestStates),
      note: text(2_000).optional(),
    }),
    output: z.strictObject({ moved: z.int() }),
    errors: ['REQUEST_NOT_FOUND', 'REQUEST_CANNOT_MOVE', 'REASON_MISSING'],
  },
  /** Sets the day to ask again (snoozing is a later day), or none. */
  'request.schedule': {
    input: z.strictObject({ requestIds: z.array(id).min(1).max(500), remindOn: civilDate.nullable() }),
    output: z.strictObject({ scheduled: z.int() }),
    errors: ['REQUEST_NOT_FOUND', 'REQUEST_CANNOT_MOVE'],
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
      /** Only requests whose day to ask again has come. */
      isDue: z.boolean().optional(),
      /** A piece of the customer's name, the subject or a recipient. */
      search: text(200).optional(),
      ...listQuery('requests'),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(requestRow) }),
    errors: [],
  },
  /** How many requests stand in each state, and a few of each, newest first: the ledger as a board. */
  'request.board': {
    params: z.strictObject({
      accountId: id.optional(),
      search: text(200).optional(),
      limit: z.int().min(1).max(100).default(30),
    }),
    value: z.array(
      z.strictObject({ state: z.enum(requestStates), total: z.int(), rows: z.array(requestRow) }),
    ),
    errors: [],
  },
  /** Reasons to think again before customers are asked: for all of them, and for each; none of them blocks. */
  'request.checks': {
    params: z.strictObject({
      accountId: id,
      customerIds: z.array(id).max(500).default([]),
      linkId: id.optional(),
      purpose: z.enum(requestPurposes).default('multi-partner'),
    }),
    value: z.strictObject({
      general: z.array(foundCheck),
      customers: z.array(z.strictObject({ customerId: id, checks: z.array(foundCheck) })),
    }),
    errors: ['ACCOUNT_NOT_FOUND'],
  },
  'request.detail': {
    params: z.strictObject({ requestId: id }),
    value: requestDetail,
    errors: ['REQUEST_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
