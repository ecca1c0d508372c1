import type { CivilDate } from './civil-date.ts'
import type { Cloud } from './cloud.ts'
import type { ProductKind } from './product-kind.ts'
import type { SubscriptionStatus } from './subscription-status.ts'

/** The documents the rules rest on; nothing is claimed that none of them says (domain, "Sources"). */
export const ruleSources = {
  'suspend-21vianet': { title: 'China-suspend-a-subscription.md', edition: '2018-10' },
  'subscription-resources': { title: 'subscription-resources.md', edition: '2023-10' },
  'subscription-lifecycle': { title: 'subscription-lifecycle.md', edition: '2023-10' },
  'extended-service-terms': {
    title: 'partner-center/customers/extended-service-terms',
    edition: '2026',
  },
} as const satisfies { readonly [source: string]: { readonly title: string; readonly edition: string } }
export type RuleSource = keyof typeof ruleSources

/** The dates rules begin at; sources disagree or change them, so the user can. `null` says that a rule never holds. */
export type RuleDates = {
  /** The first end of a term that leads into a paid extended service term (Global; sources: 2026-04-01, 2026-05-04). */
  readonly extendedServiceTermsFrom: CivilDate | null
}

/** The date of the newest edition of the document itself (domain 3.5, L8). */
export const defaultRuleDates: RuleDates = { extendedServiceTermsFrom: '2026-05-04' }

/** What happens at the end of a term if nobody acts. */
export const outcomeKinds = [
  'renews',
  'ends',
  'lapses',
  'extended-term',
  'expired',
  'disabled',
  'suspended',
  'suspended-deleted',
  'no-end',
  'gone',
  'unknown',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** One line of the table: the first whose every condition holds says what happens. */
export type OutcomeRule = {
  readonly id: string
  /** Absent conditions hold for everything. */
  readonly clouds?: readonly Cloud[]
  readonly products?: readonly ProductKind[]
  readonly statuses?: readonly SubscriptionStatus[]
  readonly autoRenew?: boolean
  readonly hasEnd?: boolean
  /** Holds for terms that end on this date or later, or before it. */
  readonly valid?: { readonly from: keyof RuleDates } | { readonly until: keyof RuleDates }
  readonly outcome: Exclude<OutcomeKind, 'unknown'>
  readonly source: RuleSource
  /** Days from the end of the term, or from the suspension, to the deletion of all data. */
  readonly deletion?: { readonly after: 'end' | 'suspension'; readonly days: number }
}

/** Free grace of an expired or disabled subscription in days, then the days it stays disabled (domain 3.5). */
const grace = 30
const disabled = 90
const documentedLifecycle: readonly Cloud[] = ['global', 'us-government']

/**
 * Who acts not, and what happens then. 21Vianet has rules of its own only: no period of the other clouds is ever
 * applied to it (domain 8.10, K-9), and extended service terms are Global's alone.
 */
export const outcomeRules: readonly OutcomeRule[] = [
  { id: 'gone', statuses: ['deleted'], outcome: 'gone', source: 'subscription-resources' },
  {
    id: 'suspended-21vianet',
    clouds: ['21vianet'],
    statuses: ['suspended'],
    outcome: 'suspended-deleted',
    source: 'suspend-21vianet',
    deletion: { after: 'suspension', days: 60 },
  },
  {
    id: 'suspended-new-commerce',
    clouds: documentedLifecycle,
    products: ['new-commerce'],
    statuses: ['suspended'],
    hasEnd: true,
    outcome: 'suspended',
    source: 'subscription-lifecycle',
    deletion: { after: 'end', days: grace + disabled },
  },
  {
    id: 'suspended-legacy',
    clouds: documentedLifecycle,
    products: ['legacy-licence'],
    statuses: ['suspended'],
    outcome: 'suspended-deleted',
    source: 'subscription-lifecycle',
    deletion: { after: 'suspension', days: 90 },
  },
  {
    id: 'expired-new-commerce',
    clouds: documentedLifecycle,
    products: ['new-commerce'],
    statuses: ['expired'],
    hasEnd: true,
    outcome: 'expired',
    source: 'subscription-lifecycle',
    deletion: { after: 'end', days: grace + disabled },
  },
  {
    id: 'disabled-new-commerce',
    clouds: documentedLifecycle,
    products: ['new-commerce'],
    statuses: ['disabled'],
    hasEnd: true,
    outcome: 'disabled',
    source: 'subscription-lifecycle',
    deletion: { after: 'end', days: grace + disabled },
  },
  {
    id: 'no-end',
    statuses: ['active'],
    hasEnd: false,
    outcome: 'no-end',
    source: 'subscription-resources',
  },
  {
    id: 'renews',
    products: ['new-commerce', 'legacy-licence', 'unknown'],
    statuses: ['active'],
    autoRenew: true,
    hasEnd: true,
    outcome: 'renews',
    source: 'subscription-resources',
  },
  {
    id: 'extended-term',
    clouds: ['global'],
    products: ['new-commerce'],
    statuses: ['active'],
    autoRenew: false,
    hasEnd: true,
    valid: { from: 'extendedServiceTermsFrom' },
    outcome: 'extended-term',
    source: 'extended-service-terms',
  },
  {
    id: 'lapses-global',
    clouds: ['global'],
    products: ['new-commerce'],
    statuses: ['active'],
    autoRenew: false,
    hasEnd: true,
    valid: { until: 'extendedServiceTermsFrom' },
    outcome: 'lapses',
    source: 'subscription-lifecycle',
    deletion: { after: 'end', days: grace + disabled },
  },
  {
    id: 'lapses-us-government',
    clouds: ['us-government'],
    products: ['new-commerce'],
    statuses: ['active'],
    autoRenew: false,
    hasEnd: true,
    outcome: 'lapses',
    source: 'subscription-lifecycle',
    deletion: { after: 'end', days: grace + disabled },
  },
  {
    id: 'ends',
    products: ['legacy-licence', 'unknown', 'new-commerce'],
    statuses: ['active'],
    autoRenew: false,
    hasEnd: true,
    outcome: 'ends',
    source: 'subscription-resources',
  },
]
