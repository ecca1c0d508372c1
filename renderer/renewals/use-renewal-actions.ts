import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/domain/civil-date.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { Renewal } from './renewal-columns.tsx'

/** What the user can say of renewals; every one of them can be undone. */
export type RenewalActions = {
  readonly pin: (rows: readonly Renewal[]) => void
  /** Snoozes for some days from today; `null` ends the snooze. */
  readonly snooze: (rows: readonly Renewal[], days: number | null) => void
  readonly done: (rows: readonly Renewal[]) => void
  readonly note: (rows: readonly Renewal[], text: string) => Promise<boolean>
}

/** The marks of the worklist: they go to rows of the user's own, never to a subscription. */
export function useRenewalActions(today: string): RenewalActions {
  const { t } = useTranslation()
  const notify = useNotify()
  const { run: pin } = useCommand('renewal.pin')
  const { run: snooze } = useCommand('renewal.snooze')
  const { run: done } = useCommand('renewal.done')
  const { run: note } = useCommand('renewal.note')

  const say = useCallback(
    (result: { readonly ok: boolean; readonly error?: { readonly code: string } }, title: string) => {
      if (result.ok) {
        notify({ title, intent: 'success', canUndo: true })
      } else if (result.error !== undefined) {
        notify({ title: t(`errors.${result.error.code}` as 'errors.INTERNAL'), intent: 'error' })
      }
      return result.ok
    },
    [notify, t],
  )

  return useMemo(() => {
    const named = (rows: readonly Renewal[]) => rows.map(({ accountId, key }) => ({ accountId, key }))
    return {
      pin: (rows) => {
        const isPinned = !rows.every((row) => row.isPinned)
        void pin({ renewals: named(rows), isPinned }).then((result) =>
          say(
            result,
            t(isPinned ? 'renewals.said.pinned' : 'renewals.said.unpinned', { count: rows.length }),
          ),
        )
      },
      snooze: (rows, days) => {
        const until = days === null ? null : addDays(today, days)
        void snooze({ renewals: named(rows), until }).then((result) =>
          say(
            result,
            until === null
              ? t('renewals.said.woken', { count: rows.length })
              : t('renewals.said.snoozed', { count: rows.length, date: until }),
          ),
        )
      },
      done: (rows) => {
        const isDone = !rows.every((row) => row.state === 'done')
        void done({ renewals: named(rows), isDone }).then((result) =>
          say(result, t(isDone ? 'renewals.said.done' : 'renewals.said.reopened', { count: rows.length })),
        )
      },
      note: async (rows, text) =>
        say(await note({ renewals: named(rows), text }), t('renewals.said.noted', { count: rows.length })),
    }
  }, [pin, snooze, done, note, say, t, today])
}
