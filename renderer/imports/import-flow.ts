import { useCallback } from 'react'
import type { CommandInput } from '#shared/protocol.ts'
import { useScope } from '#renderer/parts/scope.tsx'
import { CommandError } from '#renderer/state/client.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import type { ImportReply, Incoming } from '#renderer/state/ui-state.ts'

/** How a file is to be read, where the user says so. */
export type ReadChoice = Omit<CommandInput<'import.preview'>, 'accountId' | 'sourceId'>

/** The way of a file into the portfolio, up to its preview. */
export type ImportFlow = {
  /** Starts with a dropped file, or with `null` for the system's dialog; asks for the account where it is not clear. */
  readonly start: (file: File | null) => void
  /** Starts with a table that was copied elsewhere. */
  readonly paste: (name: string, text: string) => void
  /** Goes on once the account is known. */
  readonly preview: (accountId: string, incoming: Incoming) => Promise<void>
  /** Reads the same file again, otherwise; what it was read as before gives way. */
  readonly again: (reply: ImportReply, choice: ReadChoice) => Promise<void>
}

/** Brings a file to its preview from anywhere in the program. */
export function useImportFlow(): ImportFlow {
  const client = useClient()
  const { accounts, account } = useScope()
  const { set, go, begin, end } = useUiActions()

  const read = useCallback(
    async (fileName: string | null, work: () => Promise<ImportReply>): Promise<void> => {
      set('importRefusal', null)
      begin('import.preview')
      try {
        set('importReply', await work())
        go({ screen: 'import-preview' })
      } catch (caught) {
        if (!(caught instanceof CommandError)) {
          throw caught
        }
        if (caught.code !== 'CANCELLED') {
          set('importRefusal', { code: caught.code, data: caught.data, fileName })
          go({ screen: 'imports' })
        }
      } finally {
        end('import.preview')
      }
    },
    [set, go, begin, end],
  )

  const preview = useCallback(
    async (accountId: string, incoming: Incoming): Promise<void> => {
      set('pendingImport', null)
      await read(nameOf(incoming), async () => {
        if (incoming.kind === 'paste') {
          return client.invoke('import.paste', { accountId, name: incoming.name, text: incoming.text })
        }
        const grant = incoming.file === null ? undefined : await client.grantFile(incoming.file)
        if (grant === null) {
          throw new CommandError('import.preview', {
            code: 'FILE_NOT_READABLE',
            message: 'no grant',
            data: {},
          })
        }
        return client.invoke('import.preview', { accountId }, grant)
      })
    },
    [client, set, read],
  )

  const again = useCallback(
    async (reply: ImportReply, choice: ReadChoice): Promise<void> =>
      read(reply.fileName, async () => {
        const { accountId, sourceId } = reply
        const next = await client.invoke('import.preview', { accountId, sourceId, ...choice })
        if (reply.step === 'changes') {
          await client.invoke('import.discard', { previewId: reply.previewId }).catch(() => undefined)
        }
        return next
      }),
    [client, read],
  )

  const begun = useCallback(
    (incoming: Incoming): void => {
      // Real files never go into the sample account: removing the sample would take them along.
      const eligible = accounts.filter((each) => !each.isSample)
      const chosen =
        eligible.find((each) => each.id === account?.id) ?? (eligible.length === 1 ? eligible[0] : undefined)
      if (chosen !== undefined) {
        void preview(chosen.id, incoming)
        return
      }
      set('pendingImport', incoming)
      if (eligible.length === 0) {
        set('accountEditor', { accountId: null })
      }
    },
    [accounts, account, preview, set],
  )
  const start = useCallback((file: File | null) => begun({ kind: 'file', file }), [begun])
  const paste = useCallback((name: string, text: string) => begun({ kind: 'paste', name, text }), [begun])

  return { start, paste, preview, again }
}

/** The choices a reply was read with, so that reading again changes only what is meant to change. */
export function choiceOf({ encoding, delimiter, sheet, dateOrder, customerId }: ImportReply): ReadChoice {
  return {
    ...(encoding === null || delimiter === null ? {} : { encoding, delimiter }),
    ...(sheet === null ? {} : { sheet }),
    ...(dateOrder === null ? {} : { dateOrder }),
    ...(customerId === null ? {} : { customerId }),
  }
}

/** What a file on its way in is called; `null` while it is still to be chosen. */
export function nameOf(incoming: Incoming): string | null {
  return incoming.kind === 'paste' ? incoming.name : (incoming.file?.name ?? null)
}
