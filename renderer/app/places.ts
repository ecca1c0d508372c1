import type { Route } from '#renderer/state/ui-state.ts'

/** The entries of the navigation, in their order, and where each leads. */
export const places = {
  home: { screen: 'home' },
  customers: { screen: 'customers', isFullPage: false },
  requests: { screen: 'requests', isFullPage: false },
  renewals: { screen: 'renewals', way: 'list' },
  subscriptions: { screen: 'subscriptions' },
  imports: { screen: 'imports' },
  links: { screen: 'links' },
  accounts: { screen: 'accounts' },
  settings: { screen: 'settings' },
} as const satisfies { readonly [name: string]: Route }

export type PlaceName = keyof typeof places

/** Which entry of the navigation a screen belongs to. */
export const placeOfScreen: { readonly [S in Route['screen']]: PlaceName } = {
  home: 'home',
  customers: 'customers',
  requests: 'requests',
  wizard: 'requests',
  renewals: 'renewals',
  subscriptions: 'subscriptions',
  subscription: 'subscriptions',
  imports: 'imports',
  'import-preview': 'imports',
  links: 'links',
  accounts: 'accounts',
  settings: 'settings',
}
