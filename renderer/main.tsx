import { createDOMRenderer } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#renderer/app/app.tsx'
import { reportStrayFailures } from '#renderer/app/stray-failures.ts'
import { createClient } from '#renderer/state/client.ts'
import { createUiStore } from '#renderer/state/ui-store.ts'

const root = document.getElementById('root')
if (root === null) {
  throw new Error('index.html has no element with the id "root"')
}

// The page's policy lets only style elements with this start's nonce in; it must not be readable afterwards.
const nonce = root.dataset['styleNonce'] ?? ''
root.removeAttribute('data-style-nonce')

const client = createClient(window.bridge)
const ui = createUiStore()
reportStrayFailures(window, client, ui)

createRoot(root).render(
  <StrictMode>
    <App
      client={client}
      ui={ui}
      styles={createDOMRenderer(document, { styleElementAttributes: { nonce } })}
    />
  </StrictMode>,
)
