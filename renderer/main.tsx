import { createDOMRenderer } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app/app.tsx'
import { reportStrayFailures } from '#renderer/app/stray-failures.ts'
import { loadTexts } from '#renderer/app/texts.ts'
import { loadTheme } from '#renderer/app/theme.ts'
import { createClient } from '#renderer/state/client.ts'
import { takeFirstViews } from '#renderer/state/first-views.ts'
import { createUiStore } from '#renderer/state/ui-store.ts'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('index.html has no element with the id "root"')
}

// The page's policy lets only style elements with this start's nonce in; it must not be readable afterwards.
const nonce = root.dataset['styleNonce'] ?? ''
root.removeAttribute('data-style-nonce')

const client = createClient(window.bridge, takeFirstViews(root))
const ui = createUiStore()
reportStrayFailures(window, client, ui)

const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } })
const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <App client={client} ui={ui} styles={styles} />
    </StrictMode>,
  )

// What came with the page says which texts and colours to wait for; then everything is drawn once.
const preferences = client.view('preferences.current', {}).getState()
if (preferences.status === 'ready') {
  const { language, systemLanguage, theme } = preferences.value
  const parts = [loadTexts(language === 'system' ? systemLanguage : language), loadTheme(theme)]
  void Promise.allSettled(parts).then(draw)
} else {
  draw()
}
