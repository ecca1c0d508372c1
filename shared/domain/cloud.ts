/** The three clouds the program knows; none inherits another's rule (domain 1.6). */
export const clouds = ['21vianet', 'global', 'us-government'] as const
export type Cloud = (typeof clouds)[number]

/** What the user's company is in the Cloud Solution Provider programme. */
export const accountKinds = ['direct', 'indirect-provider', 'indirect-reseller'] as const
export type AccountKind = (typeof accountKinds)[number]

/** Roles of a Partner Center user: a hint in the wizard, never a gate (domain 1.1.6, K-4). */
export const userRoles = [
  'admin-agent',
  'sales-agent',
  'help-desk-agent',
  'global-admin',
  'billing-admin',
  'user-management-admin',
  'unknown',
] as const
export type UserRole = (typeof userRoles)[number]

/** The languages of the window and of exported text, chosen apart. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** The four things a reseller relationship does not do (domain 0.1), in the order they are always shown. */
export const doesNotStatements = ['subscriptions', 'ownership', 'terms', 'partner-of-record'] as const
export type DoesNotStatement = (typeof doesNotStatements)[number]
