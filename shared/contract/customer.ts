import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { listQuery } from './list-query.ts'
import { contact, note, ownTag, privilegeStatement, privilegeStates } from './own.ts'
import { asOf, civilDate, evidence, id, instant, page, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The API's `relationshipToPartner`, plus `other` for a text of a file that maps to none of them (domain 3.2, 5). */
export const relationships = [
  'reseller',
  'advisor',
  'syndication',
  'support',
  'none',
  'other',
  'unknown',
] as const

const customerRow = z.strictObject({
  id,
  accountId: id,
  name: z.string(),
  domain: z.string().nullable(),
  tenantId: z.string().nullable(),
  relationship: z.enum(relationships),
  /** The relationship in the file's own words; `null` when no file stated one. */
  relationshipRaw: z.string().nullable(),
  subscriptionCount: z.int(),
  seatCount: z.int(),
  /** The earliest end date of a subscription that has one, today or later. */
  nextEndDate: civilDate.nullable(),
  tags: z.array(z.string()),
  /** The name the user knows it by. */
  alias: z.string().nullable(),
  /** Whose customer it is, in the user's company. */
  owner: z.string().nullable(),
  /** The user's own tags, by name; those of the file are `tags`. */
  ownTags: z.array(ownTag),
  delegatedPrivileges: z.enum(privilegeStates),
  /** The newest word on the reseller relationship: the user's before a list's. */
  resellerRelationship: z.enum(privilegeStates),
  requestCount: z.int(),
  /** When an import last listed the customer. */
  confirmedAt: instant.nullable(),
  /** When a full list first did not name the customer any more; `null` while one does, or no full list says. */
  absentSince: instant.nullable(),
  accountName: z.string(),
  isSample: z.boolean(),
})
export type CustomerRow = z.infer<typeof customerRow>

const fact = <T extends z.ZodType>(value: T) => z.strictObject({ value, evidence: evidence.nullable() })

export const customerDetail = z.strictObject({
  ...customerRow.shape,
  facts: z.strictObject({
    name: fact(z.string()),
    domain: fact(z.string().nullable()),
    tenantId: fact(z.string().nullable()),
    relationship: fact(z.string().nullable()),
    /** What a file says; the user's own word is `statement`. */
    delegatedPrivileges: fact(z.enum(privilegeStates)),
    tags: fact(z.array(z.string())),
  }),
  notes: z.array(note),
  contacts: z.array(contact),
  /** What the customer told the user about delegated privileges. */
  statement: privilegeStatement.nullable(),
  /** The language last used for something handed to this customer. */
  exportLanguage: z.enum(languages).nullable(),
})
export type CustomerDetail = z.infer<typeof customerDetail>

export const customerCommands = {
  /**
   * Makes two customers of one account one: the other's subscriptions and the user's own work on it go to the customer,
   * which keeps its facts and gets those it lacks. Undone like an import.
   */
  'customer.merge': {
    input: z.strictObject({ customerId: id, absorbedId: id }),
    output: z.strictObject({ importId: id }),
    errors: ['CUSTOMER_NOT_FOUND', 'MERGE_NOT_POSSIBLE', 'IMPORT_RUNNING'],
  },
  /** Says that two customers are not one, so that they are not suggested again. */
  'customer.keep-apart': {
    input: z.strictObject({ customerId: id, otherId: id }),
    output: z.strictObject({}),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
  /** Adds a note of the user's own; imports never touch it. */
  'customer.note': {
    input: z.strictObject({
      customerId: id,
      text: text(20_000).refine((value) => value.trim() !== '', { error: 'must not be empty' }),
    }),
    output: z.strictObject({ id }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

export const customerViews = {
  'customer.list': {
    params: z.strictObject({
      accountId: id.optional(),
      /** A piece of the name, domain, tenant id, pinyin or its initials; case and width do not matter. */
      search: text(200).optional(),
      ...listQuery('customers'),
      ...page,
      ...asOf,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(customerRow) }),
    errors: ['ACCOUNT_NOT_FOUND'],
  },
  'customer.detail': {
    params: z.strictObject({ customerId: id, ...asOf }),
    value: customerDetail,
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
