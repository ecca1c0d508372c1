import type { LinkRow } from '#shared/contract/list.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { readGroups, readWindow } from '#main/lists/run-query.ts'
import type { ApplicationFacts } from './application-views.ts'

/** The values of one column of a list, counted. */
export function projectGroups(
  { longReads, calendar }: ApplicationFacts,
  { list, column, limit, ...query }: ParsedParams<'list.groups'>,
): ViewValue<'list.groups'> {
  return readGroups(longReads, list, column, query, calendar(), limit)
}

type Row = {
  id: string
  account_id: string
  account_name: string
  cloud: LinkRow['cloud']
  link: string
  request_count: number
  added_at: string
  retired_at: string | null
  is_default: number
  purpose: LinkRow['purpose']
  label: string
  checked_at: string | null
  is_sample: number
}

/** The invitation links of every account, those in use first. */
export function projectLinks(
  { reader, calendar }: ApplicationFacts,
  query: ParsedParams<'link.list'>,
): ViewValue<'link.list'> {
  const select = `l.*, a.company_name AS account_name, a.cloud, a.is_sample,
    (SELECT COUNT(*) FROM request WHERE link_id = l.id) AS request_count`
  const { total, rows } = readWindow<Row>(reader, 'links', select, query, calendar())
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      accountName: row.account_name,
      cloud: row.cloud,
      link: row.link,
      isCurrent: row.retired_at !== null ? 'no' : row.is_default === 1 ? 'yes' : 'kept',
      purpose: row.purpose,
      label: row.label,
      checkedAt: row.checked_at,
      requestCount: row.request_count,
      addedAt: row.added_at,
      retiredAt: row.retired_at,
      isSample: row.is_sample === 1,
    })),
  }
}
