import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { ParsedParams, ViewName, ViewValue } from '#shared/protocol.ts'
import type { Project } from '#main/ipc/view-hub.ts'
import { projectAcceptances, projectComparison } from './acceptance-views.ts'
import { projectAccounts, projectLogo } from './account-views.ts'
import type { ApplicationFacts } from './application-views.ts'
import { projectAbout, projectPreferences } from './application-views.ts'
import { projectBackups } from './backup-views.ts'
import { projectCustomer, projectCustomers } from './customer-views.ts'
import { projectAttention } from './home-views.ts'
import {
  projectDiff,
  projectImports,
  projectQuestions,
  projectRejected,
  projectStaged,
} from './import-views.ts'
import { projectChecks } from './check-views.ts'
import { projectInspection } from './link-inspection.ts'
import { projectGroups, projectLinks } from './list-views.ts'
import { projectProfile, projectTags } from './own-views.ts'
import { projectPartnerMap } from './partner-map-views.ts'
import { projectRelationship } from './relationship-views.ts'
import { projectKeptDraft, projectTemplates } from './template-views.ts'
import { projectDuplicateCount, projectDuplicates } from './duplicate-views.ts'
import { projectHistory } from './history-views.ts'
import { projectChanges } from './news-views.ts'
import { projectSummary } from './portfolio-views.ts'
import {
  projectRenewalMonth,
  projectRenewalRules,
  projectRenewals,
  projectRenewalSummary,
} from './renewal-views.ts'
import { projectBoard, projectRequest, projectRequests } from './request-views.ts'
import { projectSearch } from './search-views.ts'
import { projectJobs, projectMenu, projectSavedViews, projectScreen, projectUndo } from './small-views.ts'
import {
  projectSubscription,
  projectSubscriptionHistory,
  projectSubscriptions,
} from './subscription-views.ts'

/** What a reading as of another day has that is not today's. */
export type Past = <T>(
  asOf: CivilDate,
  read: (
    facts: Pick<ApplicationFacts, 'today' | 'calendar' | 'customerSearch' | 'longReads' | 'totals'>,
  ) => T,
) => T

/** One pure function per view of the contract; a missing or extra one does not compile. */
type Projections = {
  readonly [V in ViewName]: (facts: ApplicationFacts, params: ParsedParams<V>) => ViewValue<V>
}

const projections: Projections = {
  'account.list': projectAccounts,
  'account.logo': projectLogo,
  'application.about': projectAbout,
  'backup.list': projectBackups,
  'customer.detail': projectCustomer,
  'customer.duplicate-count': projectDuplicateCount,
  'customer.duplicates': projectDuplicates,
  'customer.history': projectHistory,
  'customer.list': projectCustomers,
  'home.attention': projectAttention,
  'import.diff': projectDiff,
  'import.list': projectImports,
  'import.questions': projectQuestions,
  'import.rejected': projectRejected,
  'import.staged': projectStaged,
  'job.list': projectJobs,
  'link.list': projectLinks,
  'list.groups': projectGroups,
  'menu.chosen': projectMenu,
  'portfolio.changes': projectChanges,
  'portfolio.summary': projectSummary,
  'preferences.current': projectPreferences,
  'profile.current': projectProfile,
  'renewal.list': projectRenewals,
  'renewal.month': projectRenewalMonth,
  'renewal.rules': projectRenewalRules,
  'renewal.summary': projectRenewalSummary,
  'request.board': projectBoard,
  'request.checks': projectChecks,
  'acceptance.list': projectAcceptances,
  'acceptance.comparison': projectComparison,
  'link.inspection': projectInspection,
  'partner-map.detail': projectPartnerMap,
  'relationship.facts': projectRelationship,
  'template.list': projectTemplates,
  'wizard.kept': projectKeptDraft,
  'request.detail': projectRequest,
  'request.list': projectRequests,
  'saved-view.list': projectSavedViews,
  'screen.remembered': projectScreen,
  'search.everywhere': projectSearch,
  'subscription.detail': projectSubscription,
  'subscription.history': projectSubscriptionHistory,
  'subscription.list': projectSubscriptions,
  'tag.list': projectTags,
  'undo.state': projectUndo,
}

/**
 * Binds the projections to the facts they read. A view that is asked for as of a day reads the portfolio as the imports
 * up to that day had it, and takes that day for today.
 */
export function createProject(facts: ApplicationFacts, past: Past): Project {
  return (name, params) => {
    const project = projections[name] as (facts: ApplicationFacts, params: unknown) => unknown
    const { asOf } = params as { readonly asOf?: CivilDate }
    return asOf === undefined
      ? project(facts, params)
      : past(asOf, (changed) => project({ ...facts, ...changed }, params))
  }
}
