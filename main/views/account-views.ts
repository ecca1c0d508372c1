import type { AccountKind, Cloud, UserRole } from '#shared/domain/cloud.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { ApplicationFacts } from './application-views.ts'

type AccountRow = {
  id: string
  company_name: string
  cloud: Cloud
  kind: AccountKind
  tenant_id: string | null
  partner_id: string | null
  user_role: UserRole
  is_delinquent: number
  market: string | null
  sender_name: string
  sender_email: string
  sender_phone: string
  is_sample: number
  created_at: string
  updated_at: string
  link_id: string | null
  link: string | null
  link_added_at: string | null
}

/** The logo of an account. */
export function projectLogo(
  { reader }: ApplicationFacts,
  { accountId }: ParsedParams<'account.logo'>,
): ViewValue<'account.logo'> {
  const logo = reader.get<NonNullable<ViewValue<'account.logo'>>>(
    'SELECT mime, content, width, height FROM account_logo WHERE account_id = :accountId',
    { accountId },
  )
  return logo ?? null
}

/** All partner accounts, the user's own before the sample. */
export function projectAccounts({ reader, totals }: ApplicationFacts): ViewValue<'account.list'> {
  const rows = reader.all<AccountRow>(
    `SELECT a.*, l.id AS link_id, l.link AS link, l.added_at AS link_added_at
    FROM partner_account AS a
    LEFT JOIN invitation_link AS l ON l.account_id = a.id AND l.retired_at IS NULL AND l.is_default = 1
    ORDER BY a.is_sample, a.created_at, a.id`,
  )
  return rows.map((row) => ({
    id: row.id,
    companyName: row.company_name,
    cloud: row.cloud,
    kind: row.kind,
    tenantId: row.tenant_id,
    partnerId: row.partner_id,
    userRole: row.user_role,
    isDelinquent: row.is_delinquent === 1,
    market: row.market,
    senderName: row.sender_name,
    senderEmail: row.sender_email,
    senderPhone: row.sender_phone,
    link:
      row.link_id === null || row.link === null || row.link_added_at === null
        ? null
        : { id: row.link_id, link: row.link, addedAt: row.link_added_at },
    isSample: row.is_sample === 1,
    customerCount: totals.customersOf(row.id),
    subscriptionCount: totals.subscriptionsOf(row.id),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}
