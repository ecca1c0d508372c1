import { bucketDays } from '#shared/domain/renewal.ts'

const within = (days: number) => `s.end_date <= date(:today, '+${days} days')`

/**
 * The rules of `shared/domain/renewal.ts` as SQL over a subscription `s` and its mark `m`, for filters, orders and
 * counts over more rows than anyone would read; a test holds both against each other. They name `:today`.
 */
export const renewalSql = {
  bucket: `CASE WHEN s.end_date IS NULL THEN 'no-end' WHEN s.end_date < :today THEN 'overdue'
    ${Object.entries(bucketDays)
      .map(([bucket, days]) => `WHEN ${within(days)} THEN '${bucket}'`)
      .join(' ')} ELSE 'later' END`,
  priority: `CASE WHEN s.status = 'suspended' OR (s.auto_renew = 0 AND ${within(bucketDays['within-30'])}
    AND s.status NOT IN ('expired', 'disabled', 'deleted')) THEN 'high' ELSE 'normal' END`,
  state: `CASE WHEN m.done_for_end = COALESCE(s.end_date, '') THEN 'done'
    WHEN m.snoozed_until > :today THEN 'snoozed' ELSE 'open' END`,
} as const
