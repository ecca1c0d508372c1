import { z } from 'zod'
import { clouds } from '#shared/domain/cloud.ts'
import { listColumns } from '#shared/domain/list-columns.ts'
import type { ColumnOf, ListName } from '#shared/domain/list-columns.ts'
import { linkPurposes } from '#shared/domain/link-kind.ts'
import { link } from './account.ts'
import { listQuery } from './list-query.ts'
import { asOf, id, instant, page, text } from './primitives.ts'
import type { ViewSpec } from './spec.ts'

function groupsOf<L extends ListName>(list: L) {
  return z.strictObject({
    list: z.literal(list),
    column: z.enum(Object.keys(listColumns[list]) as [ColumnOf<L>]),
    accountId: id.optional(),
    search: text(200).optional(),
    filter: listQuery(list).filter,
    limit: z.int().min(1).max(2_000).default(500),
    ...asOf,
  })
}

const linkRow = z.strictObject({
  id,
  accountId: id,
  accountName: z.string(),
  cloud: z.enum(clouds),
  link,
  /** In use by its account, kept beside that one, or replaced. */
  isCurrent: z.enum(['yes', 'kept', 'no']),
  purpose: z.enum(linkPurposes),
  label: z.string(),
  /** When the user last held it against Partner Center. */
  checkedAt: instant.nullable(),
  requestCount: z.int(),
  addedAt: instant,
  retiredAt: instant.nullable(),
  isSample: z.boolean(),
})
export type LinkRow = z.infer<typeof linkRow>

export const listViews = {
  /** The values of a column with their counts, under the same filter and search as the list; dates by month. */
  'list.groups': {
    params: z.discriminatedUnion('list', [
      groupsOf('customers'),
      groupsOf('subscriptions'),
      groupsOf('renewals'),
      groupsOf('requests'),
      groupsOf('imports'),
      groupsOf('links'),
    ]),
    value: z.array(
      z.strictObject({
        value: z.union([z.string(), z.number()]).nullable(),
        count: z.int(),
        /** The seats of its rows; `null` for a list whose rows have none. */
        sum: z.int().nullable(),
      }),
    ),
    errors: [],
  },
  /** The invitation links of every account, those in use first. */
  'link.list': {
    params: z.strictObject({
      accountId: id.optional(),
      search: text(200).optional(),
      ...listQuery('links'),
      ...page,
    }),
    value: z.strictObject({ total: z.int(), rows: z.array(linkRow) }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
