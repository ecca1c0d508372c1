import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '#renderer/parts/scope.tsx'
import { useClient, useUiStore } from '#renderer/state/page-context.tsx'
import type { ImportReply, Incoming } from '#renderer/state/ui-state.ts'
import type { ImportWay, ReadChoice } from './import-way.ts'

/** The way of files into the portfolio, one after the other, each up to its preview and its decision. */
export type ImportFlow = {
  /** Starts with dropped files, or with `null` for the system's dialog; asks for the account where it is not clear. */
  readonly start: (files: readonly File[] | null) => void
  /** Starts with a table that was copied elsewhere. */
  readonly paste: (name: string, text: string) => void
  /** Goes on once the account is known. */
  readonly preview: (accountId: string, incoming: Incoming) => Promise<void>
  /** Reads the same file again, otherwise; what it was read as before gives way. */
  readonly again: (reply: ImportReply, choice: ReadChoice) => Promise<void>
  /** Goes on with the next that waits; to a place of the program where none does. */
  readonly next: (elsewhere: () => void) => Promise<void>
  /** Takes one that waits before the others; the preview it takes the place of waits in its stead. */
  readonly open: (key: string) => Promise<void>
  /** Lets one that waits be. */
  readonly remove: (key: string) => Promise<void>
}

function dropped(file: File): Incoming {
  return { kind: 'file', file }
}

/** Brings files to their previews from anywhere in the program; what does it is fetched when it is wanted. */
export function useImportFlow(): ImportFlow {
  const { t } = useTranslation()
  const client = useClient()
  const ui = useUiStore()
  const { accounts, account } = useScope()
  return useMemo(() => {
    const way = async (take: (way: ImportWay) => void | Promise<void>): Promise<void> => {
      const { createImportWay } = await import('./import-way.ts')
      await take(createImportWay({ client, ui, accounts, account, t }))
    }
    return {
      start: (files) =>
        void way((each) =>
          each.begin(...(files === null ? [{ kind: 'dialog' as const }] : files.map(dropped))),
        ),
      paste: (name, text) => void way((each) => each.begin({ kind: 'paste', name, text })),
      preview: async (accountId, incoming) => way(async (each) => each.preview(accountId, incoming)),
      again: async (reply, choice) => way(async (each) => each.again(reply, choice)),
      next: async (elsewhere) => way(async (each) => each.next(elsewhere)),
      open: async (key) => way(async (each) => each.open(key)),
      remove: async (key) => way(async (each) => each.remove(key)),
    }
  }, [client, ui, accounts, account, t])
}
