import type { Cloud } from '#shared/domain/cloud.ts'
import { inspectLink, isDangerous } from '#shared/domain/link-inspection.ts'
import type { InspectionContext } from '#shared/domain/link-inspection.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'

/** Reads a pasted text as a link of an account, or of none; throws `ACCOUNT_NOT_FOUND`. */
export function projectInspection(
  { reader }: ApplicationFacts,
  { link, accountId }: ParsedParams<'link.inspection'>,
): ViewValue<'link.inspection'> {
  const same = reader.get<{ id: string }>(
    'SELECT id FROM invitation_link WHERE link = :link AND (:accountId IS NULL OR account_id = :accountId) LIMIT 1',
    { link, accountId: accountId ?? null },
  )
  const usedIn =
    reader.get<{ count: number }>(
      `SELECT COUNT(*) AS count FROM request AS r JOIN invitation_link AS l ON l.id = r.link_id WHERE l.link = :link`,
      { link },
    )?.count ?? 0
  const inspection = inspectLink(link, accountId === undefined ? null : contextOf(reader, accountId, usedIn))
  if (inspection.problem !== null) {
    return { isLink: false, problem: inspection.problem }
  }
  const { host, registrableHost, partnerTenantId, includesDelegatedPrivileges } = inspection.reading
  return {
    isLink: true,
    kind: inspection.kind,
    host,
    registrableHost,
    partnerTenantId,
    includesDelegatedPrivileges,
    findings: [...inspection.findings],
    isDangerous: isDangerous(inspection),
    usedIn,
    linkId: same?.id ?? null,
  }
}

function contextOf(reader: Reader, accountId: string, usedIn: number): InspectionContext {
  const account = reader.get<{ cloud: Cloud; tenant_id: string | null; kind: string }>(
    'SELECT cloud, tenant_id, kind FROM partner_account WHERE id = :accountId',
    { accountId },
  )
  if (account === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  return {
    cloud: account.cloud,
    tenantId: account.tenant_id,
    known: reader
      .all<{ link: string }>('SELECT link FROM invitation_link WHERE account_id = :accountId', { accountId })
      .map((row) => row.link),
    usedIn,
    isProviders: account.kind === 'indirect-reseller',
  }
}
