import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { factSources, factValues } from './relationship.ts'
import { civilDate, id, line, name, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

const answer = z.enum(factValues)

const evidence = z.strictObject({
  /** `file` for what an import states. */
  source: z.enum([...factSources, 'file']),
  on: civilDate,
  note: z.string(),
})

const cell = z.strictObject({
  /** `null` where only a file states it. */
  id: id.nullable(),
  service: z.string(),
  /** `us`, `direct` (bought from 21Vianet or Microsoft), or a partner's name. */
  partner: z.string(),
  transacts: answer,
  /** Delegated privileges for this service; only the customer's own page tells, never a list (domain 8.6). */
  privileges: answer,
  /** Whether this partner's PartnerID is on the subscription. */
  partnerIdOn: answer,
  evidence: z.array(evidence),
})
export type PartnerMapCell = z.infer<typeof cell>

/** Who sells and administers what at one customer, as far as anybody has said: no portal shows it to a partner. */
export const partnerMapCommands = {
  /** Says what is between a service and a partner; a cell that exists is replaced. */
  'partner-map.note': {
    input: z.strictObject({
      customerId: id,
      service: name(200),
      partner: name(200),
      transacts: answer.default('unknown'),
      privileges: answer.default('unknown'),
      partnerIdOn: answer.default('unknown'),
      source: z.enum(factSources).default('customer'),
      on: civilDate,
      note: text(2_000).default(''),
    }),
    output: z.strictObject({ id }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
  'partner-map.remove': {
    input: z.strictObject({ cellId: id }),
    output: z.strictObject({}),
    errors: ['CELL_NOT_FOUND'],
  },
  /** Puts the picture on the clipboard as the page has drawn it: a PNG, in base64. */
  'partner-map.copy': {
    input: z.strictObject({ png: z.base64().max(900_000) }),
    output: z.strictObject({}),
    errors: ['PICTURE_INVALID', 'NOT_AVAILABLE_HERE'],
  },
  'partner-map.save-svg': {
    input: z.strictObject({ customerId: id, language: z.enum(languages) }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['CUSTOMER_NOT_FOUND', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'],
    file: { use: 'save', extensions: ['svg'] },
  },
  'partner-map.print': {
    input: z.strictObject({ customerId: id, language: z.enum(languages) }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['CUSTOMER_NOT_FOUND', 'NOT_AVAILABLE_HERE', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'],
    file: { use: 'save', extensions: ['pdf'] },
  },
  /** Saves a mail draft that asks the customer who its partners are: only the customer can see all of them. */
  'partner-map.ask': {
    input: z.strictObject({
      customerId: id,
      language: z.enum(languages),
      recipients: z.array(line(320)).max(50).default([]),
    }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['CUSTOMER_NOT_FOUND', 'RECIPIENT_INVALID', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'],
    file: { use: 'save', extensions: ['eml'] },
  },
} as const satisfies Record<string, CommandSpec>

export const partnerMapViews = {
  'partner-map.detail': {
    params: z.strictObject({ customerId: id, language: z.enum(languages) }),
    value: z.strictObject({
      /** In the order they are drawn: what is bought most first. */
      services: z.array(z.string()),
      /** `us` first, `direct` last. */
      partners: z.array(z.string()),
      cells: z.array(cell),
      warnings: z.array(
        z.strictObject({
          rule: z.enum(['one-transacting-partner-with-privileges', 'same-offer-twice']),
          service: z.string(),
          partners: z.array(z.string()),
          sources: z.array(z.strictObject({ document: z.string(), date: z.string() })),
        }),
      ),
      /** The map as an SVG document in the language asked for, for `data:` addresses and files. */
      picture: z.string(),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
