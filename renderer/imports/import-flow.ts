import { useCallback } from 'react'
import { CommandError } from '#renderer/state/client.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { useScope } from '#renderer/parts/scope.tsx'

/** The way of a file into the portfolio, up to its preview. */
export type ImportFlow = {
  /** Starts with a dropped file, or with `null` for the system's dialog; asks for the account where it is not clear. */
  readonly start: (file: File | null) => void
  /** Goes on once the account is known. */
  readonly preview: (accountId: string, file: File | null) => Promise<void>
}

/** Brings a file to its preview from anywhere in the program. */
export function useImportFlow(): ImportFlow {
  const client = useClient()
  const { accounts, account } = useScope()
  const { set, go, begin, end } = useUiActions()

  const preview = useCallback(
    async (accountId: string, file: File | null): Promise<void> => {
      set('pendingImport', null)
      set('importRefusal', null)
      begin('import.preview')
      try {
        const grant = file === null ? undefined : await client.grantFile(file)
        if (grant === null) {
          throw new CommandError('import.preview', {
            code: 'FILE_NOT_READABLE',
            message: 'no grant',
            data: {},
          })
        }
        const reply = await client.invoke('import.preview', { accountId }, grant)
        if (reply.step !== 'changes') {
          throw new CommandError('import.preview', {
            code: 'FILE_SHAPE_UNKNOWN',
            message: 'the file asks a question',
            data: { columns: reply.header.slice(0, 12) },
          })
        }
        set('importPreview', reply)
        go({ screen: 'import-preview' })
      } catch (caught) {
        if (!(caught instanceof CommandError)) {
          throw caught
        }
        if (caught.code !== 'CANCELLED') {
          set('importRefusal', { code: caught.code, data: caught.data, fileName: file?.name ?? null })
          go({ screen: 'imports' })
        }
      } finally {
        end('import.preview')
      }
    },
    [client, set, go, begin, end],
  )

  const start = useCallback(
    (file: File | null): void => {
      // Real files never go into the sample account: removing the sample would take them along.
      const eligible = accounts.filter((each) => !each.isSample)
      const chosen =
        eligible.find((each) => each.id === account?.id) ?? (eligible.length === 1 ? eligible[0] : undefined)
      if (chosen !== undefined) {
        void preview(chosen.id, file)
        return
      }
      set('pendingImport', { file })
      if (eligible.length === 0) {
        set('accountEditor', { accountId: null })
      }
    },
    [accounts, account, preview, set],
  )

  return { start, preview }
}
