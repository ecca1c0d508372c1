import { createDOMRenderer } from '@fluentui/react-components'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import { createClient } from '#renderer/state/client.ts'
import { createUiStore } from '#renderer/state/ui-store.ts'
import { createLoopback, type Loopback } from '#test/support/loopback.ts'

// Loaded before any story starts, so that none has to wait for a screen to be read from the disk.
await Promise.all([
  import('#renderer/accounts/account-editor.tsx'),
  import('#renderer/accounts/accounts-screen.tsx'),
  import('#renderer/app/account-switch.tsx'),
  import('#renderer/app/as-of-banner.tsx'),
  import('#renderer/app/drop-overlay.tsx'),
  import('#renderer/app/palette-overlay.tsx'),
  import('#renderer/app/shortcut-sheet.tsx'),
  import('#renderer/customers/customers-screen.tsx'),
  import('#renderer/reports/paper-menu.tsx'),
  import('#renderer/imports/import-way.ts'),
  import('#renderer/imports/imports-screen.tsx'),
  import('#renderer/imports/paste-dialog.tsx'),
  import('#renderer/imports/preview-screen.tsx'),
  import('#renderer/jobs/jobs-shown.tsx'),
  import('#renderer/app/safe-banner.tsx'),
  import('#renderer/home/ends-plot.tsx'),
  import('#renderer/home/guide-card.tsx'),
  import('#renderer/saved-views/apply-saved-view.ts'),
  import('#renderer/own/own-dialogs.tsx'),
  import('#renderer/portfolio/as-of-dialog.tsx'),
  import('#renderer/portfolio/customer-history.tsx'),
  import('#renderer/portfolio/duplicates-link.tsx'),
  import('#renderer/portfolio/news-card.tsx'),
  import('#renderer/parts/toasts.tsx'),
  import('#renderer/quick-look/quick-look.tsx'),
  import('#renderer/requests/requests-screen.tsx'),
  import('#renderer/settings/settings-screen.tsx'),
  import('#renderer/links/links-screen.tsx'),
  import('#renderer/subscriptions/subscription-table.tsx'),
  import('#renderer/subscriptions/subscriptions-screen.tsx'),
  import('#renderer/wizard/wizard.tsx'),
])

/** The page over the real router, hub and store, as a user has it in front of them. */
export type OpenPage = {
  readonly desk: Loopback
  readonly user: ReturnType<typeof userEvent.setup>
  readonly goTo: (place: string) => Promise<void>
  /** The cells of a grid's rows below the header, row by row. */
  readonly rowsOf: (grid: string) => Promise<readonly (readonly string[])[]>
}

type OpenOptions = Parameters<typeof createLoopback>[0] & {
  /** Where the window stands first; most stories are about the customers. */
  readonly at?: 'home' | 'customers'
}

/** Opens the window; `prepare` fills the portfolio before it is drawn. */
export async function openPage(
  prepare: (desk: Loopback) => unknown = () => undefined,
  { at = 'customers', ...options }: OpenOptions = {},
): Promise<OpenPage> {
  const desk = createLoopback(options)
  onTestFinished(() => desk.close())
  await prepare(desk)
  // Styles are left out: nothing here looks, and jsdom computes every role from them.
  const ui = createUiStore()
  ui.actions.restore({
    lists: null,
    ...(at === 'customers' ? { route: { screen: at, isFullPage: false } } : {}),
  })
  render(<App client={createClient(desk.bridge)} ui={ui} styles={createDOMRenderer()} />)
  await screen.findByRole('main')
  const user = userEvent.setup()
  return {
    desk,
    user,
    goTo: async (place) => {
      const navigation = await screen.findByRole('navigation', { name: /^(Main navigation|主导航)$/ })
      await user.click(within(navigation).getByRole('button', { name: place }))
    },
    rowsOf: async (grid) => {
      const rows = within(await screen.findByRole('grid', { name: grid })).getAllByRole('row')
      return rows.slice(1).map((row) =>
        within(row)
          .getAllByRole('gridcell')
          .map((cell) => cell.textContent),
      )
    },
  }
}
