import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { ScopeProvider, scopeOf } from '#renderer/parts/scope.tsx'
import type { Client } from '#renderer/state/client.ts'
import { PageProvider } from '#renderer/state/page-context.tsx'
import { guardPast } from '#renderer/state/read-past.ts'
import type { UiStore } from '#renderer/state/ui-store.ts'
import { useKeptDraft } from '#renderer/state/use-kept-draft.ts'
import { useRememberedState } from '#renderer/state/use-remembered-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { Frame } from './frame.tsx'
import { useTexts } from './texts.ts'
import { useTheme } from './theme.ts'

type Renderer = Parameters<typeof RendererProvider>[0]['renderer']

type AppProps = { readonly client: Client; readonly ui: UiStore; readonly styles: Renderer }

/** The whole page: main's views on one side, the page's own state on the other. */
export function App({ client: bare, ui, styles }: AppProps) {
  const client = useMemo(() => guardPast(bare, ui), [bare, ui])
  return (
    <RendererProvider renderer={styles} targetDocument={document}>
      <PageProvider client={client} ui={ui}>
        <Window client={client} ui={ui} />
      </PageProvider>
    </RendererProvider>
  )
}

function Window({ client, ui }: Pick<AppProps, 'client' | 'ui'>) {
  const preferences = useView('preferences.current', {}).value
  const accounts = useView('account.list', {}).value
  const scope = useMemo(
    () => (preferences === undefined || accounts === undefined ? null : scopeOf(preferences, accounts)),
    [preferences, accounts],
  )
  const texts = useTexts(scope?.language ?? null)
  const isRestored = useRememberedState(client, ui)
  useKeptDraft(client, ui, isRestored)
  const theme = useTheme(preferences?.theme ?? 'system', scope?.language ?? null)

  return theme === null ? null : (
    <FluentProvider theme={theme}>
      {isRestored && scope !== null && texts !== null && (
        <I18nextProvider i18n={texts}>
          <ScopeProvider scope={scope}>
            <Frame client={client} />
          </ScopeProvider>
        </I18nextProvider>
      )}
    </FluentProvider>
  )
}
