import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { isTimeZone } from '#shared/domain/time-zone.ts'
import { civilDate, id, line, text } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

export const preferences = z.strictObject({
  /** `system` follows the operating system. */
  language: z.enum([...languages, 'system']),
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  density: z.enum(['comfortable', 'compact']),
  /** The size of everything, in percent. */
  zoom: z.int().min(80).max(200),
  /** The account the window shows; `null` shows all. */
  accountId: id.nullable(),
  isNavigationCollapsed: z.boolean(),
  /** Says that the system tells of due reminders; off unless asked for. */
  isReminding: z.boolean(),
  /** The second clock of deadlines, beside UTC: an IANA time zone. */
  deadlineZone: z.string().max(64).refine(isTimeZone, { error: 'not a time zone' }),
  /** Says that the public holidays of mainland China are no working days. */
  hasHolidays: z.boolean(),
  /** The first end of a term that leads into an extended service term; `null` when none ever does. */
  extendedServiceTermsFrom: civilDate.nullable(),
})
export type Preferences = z.infer<typeof preferences>

export const applicationCommands = {
  'preferences.update': { input: preferences.partial(), output: z.strictObject({}), errors: [] },
  /** Loads the sample portfolio: 40 customers, marked as sample data everywhere. Loading it again changes nothing. */
  'sample.load': { input: z.strictObject({}), output: z.strictObject({ accountId: id }), errors: [] },
  /** Removes the sample account and everything that belongs to it. */
  'sample.remove': { input: z.strictObject({}), output: z.strictObject({ customers: z.int() }), errors: [] },
  /** Shows a file this program has just written in the system's file browser. */
  'file.reveal': {
    input: z.strictObject({ fileHandle: line(64) }),
    output: z.strictObject({}),
    errors: ['FILE_GRANT_INVALID', 'NOT_AVAILABLE_HERE'],
  },
  /** Writes a failure of the page to the log; the reference is what the user can quote. */
  'log.report': {
    input: z.strictObject({ message: text(2_000), stack: text(20_000).optional() }),
    output: z.strictObject({ reference: z.string() }),
    errors: [],
  },
} as const satisfies Record<string, CommandSpec>

export const applicationViews = {
  'preferences.current': {
    params: z.strictObject({}),
    value: z.strictObject({
      ...preferences.shape,
      /** The language of the operating system, for `system`. */
      systemLanguage: z.enum(languages),
      /** Set when the preferences file could not be read at start and was put aside under this name. */
      quarantinedFile: z.string().nullable(),
    }),
    errors: [],
  },
  'application.about': {
    params: z.strictObject({}),
    value: z.strictObject({
      version: z.string(),
      runtime: z.string(),
      database: z.string(),
      dataFolder: z.string(),
    }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
