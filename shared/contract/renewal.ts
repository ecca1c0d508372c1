import { z } from 'zod'
import { renewalBuckets, renewalPriorities, renewalStates } from '#shared/domain/renewal.ts'
import { outcomeKinds } from '#shared/domain/outcome-rules.ts'
import { listQuery } from './list-query.ts'
import { asOf, civilDate, id, line, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'
import { deadline, outcome, subscriptionRow } from './subscription.ts'

const renewalRow = z.strictObject({
  ...subscriptionRow.shape,
  /** What the user's own marks are kept by, beside the account. */
  key: z.string(),
  bucket: z.enum(renewalBuckets),
  priority: z.enum(renewalPriorities),
  state: z.enum(renewalStates),
  isPinned: z.boolean(),
  snoozedUntil: civilDate.nullable(),
  note: z.string(),
  outcome,
  deadline: deadline.nullable(),
})
export type RenewalRow = z.infer<typeof renewalRow>

/** The marked records: the account, and the key of its renewal. */
const renewals = z
  .array(z.strictObject({ accountId: id, key: line(400) }))
  .min(1)
  .max(1_000)

const marked = z.strictObject({ renewals: z.int() })
const errors = ['RENEWAL_NOT_FOUND'] as const

/**
 * The user's own marks on renewals. They stand beside the mirror, in rows of their own; nothing here reaches a
 * subscription.
 */
export const renewalCommands = {
  /** Puts renewals on top of the worklist, or takes them down. */
  'renewal.pin': { input: z.strictObject({ renewals, isPinned: z.boolean() }), output: marked, errors },
  /** Hides renewals until a day comes; `null` brings them back now. */
  'renewal.snooze': {
    input: z.strictObject({ renewals, until: civilDate.nullable() }),
    output: marked,
    errors,
  },
  /** Says that nothing is left to do for the present term; a later end date opens them again by itself. */
  'renewal.done': { input: z.strictObject({ renewals, isDone: z.boolean() }), output: marked, errors },
  /** Replaces the note on renewals; an empty text removes it. */
  'renewal.note': { input: z.strictObject({ renewals, text: text(2_000) }), output: marked, errors },
} as const satisfies Record<string, CommandSpec>

const count = z.strictObject({ renewals: z.int(), seats: z.int() })

export const renewalViews = {
  /** The worklist: every subscription with its end, what then happens, and the user's own marks. */
  'renewal.list': {
    params: z.strictObject({
      accountId: id.optional(),
      customerId: id.optional(),
      /** A piece of the offer, the nickname, the customer's name or the subscription id. */
      search: text(200).optional(),
      ...listQuery('renewals'),
      ...page,
      ...asOf,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(renewalRow) }),
    errors: [],
  },
  /** What is open, by when it ends, and a year and a half of ends by month. */
  'renewal.summary': {
    params: z.strictObject({ accountId: id.optional(), ...asOf }),
    value: z.strictObject({
      today: civilDate,
      buckets: z.strictObject(
        Object.fromEntries(renewalBuckets.map((bucket) => [bucket, z.int()])) as {
          [B in (typeof renewalBuckets)[number]]: z.ZodInt
        },
      ),
      high: z.int(),
      pinned: z.int(),
      snoozed: z.int(),
      done: z.int(),
      /** From this month on, every month, those without an end too; seats stacked by auto-renew. */
      months: z.array(z.strictObject({ month: z.string(), renews: count, ends: count, unstated: count })),
    }),
    errors: [],
  },
  /** The days of one month on which terms end. */
  'renewal.month': {
    params: z.strictObject({
      accountId: id.optional(),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      ...asOf,
    }),
    value: z.strictObject({
      today: civilDate,
      days: z.array(
        z.strictObject({
          date: civilDate,
          renewals: z.int(),
          seats: z.int(),
          high: z.int(),
          isWorked: z.boolean(),
        }),
      ),
      /** Says that the holidays of that year are published and wanted. */
      areHolidaysKnown: z.boolean(),
    }),
    errors: [],
  },
  /** The table of rules behind "if nobody acts", with the documents it rests on. */
  'renewal.rules': {
    params: z.strictObject({}),
    value: z.strictObject({
      rules: z.array(
        z.strictObject({
          id: z.string(),
          outcome: z.enum(outcomeKinds),
          title: z.string(),
          edition: z.string(),
          /** The term ends the rule holds for; `null` where it has no such bound. */
          from: civilDate.nullable(),
          until: civilDate.nullable(),
        }),
      ),
      holidayYears: z.strictObject({ first: z.int(), last: z.int() }),
    }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
