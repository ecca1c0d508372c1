import type { ParsedParams, ViewName, ViewValue } from '#shared/protocol.ts'
import type { Project } from '#main/ipc/view-hub.ts'
import { projectAcceptances, projectComparison } from './acceptance-views.ts'
import { projectAccounts } from './account-views.ts'
import type { ApplicationFacts } from './application-views.ts'
import { projectAbout, projectPreferences, projectSummary } from './application-views.ts'
import { projectCustomer, projectCustomers } from './customer-views.ts'
import { projectAttention } from './home-views.ts'
import { projectDiff, projectImports, projectRejected, projectStaged } from './import-views.ts'
import { projectChecks } from './check-views.ts'
import { projectInspection } from './link-inspection.ts'
import { projectGroups, projectLinks } from './list-views.ts'
import { projectProfile, projectTags } from './own-views.ts'
import { projectPartnerMap } from './partner-map-views.ts'
import { projectRelationship } from './relationship-views.ts'
import { projectKeptDraft, projectTemplates } from './template-views.ts'
import { projectBoard, projectRequest, projectRequests } from './request-views.ts'
import { projectSearch } from './search-views.ts'
import { projectJobs, projectMenu, projectSavedViews, projectScreen, projectUndo } from './small-views.ts'
import { projectSubscriptions } from './subscription-views.ts'

/** One pure function per view of the contract; a missing or extra one does not compile. */
type Projections = {
  readonly [V in ViewName]: (facts: ApplicationFacts, params: ParsedParams<V>) => ViewValue<V>
}

const projections: Projections = {
  'account.list': projectAccounts,
  'application.about': projectAbout,
  'customer.detail': projectCustomer,
  'customer.list': projectCustomers,
  'home.attention': projectAttention,
  'import.diff': projectDiff,
  'import.list': projectImports,
  'import.rejected': projectRejected,
  'import.staged': projectStaged,
  'job.list': projectJobs,
  'link.list': projectLinks,
  'list.groups': projectGroups,
  'menu.chosen': projectMenu,
  'portfolio.summary': projectSummary,
  'preferences.current': projectPreferences,
  'profile.current': projectProfile,
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
  'subscription.list': projectSubscriptions,
  'tag.list': projectTags,
  'undo.state': projectUndo,
}

/** Binds the projections to the facts they read. */
export function createProject(facts: ApplicationFacts): Project {
  return (name, params) =>
    (projections[name] as (facts: ApplicationFacts, params: unknown) => unknown)(facts, params)
}
