import { z } from 'zod'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { requestPurposes } from '#shared/domain/request-state.ts'
import { id, instant, line, name, tenantId, text } from './primitives.ts'
import { sentBy } from './request.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The parts of a mail, as a template has them; the link is placed between text and closing by the program. */
export const messageParts = { subject: line(400), text: text(20_000), closing: text(5_000) }

const template = z.strictObject({
  id,
  name: z.string(),
  language: z.enum(languages),
  /** `null` for every purpose, or every cloud. */
  purpose: z.enum(requestPurposes).nullable(),
  cloud: z.enum(clouds).nullable(),
  subject: z.string(),
  text: z.string(),
  closing: z.string(),
  updatedAt: instant,
})

/** The user's own mail texts, with `{{placeholders}}` for what differs from customer to customer. */
export const templateCommands = {
  /** Keeps a new template, or changes one. A placeholder nobody knows is refused here, before it meets a customer. */
  'template.save': {
    input: z.strictObject({
      templateId: id.optional(),
      name: name(120),
      language: z.enum(languages),
      purpose: z.enum(requestPurposes).nullable().default(null),
      cloud: z.enum(clouds).nullable().default(null),
      ...messageParts,
    }),
    output: z.strictObject({ id }),
    errors: ['TEMPLATE_NOT_FOUND', 'PLACEHOLDER_UNKNOWN'],
  },
  'template.remove': {
    input: z.strictObject({ templateId: id }),
    output: z.strictObject({}),
    errors: ['TEMPLATE_NOT_FOUND'],
  },
  /**
   * Makes one request for each customer of a batch, all or none: each in its own language, with its placeholders filled
   * from its own facts. A text a customer was given by hand in the review stands as it is.
   */
  'batch.create': {
    input: z.strictObject({
      accountId: id,
      linkId: id.optional(),
      sentBy,
      purpose: z.enum(requestPurposes).default('multi-partner'),
      /** The texts by language; our own where a language has none. Placeholders are filled in for each customer. */
      texts: z
        .strictObject({
          'zh-CN': z.strictObject(messageParts).optional(),
          en: z.strictObject(messageParts).optional(),
        })
        .default({}),
      customers: z
        .array(
          z
            .strictObject({
              customerId: id.optional(),
              prospect: z
                .strictObject({ name: name(200), email: line(320), tenantId: tenantId.optional() })
                .optional(),
              language: z.enum(languages),
              recipients: z.array(line(320)).max(50).default([]),
              message: z.strictObject(messageParts).optional(),
            })
            .refine((value) => (value.customerId === undefined) !== (value.prospect === undefined), {
              error: 'either customerId or prospect',
            }),
        )
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ batchId: id, requestIds: z.array(id) }),
    errors: [
      'ACCOUNT_NOT_FOUND',
      'CUSTOMER_NOT_FOUND',
      'LINK_MISSING',
      'LINK_NOT_FOUND',
      'LINK_INVALID',
      'LINK_SPENT',
      'LINK_IN_TEXT',
      'RECIPIENT_INVALID',
      'HEADER_INVALID',
      'PLACEHOLDER_UNKNOWN',
      'PLACEHOLDER_EMPTY',
    ],
  },
  /** Keeps the wizard's answers so that they survive quitting; `null` forgets them. The page's own business, so a text. */
  'wizard.keep': {
    input: z.strictObject({ draft: text(400_000).nullable() }),
    output: z.strictObject({}),
    errors: [],
  },
} as const satisfies Record<string, CommandSpec>

export const templateViews = {
  'template.list': { params: z.strictObject({}), value: z.array(template), errors: [] },
  'wizard.kept': {
    params: z.strictObject({}),
    value: z.strictObject({ draft: z.string().nullable(), keptAt: instant.nullable() }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
