import type { newsCategories } from '#shared/domain/portfolio-fields.ts'

/** A kind of news: what "since you last looked" counts. */
export type NewsCategory = (typeof newsCategories)[number]

/** The bit of a version's `changed` that stands for a kind of news; what is missing is told by the listings. */
export const newsBits = {
  'customer-added': 1,
  relationship: 2,
  'delegated-privileges': 4,
  'subscription-added': 1,
  seats: 2,
  status: 4,
  'auto-renew': 8,
  'end-date': 16,
  'partner-of-record': 32,
} as const satisfies { readonly [C in Exclude<NewsCategory, `${string}-absent`>]: number }

/** The sum of the bits whose conditions hold, as SQL. */
export function newsSql(conditions: { readonly [C in keyof typeof newsBits]?: string }): string {
  return Object.entries(conditions)
    .map(([category, condition]) => `(${condition}) * ${newsBits[category as keyof typeof newsBits]}`)
    .join(' + ')
}
