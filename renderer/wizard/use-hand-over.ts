import { useState } from 'react'
import { CommandError } from '#renderer/state/client.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { resellerOf } from './use-request-draft.ts'
import type { DraftView } from './use-request-draft.ts'

/** The ways a finished request leaves the program; each writes it to the ledger first. */
export type HandOver = {
  readonly exportEml: () => Promise<void>
  readonly copy: (format: 'rich' | 'text') => Promise<void>
  /** Writes the request to the ledger as a draft; says whether that worked. */
  readonly keep: () => Promise<boolean>
  /** The same for what hands it over by itself: the request's id. @throws CommandError when it is refused. */
  readonly save: () => Promise<string>
  readonly pending: boolean
  readonly error: CommandError | null
}

/** Saves the request and hands it over; nothing here sends anything. */
export function useHandOver(view: DraftView): HandOver {
  const client = useClient()
  const { moveDraft, begin, end } = useUiActions()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const { draft, account, customerName, language, message } = view
  const sentBy = resellerOf(account, draft.sentBy)

  const save = async (): Promise<string> => {
    const content = { language, recipients: draft.recipients, ...message }
    if (draft.requestId !== null) {
      if (draft.isUnsaved) {
        await client.invoke('request.update', { requestId: draft.requestId, ...content })
        moveDraft({ isUnsaved: false })
      }
      return draft.requestId
    }
    const { id } = await client.invoke('request.create', {
      accountId: account?.id ?? '',
      purpose: draft.purpose,
      ...(draft.linkId === null ? {} : { linkId: draft.linkId }),
      ...(sentBy === null ? {} : { sentBy }),
      ...(draft.kind === 'prospect'
        ? { prospect: { name: customerName, email: draft.prospectEmail.trim() } }
        : { customerId: draft.customer?.id ?? '' }),
      ...content,
    })
    moveDraft({ requestId: id, fixedLink: view.link, isUnsaved: false })
    return id
  }

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setPending(true)
    setError(null)
    try {
      await work()
      return true
    } catch (caught) {
      if (!(caught instanceof CommandError)) {
        throw caught
      }
      if (caught.code !== 'CANCELLED') {
        setError(caught)
      }
      return false
    } finally {
      setPending(false)
    }
  }

  return {
    pending,
    error,
    save,
    keep: () =>
      attempt(async () => {
        await save()
      }),
    exportEml: async () => {
      await attempt(async () => {
        const requestId = await save()
        begin('request.export')
        try {
          const { fileName, fileHandle } = await client.invoke('request.export', { requestId, format: 'eml' })
          moveDraft({ exported: { fileName, fileHandle } })
        } finally {
          end('request.export')
        }
      })
    },
    copy: async (format) => {
      await attempt(async () => {
        const requestId = await save()
        await client.invoke('request.copy', { requestId, format })
        moveDraft({ copied: format })
      })
    },
  }
}
