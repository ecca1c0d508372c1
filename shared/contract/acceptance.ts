import { z } from 'zod'
import { matchReasons } from '#shared/domain/acceptance.ts'
import { requestStates } from '#shared/domain/request-state.ts'
import { civilDate, id, instant } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

const pair = z.strictObject({ requestId: id, customerId: id })

/** Acceptance shows only in a customer list (domain 0.5): the program suggests, the user confirms or rejects. */
export const acceptanceCommands = {
  /** Takes a suggestion: the request is accepted, with the import that showed it as its evidence. */
  'acceptance.confirm': {
    input: pair,
    output: z.strictObject({}),
    errors: ['REQUEST_NOT_FOUND', 'SUGGESTION_NOT_FOUND'],
  },
  /** Says that a suggested customer is another one; it is not suggested for that request again. */
  'acceptance.reject': {
    input: pair,
    output: z.strictObject({}),
    errors: ['REQUEST_NOT_FOUND', 'SUGGESTION_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

const value = z.union([z.string(), z.number()]).nullable()

export const acceptanceViews = {
  /** Customers that may have accepted a request, each with its reasons and the import that listed it. */
  'acceptance.list': {
    params: z.strictObject({ accountId: id.optional() }),
    value: z.array(
      z.strictObject({
        requestId: id,
        requestName: z.string(),
        state: z.enum(requestStates),
        askedAt: instant,
        customerId: id,
        customerName: z.string(),
        domain: z.string().nullable(),
        reasons: z.array(z.enum(matchReasons)),
        change: z.enum(['listed', 'relationship', 'privileges']),
        importId: id,
        fileName: z.string(),
        importedAt: instant,
        accountName: z.string(),
        isSample: z.boolean(),
      }),
    ),
    errors: [],
  },
  /**
   * The customer's subscriptions before it was asked and after it accepted: that none changes is what it was promised.
   * `null` while no import shows the acceptance.
   */
  'acceptance.comparison': {
    params: z.strictObject({ requestId: id }),
    value: z
      .strictObject({
        customerId: id,
        customerName: z.string(),
        /** The newest import before the request was made; `null` when there was none. */
        before: z.strictObject({ fileName: z.string(), importedAt: instant }).nullable(),
        after: z.strictObject({ fileName: z.string(), importedAt: instant }),
        beforeCount: z.int(),
        afterCount: z.int(),
        /** Subscriptions listed for the first time are no change of one that existed. */
        added: z.int(),
        changes: z.array(
          z.strictObject({
            subscriptionId: z.string(),
            offer: z.string(),
            field: z.enum([
              'offer',
              'quantity',
              'status',
              'startDate',
              'endDate',
              'billingCycle',
              'termDuration',
              'partnerOfRecord',
              'resellerOfRecord',
            ]),
            before: value,
            after: value,
            fileName: z.string(),
            importedOn: civilDate,
          }),
        ),
      })
      .nullable(),
    errors: ['REQUEST_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
