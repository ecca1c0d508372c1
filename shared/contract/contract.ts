import { acceptanceCommands, acceptanceViews } from './acceptance.ts'
import { accountCommands, accountViews } from './account.ts'
import { applicationCommands, applicationViews } from './application.ts'
import { backupCommands, backupViews } from './backup.ts'
import { customerCommands, customerViews } from './customer.ts'
import { exportCommands } from './export.ts'
import { homeCommands, homeViews } from './home.ts'
import { importCommands, importViews } from './import.ts'
import { importIdentityCommands, importIdentityViews } from './import-identity.ts'
import { invitationCommands } from './invitation.ts'
import { linkCommands, linkViews } from './link.ts'
import { listViews } from './list.ts'
import { menuCommands, menuViews } from './menu.ts'
import { ownCommands, ownViews } from './own.ts'
import { partnerMapCommands, partnerMapViews } from './partner-map.ts'
import { relationshipCommands, relationshipViews } from './relationship.ts'
import { portfolioCommands, portfolioViews } from './portfolio.ts'
import { renewalCommands, renewalViews } from './renewal.ts'
import { reportCommands } from './report.ts'
import { requestCommands, requestViews } from './request.ts'
import { savedViewCommands, savedViewViews } from './saved-view.ts'
import { templateCommands, templateViews } from './template.ts'
import { subscriptionViews } from './subscription.ts'

/** Renderer to main, one reply each: the only way to change anything. What is not here cannot be said. */
export const commands = {
  ...accountCommands,
  ...backupCommands,
  ...importCommands,
  ...importIdentityCommands,
  ...customerCommands,
  ...portfolioCommands,
  ...ownCommands,
  ...requestCommands,
  ...invitationCommands,
  ...acceptanceCommands,
  ...linkCommands,
  ...templateCommands,
  ...relationshipCommands,
  ...partnerMapCommands,
  ...exportCommands,
  ...renewalCommands,
  ...reportCommands,
  ...savedViewCommands,
  ...homeCommands,
  ...menuCommands,
  ...applicationCommands,
} as const

/** Main to renderer: read-only snapshots, sent again after every change. */
export const views = {
  ...accountViews,
  ...backupViews,
  ...importViews,
  ...importIdentityViews,
  ...customerViews,
  ...portfolioViews,
  ...ownViews,
  ...subscriptionViews,
  ...renewalViews,
  ...requestViews,
  ...acceptanceViews,
  ...linkViews,
  ...templateViews,
  ...relationshipViews,
  ...partnerMapViews,
  ...listViews,
  ...savedViewViews,
  ...homeViews,
  ...menuViews,
  ...applicationViews,
} as const
