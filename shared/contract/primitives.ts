import { z } from 'zod'
import { importSources } from '#shared/domain/file-reading.ts'

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** Text a person may type: bounded, well-formed Unicode, and without NUL. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0') && !loneSurrogate.test(value), { error: 'not well-formed text' })

/** One line of text: as {@link text}, with no line break or other control character. */
export const line = (max: number) =>
  text(max).refine((value) => !/[\u0000-\u001F\u007F\u0085\u2028\u2029]/.test(value), {
    error: 'must be one line',
  })

/** One line that says something. */
export const name = (max: number) =>
  line(max).refine((value) => value.trim() !== '', { error: 'must not be empty' })

/** An identifier this program made. */
export const id = z.string().regex(/^[0-9a-z][0-9a-z-]{0,63}$/)

/** A tenant id (Microsoft ID): a GUID, with or without braces and in either case; kept in lower case. */
export const tenantId = z
  .string()
  .trim()
  .toLowerCase()
  .overwrite((value) => value.replace(/^\{(.*)\}$/, '$1'))
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** A PartnerID (MPN): digits only. */
export const partnerId = z
  .string()
  .trim()
  .regex(/^[0-9]{1,12}$/)

/** A civil date, `YYYY-MM-DD`, that never shifts with the zone. */
export const civilDate = z.iso.date()

/** An instant in UTC, ISO 8601. */
export const instant = z.iso.datetime()

/** A window into a list: rows `offset` to `offset + limit - 1`. The page asks for at most 200 rows at once. */
export const page = {
  offset: z.int().min(0).max(100_000_000).default(0),
  limit: z.int().min(0).max(10_000).default(100),
}

/**
 * Reads the portfolio as the imports up to a day had it; the user's own work is always today's. A day before the first
 * import has an empty portfolio.
 */
export const asOf = { asOf: civilDate.optional() }

/** Where a fact came from: the import that stated it, its kind of file and its time. */
export const evidence = z.strictObject({
  importId: id,
  source: z.enum(importSources),
  fileName: z.string(),
  importedAt: instant,
  /** The latest import that listed the record again, whether or not anything had changed. */
  confirmedAt: instant,
})
export type Evidence = z.infer<typeof evidence>
