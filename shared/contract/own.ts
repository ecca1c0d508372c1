import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { tagColours } from '#shared/domain/tag-colours.ts'
import { civilDate, id, instant, line, name, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** Says whether a customer grants delegated privileges; `unknown` where no evidence says so (domain 1.3). */
export const privilegeStates = ['yes', 'no', 'unknown'] as const

/** A tag of the user's own, as a customer carries it. */
export const ownTag = z.strictObject({ id, name: z.string(), colour: z.enum(tagColours) })

/** What the user was told about delegated privileges: evidence of its own kind. */
export const privilegeStatement = z.strictObject({
  value: z.enum(privilegeStates),
  /** The day the customer said it. */
  toldOn: civilDate,
  note: z.string(),
  recordedAt: instant,
})

/** A note of the user's own. */
export const note = z.strictObject({ id, text: z.string(), createdAt: instant, editedAt: instant.nullable() })

/** A person at a customer. */
export const contact = z.strictObject({
  id,
  name: z.string(),
  role: z.string(),
  email: z.string(),
  phone: z.string(),
  /** What this person is written to in; `null` where that is not known. */
  language: z.enum(languages).nullable(),
  /** Says that relationship requests go to this person; one of a customer's contacts at most. */
  receivesRequests: z.boolean(),
})

/** Customers a command is about; a choice of more is done in parts. */
const customerIds = z.array(id).min(1).max(10_000)
const tagIds = z.array(id).max(200)
const noteText = text(20_000).refine((value) => value.trim() !== '', { error: 'must not be empty' })

const contactFields = {
  name: name(200),
  role: line(200).default(''),
  email: line(320).default(''),
  phone: line(64).default(''),
  language: z.enum(languages).nullable().default(null),
  receivesRequests: z.boolean().default(false),
}

/** The user's own work on customers; imports never touch any of it, and every change can be taken back. */
export const ownCommands = {
  'note.update': {
    input: z.strictObject({ noteId: id, text: noteText }),
    output: z.strictObject({ id }),
    errors: ['NOTE_NOT_FOUND'],
  },
  'note.remove': {
    input: z.strictObject({ noteId: id }),
    output: z.strictObject({}),
    errors: ['NOTE_NOT_FOUND'],
  },
  'tag.create': {
    input: z.strictObject({ name: name(60), colour: z.enum(tagColours) }),
    output: z.strictObject({ id }),
    errors: ['TAG_NAME_TAKEN'],
  },
  'tag.update': {
    input: z.strictObject({ tagId: id, name: name(60).optional(), colour: z.enum(tagColours).optional() }),
    output: z.strictObject({ id }),
    errors: ['TAG_NOT_FOUND', 'TAG_NAME_TAKEN'],
  },
  /** Removes a tag, and with it from every customer that carries it. */
  'tag.remove': {
    input: z.strictObject({ tagId: id }),
    output: z.strictObject({ customers: z.int() }),
    errors: ['TAG_NOT_FOUND'],
  },
  /** Puts tags on customers and takes others off; what is already so stays. Answers how many customers changed. */
  'tag.assign': {
    input: z.strictObject({ customerIds, add: tagIds.default([]), remove: tagIds.default([]) }),
    output: z.strictObject({ customers: z.int() }),
    errors: ['CUSTOMER_NOT_FOUND', 'TAG_NOT_FOUND'],
  },
  /** Gives a customer the name the user knows it by; `null` takes it away. */
  'alias.set': {
    input: z.strictObject({ customerId: id, alias: name(200).nullable() }),
    output: z.strictObject({}),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
  /** Says whose customers these are; `null` for nobody's. Answers how many customers changed. */
  'owner.assign': {
    input: z.strictObject({ customerIds, owner: name(120).nullable() }),
    output: z.strictObject({ customers: z.int() }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
  /** Records what a customer said about delegated privileges; `null` withdraws it. */
  'privileges.state': {
    input: z.strictObject({
      customerId: id,
      statement: z
        .strictObject({ value: z.enum(privilegeStates), toldOn: civilDate, note: text(2_000).default('') })
        .nullable(),
    }),
    output: z.strictObject({}),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
  'contact.create': {
    input: z.strictObject({ customerId: id, ...contactFields }),
    output: z.strictObject({ id }),
    errors: ['CUSTOMER_NOT_FOUND', 'CONTACT_ADDRESS_INVALID', 'CONTACT_ADDRESS_MISSING'],
  },
  'contact.update': {
    input: z.strictObject({ contactId: id, ...contactFields }),
    output: z.strictObject({ id }),
    errors: ['CONTACT_NOT_FOUND', 'CONTACT_ADDRESS_INVALID', 'CONTACT_ADDRESS_MISSING'],
  },
  'contact.remove': {
    input: z.strictObject({ contactId: id }),
    output: z.strictObject({}),
    errors: ['CONTACT_NOT_FOUND'],
  },
  /** Says who the user is, so that "my customers" are found. An empty name says nobody. */
  'profile.update': {
    input: z.strictObject({ name: line(120) }),
    output: z.strictObject({}),
    errors: [],
  },
} as const satisfies Record<string, CommandSpec>

export const ownViews = {
  /** The user's own tags by name, with the number of customers that carry each. */
  'tag.list': {
    params: z.strictObject({}),
    value: z.array(z.strictObject({ ...ownTag.shape, customerCount: z.int() })),
    errors: [],
  },
  /** Who the user is, as owners of customers are named; empty until they have said so. */
  'profile.current': {
    params: z.strictObject({}),
    value: z.strictObject({ name: z.string() }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
