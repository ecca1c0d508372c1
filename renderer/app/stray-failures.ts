import type { Client } from '#renderer/state/client.ts'
import type { UiStore } from '#renderer/state/ui-store.ts'

/** Reports what nobody caught, so that it is in the log and the user has a reference to quote. */
export function reportStrayFailures(page: Window, client: Client, ui: UiStore): void {
  const report = async (thrown: unknown): Promise<void> => {
    const reference = await reportFailure(client, thrown)
    ui.actions.set('strayFailure', reference)
  }
  page.addEventListener('unhandledrejection', (event) => {
    void report(event.reason)
  })
  page.addEventListener('error', (event) => {
    // Browsers raise this one for their own bookkeeping; nothing has failed.
    if (!event.message.startsWith('ResizeObserver loop')) {
      void report(event.error ?? event.message)
    }
  })
}

/** Writes a failure of the page to the log and answers with its reference; an empty one when even that failed. */
export async function reportFailure(client: Client, thrown: unknown): Promise<string> {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const stack = thrown instanceof Error ? thrown.stack : undefined
  try {
    const { reference } = await client.invoke('log.report', {
      message: message.slice(0, 2_000),
      ...(stack === undefined ? {} : { stack: stack.slice(0, 20_000) }),
    })
    return reference
  } catch {
    return ''
  }
}
