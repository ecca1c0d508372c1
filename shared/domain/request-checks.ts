import type { RuleSource } from './capabilities.ts'
import { cloudRules } from './capabilities.ts'
import type { Cloud, UserRole } from './cloud.ts'

/** A reason to think again before a request goes out; each is said with its source and none of them blocks. */
export const requestChecks = [
  'account-delinquent',
  'role-may-not-ask',
  'documents-disagree',
  'already-listed',
  'already-open',
  'market-differs',
  'tenant-missing',
  'link-already-used',
] as const
export type RequestCheck = (typeof requestChecks)[number]

/** What is known when a request is prepared. */
export type CheckFacts = {
  readonly cloud: Cloud
  readonly userRole: UserRole
  /** Says that the user has marked the account as suspended for overdue payment. */
  readonly isDelinquent: boolean
  /** The account's own market, as a two-letter country; `null` when not entered. */
  readonly accountMarket: string | null
  readonly customer: {
    readonly isProspect: boolean
    readonly tenantId: string | null
    readonly country: string | null
    /** Says that the list of this account has the customer as a reseller's already. */
    readonly isListed: boolean
    readonly openRequests: number
  }
  /** Says that the link serves once and has gone out before. */
  readonly isLinkSpent: boolean
  /** Says that the request is made to get back privileges the customer gave to somebody else. */
  readonly restoresPrivileges: boolean
}

/** The reasons to think again, each with the documents behind it (none for what is only this program's own ledger). */
export function checkRequest(
  facts: CheckFacts,
): readonly { readonly check: RequestCheck; readonly sources: readonly RuleSource[] }[] {
  const rules = cloudRules[facts.cloud]
  const { customer } = facts
  const roles = rules.requesters.roles
  const holds: { readonly [C in RequestCheck]: boolean } = {
    'account-delinquent': facts.isDelinquent,
    'role-may-not-ask': facts.userRole !== 'unknown' && !roles.includes(facts.userRole),
    'documents-disagree': rules.capabilities.relationshipRequest.answer === 'disputed',
    'already-listed': customer.isListed && !facts.restoresPrivileges,
    'already-open': customer.openRequests > 0,
    'market-differs':
      facts.cloud === 'global' &&
      facts.accountMarket !== null &&
      customer.country !== null &&
      facts.accountMarket.toUpperCase() !== customer.country.toUpperCase(),
    'tenant-missing': !customer.isProspect && customer.tenantId === null,
    'link-already-used': facts.isLinkSpent,
  }
  const sources: { readonly [C in RequestCheck]?: readonly RuleSource[] } = {
    'account-delinquent': rules.capabilities.delinquencyBlocksRequests.sources,
    'role-may-not-ask': rules.requesters.sources,
    'documents-disagree': rules.capabilities.relationshipRequest.sources,
    'link-already-used': rules.capabilities.granularPrivileges.sources,
    'market-differs': [{ document: 'Partner Center: Regional authorization overview', date: '2023-10' }],
  }
  return requestChecks
    .filter((check) => holds[check])
    .map((check) => ({ check, sources: sources[check] ?? [] }))
}
