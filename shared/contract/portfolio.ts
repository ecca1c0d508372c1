import { z } from 'zod'
import { customerFields, newsCategories, subscriptionFields } from '#shared/domain/portfolio-fields.ts'
import { factChange, importShapes } from './import.ts'
import { asOf, id, instant, page } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

const accountFreshness = z.strictObject({
  accountId: id,
  accountName: z.string(),
  customers: z.int(),
  /** How many of them the newest file that names customers has listed. */
  confirmedCustomers: z.int(),
  /** When the customer that was confirmed longest ago was last listed. */
  oldestConfirmedAt: instant.nullable(),
  newestImportAt: instant.nullable(),
  newestFileName: z.string().nullable(),
  newestShape: z.enum(importShapes).nullable(),
  isSample: z.boolean(),
})

const newsRow = z.strictObject({
  category: z.enum(newsCategories),
  customerId: id,
  customerName: z.string(),
  accountId: id,
  /** The subscription it is about; `null` for news of a customer. */
  subscriptionId: z.string().nullable(),
  /** The offer; `null` for news of a customer. */
  offer: z.string().nullable(),
  /** What changed; empty for what came or is not listed any more. */
  changes: z.array(factChange([...customerFields, ...subscriptionFields])),
  /** The import that brought the news. */
  at: instant,
  fileName: z.string(),
  source: z.enum(importShapes),
})
export type NewsRow = z.infer<typeof newsRow>

/**
 * `added` where nothing was known before, `absent` where a full list did not name it, `moved-away` and `moved-here` where
 * a subscription went from one customer to another.
 */
export const historyEvents = ['added', 'changed', 'absent', 'moved-away', 'moved-here'] as const

const historyRow = z.strictObject({
  kind: z.enum(['customer', 'subscription']),
  event: z.enum(historyEvents),
  subscriptionId: z.string().nullable(),
  offer: z.string().nullable(),
  changes: z.array(factChange([...customerFields, ...subscriptionFields])),
  at: instant,
  importId: id,
  fileName: z.string(),
  source: z.enum(importShapes),
})
export type HistoryRow = z.infer<typeof historyRow>

const duplicateSide = z.strictObject({
  id,
  name: z.string(),
  domain: z.string().nullable(),
  tenantId: z.string().nullable(),
  accountId: id,
  accountName: z.string(),
  subscriptionCount: z.int(),
  seatCount: z.int(),
})
export type DuplicateSide = z.infer<typeof duplicateSide>

/**
 * Why two customers may be one. `same-tenant` in two accounts is how dual partners see a customer and needs nothing;
 * `homograph` are names that look alike and are written in different letters.
 */
export const duplicateReasons = ['same-tenant', 'same-domain', 'same-name', 'near-name', 'homograph'] as const

export const portfolioCommands = {
  /** Notes that the user has looked through what is new: from now on, news is what comes after this. */
  'portfolio.looked': { input: z.strictObject({}), output: z.strictObject({}), errors: [] },
} as const satisfies Record<string, CommandSpec>

export const portfolioViews = {
  /** What the status line says: how much there is and how old it is, in all and for each account. */
  'portfolio.summary': {
    params: z.strictObject({ accountId: id.optional(), ...asOf }),
    value: z.strictObject({
      customers: z.int(),
      subscriptions: z.int(),
      openRequests: z.int(),
      /** How many customers the newest import of their account listed. */
      confirmedCustomers: z.int(),
      oldestConfirmedAt: instant.nullable(),
      newestImportAt: instant.nullable(),
      hasSample: z.boolean(),
      accounts: z.array(accountFreshness),
    }),
    errors: [],
  },
  /** What is new since the user last looked: how much of each kind, and a window of one kind, the newest first. */
  'portfolio.changes': {
    params: z.strictObject({
      accountId: id.optional(),
      category: z.enum(newsCategories).optional(),
      ...page,
    }),
    value: z.strictObject({
      /** When the user last looked; `null` where that was never. */
      since: instant.nullable(),
      counts: z.record(z.enum(newsCategories), z.int()),
      total: z.int(),
      rows: z.array(newsRow),
    }),
    errors: [],
  },
  /** Customers that may be one; suggestions to look at, never merged by themselves. */
  'customer.duplicates': {
    params: z.strictObject({ accountId: id.optional(), ...page }),
    value: z.strictObject({
      total: z.int(),
      rows: z.array(
        z.strictObject({
          reason: z.enum(duplicateReasons),
          first: duplicateSide,
          second: duplicateSide,
          /** Only two of one account can be merged. */
          canMerge: z.boolean(),
        }),
      ),
    }),
    errors: [],
  },
  /** How many suggestions there are that could be merged. */
  'customer.duplicate-count': {
    params: z.strictObject({ accountId: id.optional() }),
    value: z.strictObject({ count: z.int() }),
    errors: [],
  },
  /** Everything that imports have changed of a customer and its subscriptions, the newest first. */
  'customer.history': {
    params: z.strictObject({
      customerId: id,
      /** Only changes of this kind. */
      event: z.enum(historyEvents).optional(),
      ...page,
      ...asOf,
    }),
    value: z.strictObject({
      total: z.int(),
      /** How much there is of each kind, whichever is asked for. */
      counts: z.record(z.enum(historyEvents), z.int()),
      rows: z.array(historyRow),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
