import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'

/** A partner account as the page reads it. */
export type Account = ViewValue<'account.list'>[number]

/** What every screen stands in: the settings, the partner accounts, and the one the window is narrowed to. */
export type Scope = {
  readonly preferences: ViewValue<'preferences.current'>
  readonly language: Language
  readonly accounts: readonly Account[]
  /** The chosen account, or the only one there is; `null` means all of several. */
  readonly account: Account | null
}

const ScopeContext = createContext<Scope | null>(null)

/** Hands the scope to the screens below. */
export function ScopeProvider({ scope, children }: { readonly scope: Scope; readonly children: ReactNode }) {
  return <ScopeContext value={scope}>{children}</ScopeContext>
}

/** The scope the screen stands in. */
export function useScope(): Scope {
  const scope = useContext(ScopeContext)
  if (scope === null) {
    throw new Error('This component stands outside ScopeProvider')
  }
  return scope
}

/** The chosen account as the list views take it: nothing at all means every account. */
export function useAccountParam(): { readonly accountId?: string } {
  const { account } = useScope()
  return account === null ? {} : { accountId: account.id }
}

/** Says that the portfolios of several accounts stand together in one list. */
export function useIsMixed(): boolean {
  const { account, accounts } = useScope()
  return account === null && accounts.length > 1
}

/** Works out the scope from what main says. */
export function scopeOf(preferences: Scope['preferences'], accounts: Scope['accounts']): Scope {
  const chosen = accounts.find((account) => account.id === preferences.accountId)
  return {
    preferences,
    accounts,
    language: preferences.language === 'system' ? preferences.systemLanguage : preferences.language,
    account: chosen ?? (accounts.length === 1 ? (accounts[0] ?? null) : null),
  }
}
