import type { Cloud, UserRole } from '#shared/domain/cloud.ts'
import { isSingleUse } from '#shared/domain/link-kind.ts'
import { checkRequest } from '#shared/domain/request-checks.ts'
import { waitingStates } from '#shared/domain/request-state.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { ApplicationFacts } from './application-views.ts'

/** The reasons to think again before customers are asked, for each of them; none of them blocks. */
export function projectChecks(
  { reader }: ApplicationFacts,
  { accountId, customerIds, linkId, purpose }: ParsedParams<'request.checks'>,
): ViewValue<'request.checks'> {
  const account = reader.get<{
    cloud: Cloud
    user_role: UserRole
    is_delinquent: number
    market: string | null
  }>('SELECT cloud, user_role, is_delinquent, market FROM partner_account WHERE id = :accountId', {
    accountId,
  })
  if (account === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  const link = reader.get<{ link: string; used: number }>(
    `SELECT link, (SELECT COUNT(*) FROM request WHERE link_id = l.id) AS used FROM invitation_link AS l
    WHERE account_id = :accountId AND retired_at IS NULL
      AND ((:linkId IS NULL AND is_default = 1) OR id = :linkId)`,
    { accountId, linkId: linkId ?? null },
  )
  const shared = {
    cloud: account.cloud,
    userRole: account.user_role,
    isDelinquent: account.is_delinquent === 1,
    accountMarket: account.market,
    isLinkSpent: link !== undefined && isSingleUse(link.link) && link.used > 0,
    restoresPrivileges: purpose === 'restore-privileges',
  }
  const found = reader.all<{
    id: string
    tenant_id: string | null
    country: string | null
    relationship: string
    open: number
  }>(
    `SELECT c.id, c.tenant_id, c.country, c.relationship, (SELECT COUNT(*) FROM request AS r
      WHERE r.customer_rid = c.rid AND r.state IN (${waitingStates.map((state) => `'${state}'`).join(', ')})) AS open
    FROM customer AS c WHERE c.id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(customerIds) },
  )
  const prospect = {
    isProspect: true,
    tenantId: null,
    country: null,
    isListed: false,
    openRequests: 0,
  }
  const general = checkRequest({ ...shared, customer: prospect })
  return {
    general: general.map(({ check, sources }) => ({ check, sources: [...sources] })),
    customers: found.map((row) => ({
      customerId: row.id,
      checks: checkRequest({
        ...shared,
        customer: {
          isProspect: false,
          tenantId: row.tenant_id,
          country: row.country,
          isListed: row.relationship === 'reseller',
          openRequests: row.open,
        },
      })
        .filter(({ check }) => !general.some((each) => each.check === check))
        .map(({ check, sources }) => ({ check, sources: [...sources] })),
    })),
  }
}
