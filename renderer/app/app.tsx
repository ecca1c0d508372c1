import { FluentProvider, RendererProvider } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'
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

const StartFailure = lazy(async () => ({
  default: (await import('./start-failure.tsx')).StartFailure,
}))

type Renderer = Parameters<typeof RendererProvider>[0]['renderer']

type AppProps = { readonly client: Client; readonly ui: UiStore; readonly styles: Renderer }

/** The whole page: main's views on one side, the page's own state on the other. */
export function App({ client: bare, ui, styles }: AppProps) {
  const client = useMemo(() => guardPast(bare, ui), [bare, ui])
  const [attempt, setAttempt] = useState(0)
  return (
    <RendererProvider renderer={styles} targetDocument={document}>
      <PageProvider client={client} ui={ui}>
        <Window key={attempt} client={client} ui={ui} onRetry={() => setAttempt(attempt + 1)} />
      </PageProvider>
    </RendererProvider>
  )
}

type WindowProps = Pick<AppProps, 'client' | 'ui'> & { readonly onRetry: () => void }

function Window({ client, ui, onRetry }: WindowProps) {
  const { value: preferences, error: unset } = useView('preferences.current', {})
  const { value: accounts, error: unlisted } = useView('account.list', {})
  const error = unset ?? unlisted
  const now = useMemo(
    () => (preferences === undefined || accounts === undefined ? null : scopeOf(preferences, accounts)),
    [preferences, accounts],
  )
  // What cannot be read again stays as it was last said: nobody loses the screen at hand over it.
  const [known, keep] = useState(now)
  if (now !== null && now !== known) {
    keep(now)
  }
  const scope = now ?? known
  const texts = useTexts(scope?.language ?? null)
  const isRestored = useRememberedState(client, ui)
  useKeptDraft(client, ui, isRestored)
  const theme = useTheme(preferences?.theme ?? 'system', scope?.language ?? null)

  return theme === null ? null : (
    <FluentProvider theme={theme}>
      {scope === null && error !== undefined && (
        <Suspense>
          <StartFailure error={error} language={languageOf(preferences)} onRetry={onRetry} />
        </Suspense>
      )}
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

/** The language to speak before anything is known, as far as it is. */
function languageOf(preferences: ViewValue<'preferences.current'> | undefined): Language {
  const wanted = preferences?.language ?? 'system'
  const system = navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
  return wanted === 'system' ? (preferences?.systemLanguage ?? system) : wanted
}
