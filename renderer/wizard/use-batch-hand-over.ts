import { useState } from 'react'
import type { BatchEntry } from '#renderer/state/request-draft.ts'
import { CommandError } from '#renderer/state/client.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { resellerOf } from './use-request-draft.ts'
import type { DraftView } from './use-request-draft.ts'

/** The ways a finished batch leaves the program; each writes its requests to the ledger first, once. */
export type BatchHandOver = {
  /** Writes the requests to the ledger as drafts; says whether that worked. */
  readonly keep: () => Promise<boolean>
  /** Saves a mail draft for each that has none yet, into a folder the user picks. */
  readonly saveDrafts: () => Promise<void>
  /** The request of one of the batch. @throws CommandError when the batch is refused. */
  readonly requestIdOf: (key: string) => Promise<string>
  readonly pending: boolean
  /** Says that the folder's dialog was closed: the requests are in the ledger, and no mail was saved. */
  readonly isCancelled: boolean
  readonly error: CommandError | null
}

/** Saves a batch and hands it over; what was written is remembered, so that nothing is written twice. */
export function useBatchHandOver(view: DraftView): BatchHandOver {
  const client = useClient()
  const { moveDraft, begin, end } = useUiActions()
  const [pending, setPending] = useState(false)
  const [isCancelled, setIsCancelled] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const { draft, account, entries, link } = view
  const sentBy = resellerOf(account, draft.sentBy)

  const create = async (): Promise<readonly string[]> => {
    const { requestIds } = await client.invoke('batch.create', {
      accountId: account?.id ?? '',
      ...(draft.linkId === null ? {} : { linkId: draft.linkId }),
      ...(sentBy === null ? {} : { sentBy }),
      purpose: draft.purpose,
      customers: entries.map((entry) => ({
        ...(entry.customer === null
          ? { prospect: { name: entry.name, email: entry.recipients[0] ?? '' } }
          : { customerId: entry.customer.id }),
        language: entry.inLanguage,
        recipients: entry.recipients,
        message: entry.filled,
      })),
    })
    return requestIds
  }

  const save = async (): Promise<readonly BatchEntry[]> => {
    const isMade = entries.every(({ requestId }) => requestId !== null)
    if (isMade && !draft.isUnsaved) {
      return draft.several
    }
    const ids = isMade ? null : await create()
    if (isMade) {
      for (const { requestId, inLanguage, recipients, filled } of entries) {
        await client.invoke('request.update', {
          requestId: requestId ?? '',
          language: inLanguage,
          recipients,
          ...filled,
        })
      }
    }
    const several = draft.several.map((each, index) => ({
      ...each,
      requestId: ids?.[index] ?? each.requestId,
    }))
    moveDraft({ several, fixedLink: link, isUnsaved: false })
    return several
  }

  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setPending(true)
    setError(null)
    setIsCancelled(false)
    begin('invitation.save-drafts')
    try {
      await work()
      return true
    } catch (caught) {
      if (!(caught instanceof CommandError)) {
        throw caught
      }
      if (caught.code === 'CANCELLED') {
        setIsCancelled(true)
      } else {
        setError(caught)
      }
      return false
    } finally {
      end('invitation.save-drafts')
      setPending(false)
    }
  }

  return {
    pending,
    isCancelled,
    error,
    keep: () =>
      attempt(async () => {
        await save()
      }),
    requestIdOf: async (key) => (await save()).find((each) => each.key === key)?.requestId ?? '',
    saveDrafts: async () => {
      await attempt(async () => {
        const several = await save()
        const waiting = several.filter(({ savedAs }) => savedAs === null)
        const { drafts } = await client.invoke('invitation.save-drafts', {
          requestIds: waiting.flatMap(({ requestId }) => (requestId === null ? [] : [requestId])),
          content: 'invitation',
        })
        const names = new Map(drafts.map(({ requestId, fileName }) => [requestId, fileName]))
        moveDraft({
          several: several.map((each) => ({
            ...each,
            savedAs: each.savedAs ?? names.get(each.requestId ?? '') ?? null,
          })),
        })
      })
    },
  }
}
