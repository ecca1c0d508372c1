import type { Cloud, UserRole } from './cloud.ts'

/** Where a rule stands in public documents, and of when that text is. */
export type RuleSource = { readonly document: string; readonly date: string }

/**
 * What documents say of a thing a cloud can do: `disputed` where two of Microsoft's own texts disagree, `unknown` where
 * none says anything.
 */
export type CapabilityAnswer = 'yes' | 'no' | 'disputed' | 'unknown'

/** One answer with the documents it is taken from; `unknown` has none. */
export type Capability = { readonly answer: CapabilityAnswer; readonly sources: readonly RuleSource[] }

/** What is asked of every cloud, in the order it is shown (domain 1.6). */
export const capabilityNames = [
  'relationshipRequest',
  'requestCarriesPrivileges',
  'linkIsReusable',
  'granularPrivileges',
  'indirectModel',
  'customerAgreement',
  'delinquencyBlocksRequests',
] as const
export type CapabilityName = (typeof capabilityNames)[number]

/** Where a customer accepts, whatever the link's host. */
export type AcceptancePortal = 'office-365-21vianet' | 'microsoft-365' | 'office-government'

/** Everything a cloud's documents say about relationship requests; no cloud inherits another's rule (domain 8.10). */
export type CloudRules = {
  readonly capabilities: { readonly [N in CapabilityName]: Capability }
  /** Roles documents name as able to ask: a hint, never a gate (domain 7, K-4). */
  readonly requesters: { readonly roles: readonly UserRole[]; readonly sources: readonly RuleSource[] }
  readonly acceptedIn: { readonly portal: AcceptancePortal; readonly sources: readonly RuleSource[] }
  /** The role that must accept; `null` where no document names one. */
  readonly acceptor: { readonly role: 'global-admin' | null; readonly sources: readonly RuleSource[] }
  /** Days from suspension to the deletion of data; `null` where this cloud's documents give none. */
  readonly deletionAfterSuspension: {
    readonly days: number | null
    readonly sources: readonly RuleSource[]
  }
}

const c1 = { document: 'Partner Center 21Vianet: Multi-partner', date: '2018-10' }
const c2 = {
  document: 'Partner Center 21Vianet: Request a reseller relationship with a customer',
  date: '2018-10',
}
const c3 = { document: 'Partner Center 21Vianet: Multi-channel', date: '2018-10' }
const c5 = { document: 'Partner Center 21Vianet: Create user accounts and set permissions', date: '2018-10' }
const c6 = { document: 'Partner Center 21Vianet: Billing', date: '2018-10' }
const c7 = { document: 'Partner Center 21Vianet: Suspend a subscription', date: '2018-10' }
const g1 = { document: 'Partner Center: Multipartner', date: '2023-09' }
const g2 = { document: 'Partner Center: Obtain permissions to manage a customer’s service', date: '2023-09' }
const g2a = { document: 'Partner Center: Request a relationship with a customer', date: '2023-06' }
const g4 = { document: 'Partner Center: Connect with customers', date: '2023-10' }
const g5 = { document: 'Partner Center announcements, October 2023', date: '2023-10' }
const g10 = { document: 'Partner Center: Obtain granular admin permissions', date: '2023-10' }
const g17 = { document: 'Partner Center for Microsoft US Government cloud', date: '2023-10' }
const g23 = { document: 'Partner Center: Subscription lifecycle', date: '2023-10' }
const r20 = { document: 'Partner Center developer: National clouds', date: '2023-10' }
const r22 = { document: 'Partner Center developer: Confirm customer consent', date: '2023-10' }
const k1 = {
  document: 'Microsoft 365 admin: Authorize or remove partner relationships (21Vianet)',
  date: '2024-08',
}
const l2 = { document: 'Microsoft Learn: Multipartner', date: '2026' }

/** The rules of every cloud, as data (domain 1.1, 1.2, 1.3, 1.6). */
export const cloudRules: { readonly [C in Cloud]: CloudRules } = {
  '21vianet': {
    capabilities: {
      relationshipRequest: { answer: 'yes', sources: [c1, c2] },
      requestCarriesPrivileges: { answer: 'yes', sources: [c2] },
      linkIsReusable: { answer: 'yes', sources: [c2] },
      granularPrivileges: { answer: 'unknown', sources: [] },
      indirectModel: { answer: 'yes', sources: [c3] },
      customerAgreement: { answer: 'unknown', sources: [r22] },
      delinquencyBlocksRequests: { answer: 'yes', sources: [c6] },
    },
    requesters: { roles: ['admin-agent', 'sales-agent'], sources: [c5] },
    acceptedIn: { portal: 'office-365-21vianet', sources: [c2, k1] },
    acceptor: { role: null, sources: [] },
    deletionAfterSuspension: { days: 60, sources: [c7] },
  },
  global: {
    capabilities: {
      relationshipRequest: { answer: 'yes', sources: [g1, g2] },
      requestCarriesPrivileges: { answer: 'no', sources: [g5] },
      linkIsReusable: { answer: 'unknown', sources: [] },
      granularPrivileges: { answer: 'yes', sources: [g10] },
      indirectModel: { answer: 'yes', sources: [g4] },
      customerAgreement: { answer: 'yes', sources: [g2a] },
      delinquencyBlocksRequests: { answer: 'unknown', sources: [] },
    },
    requesters: { roles: ['admin-agent', 'sales-agent', 'global-admin'], sources: [g2, g1] },
    acceptedIn: { portal: 'microsoft-365', sources: [g2a] },
    acceptor: { role: 'global-admin', sources: [g2] },
    deletionAfterSuspension: { days: 90, sources: [g23] },
  },
  'us-government': {
    capabilities: {
      relationshipRequest: { answer: 'disputed', sources: [g1, g17, r20] },
      requestCarriesPrivileges: { answer: 'yes', sources: [g2a] },
      linkIsReusable: { answer: 'unknown', sources: [] },
      granularPrivileges: { answer: 'no', sources: [l2] },
      indirectModel: { answer: 'no', sources: [g17] },
      customerAgreement: { answer: 'unknown', sources: [r22] },
      delinquencyBlocksRequests: { answer: 'unknown', sources: [] },
    },
    requesters: { roles: ['admin-agent', 'global-admin'], sources: [g2a, g1] },
    acceptedIn: { portal: 'office-government', sources: [g2a] },
    acceptor: { role: null, sources: [] },
    deletionAfterSuspension: { days: null, sources: [] },
  },
}
