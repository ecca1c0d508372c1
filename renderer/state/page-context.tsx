import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Client } from './client.ts'
import type { UiState } from './ui-state.ts'
import type { UiActions, UiStore } from './ui-store.ts'

type Page = { readonly client: Client; readonly ui: UiStore }

const PageContext = createContext<Page | null>(null)

/** Hands the client and the page's own state to every screen below it. */
export function PageProvider({ client, ui, children }: Page & { readonly children: ReactNode }) {
  return <PageContext value={{ client, ui }}>{children}</PageContext>
}

/** The page's end of the bridge. */
export function useClient(): Client {
  return usePage().client
}

/** A piece of the page's own state; a selector that builds an object or array must be wrapped in `useShallow`. */
export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(usePage().ui.state, select)
}

/** Everything that changes the page's own state. */
export function useUiActions(): UiActions {
  return usePage().ui.actions
}

/** The page's own state for what must look at it when something has happened, not when it is drawn. */
export function useUiStore(): UiStore {
  return usePage().ui
}

function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) {
    throw new Error('This component stands outside PageProvider')
  }
  return page
}
