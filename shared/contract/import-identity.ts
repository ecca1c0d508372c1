import { z } from 'zod'
import { id, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** Why a row of a file may mean a customer, the strongest reason first. */
export const identityReasons = [
  'same-subscription',
  'same-domain',
  'same-name',
  'near-name',
  'homograph',
] as const
export type IdentityReason = (typeof identityReasons)[number]

const candidate = z.strictObject({
  customerId: id,
  name: z.string(),
  domain: z.string().nullable(),
  tenantId: z.string().nullable(),
  subscriptionCount: z.int(),
  /** `null` for one the user has named although nothing speaks for it. */
  reason: z.enum(identityReasons).nullable(),
})

/** Who a row is said to be. */
const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), customerId: id }),
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('leave-out') }),
])
export type IdentityAnswer = z.infer<typeof answer>

const question = z.strictObject({
  /** What `import.identify` calls it. */
  key: z.string(),
  /** What the file says of the customer. */
  name: z.string(),
  domain: z.string().nullable(),
  /** How many subscriptions the file has for it. */
  subscriptionCount: z.int(),
  candidates: z.array(candidate),
  /** Says whether it can be a customer of its own: not where one is known by just this name or domain. */
  canBeNew: z.boolean(),
  /** `null` where it cannot be said. */
  suggestion: answer.nullable(),
  answer: answer.nullable(),
  /**
   * Who gave the answer: the user, now or for an earlier file, or the row's own subscriptions, where the only customer
   * of that name is known to have them.
   */
  answeredBy: z.enum(['user', 'earlier-file', 'subscriptions']).nullable(),
})
export type IdentityQuestion = z.infer<typeof question>

export const importIdentityCommands = {
  /**
   * Says who rows without a tenant id are, or that they are left out; without keys, all that wait for an answer.
   * `suggested` takes the suggestion of each that has one, `open` takes an answer back. What has no answer is not
   * imported. Answers are kept with the import and are the answers for later files too.
   */
  'import.identify': {
    input: z.strictObject({
      previewId: id,
      keys: z
        .array(z.string().regex(/^\d{1,9}$/))
        .min(1)
        .max(1_000)
        .optional(),
      answer: z.discriminatedUnion('kind', [
        ...answer.options,
        z.strictObject({ kind: z.literal('suggested') }),
        z.strictObject({ kind: z.literal('open') }),
      ]),
    }),
    output: z.strictObject({ open: z.int() }),
    errors: ['PREVIEW_NOT_FOUND', 'CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

export const importIdentityViews = {
  /** The rows of a preview that may mean customers already known, in the file's order; those left out among them. */
  'import.questions': {
    params: z.strictObject({
      previewId: id,
      /** A piece of what the file says of the customer. */
      search: text(200).optional(),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(question) }),
    errors: ['PREVIEW_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
