import { z } from 'zod'
import { civilDate, id, instant, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** The two facts of a relationship, which stand apart: a customer may take away one and keep the other (domain 1.4). */
export const relationshipFacts = ['reseller', 'privileges'] as const

/** What is known of such a fact; `unknown` where no evidence says either. */
export const factValues = ['yes', 'no', 'unknown'] as const

/** Where the user has it from. */
export const factSources = ['customer', 'partner-center', 'colleague', 'other'] as const

const statement = z.strictObject({
  fact: z.enum(relationshipFacts),
  value: z.enum(factValues),
  /** `null` for what a file states. */
  source: z.enum(factSources).nullable(),
  note: z.string(),
  /** The civil date of it: told on, or imported on. */
  on: civilDate,
  fileName: z.string().nullable(),
  recordedAt: instant,
})

/** What the user knows of a customer's relationship, beside what files state; each change is kept. */
export const relationshipCommands = {
  'relationship.note': {
    input: z.strictObject({
      customerId: id,
      fact: z.enum(relationshipFacts),
      value: z.enum(factValues),
      source: z.enum(factSources),
      on: civilDate,
      note: text(2_000).default(''),
    }),
    output: z.strictObject({ id }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>

export const relationshipViews = {
  /** Both facts as they stand, and everything that was ever stated of them, newest first. */
  'relationship.facts': {
    params: z.strictObject({ customerId: id }),
    value: z.strictObject({
      reseller: z.enum(factValues),
      privileges: z.enum(factValues),
      /** The customer took the privileges away and kept the relationship: support duties go on (domain 8.9). */
      hasDutiesWithoutPrivileges: z.boolean(),
      history: z.array(statement),
    }),
    errors: ['CUSTOMER_NOT_FOUND'],
  },
} as const satisfies Record<string, ViewSpec>
