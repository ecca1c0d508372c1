import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ArrowStepInRightRegular } from '@fluentui/react-icons/svg/arrow-step-in-right'
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, civilDateOf } from '#shared/domain/civil-date.ts'
import { canMove, isWaiting, needsReason, nextStates } from '#shared/domain/request-state.ts'
import type { RequestState } from '#shared/domain/request-state.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { LongText } from '#renderer/parts/long-text.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

type Request = Pick<ViewValue<'request.list'>['rows'][number], 'id' | 'kind' | 'state' | 'remindOn'>

/** The steps every one of these requests can take next. */
export function stepsOf(requests: readonly Pick<Request, 'kind' | 'state'>[]): readonly RequestState[] {
  const [first] = requests
  return first === undefined
    ? []
    : nextStates(first.kind, first.state).filter(
        (to) => to !== 'exported' && requests.every(({ kind, state }) => canMove(kind, state, to)),
      )
}

type StepProps = {
  readonly requests: readonly Request[]
  readonly size?: 'small' | 'medium'
}

/** Says what has happened to one request, or to several at once; what needs a reason asks for it. */
export function StepMenu({ requests, size = 'medium' }: StepProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const move = useCommand('request.move')
  const [asked, setAsked] = useState<'accepted' | 'declined' | null>(null)
  const steps = stepsOf(requests)

  const take = async (to: RequestState, note?: string): Promise<boolean> => {
    const requestIds = requests.map(({ id }) => id)
    const done = await move.run({ requestIds, to, ...(note === undefined ? {} : { note }) })
    if (done.ok) {
      notify({
        title: t('ledger.moved', { count: requests.length, state: t(`requests.states.${to}`) }),
        canUndo: true,
      })
    }
    return done.ok
  }
  if (steps.length === 0) {
    return null
  }
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size={size} icon={<ArrowStepInRightRegular />}>
            {t('ledger.move')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {steps.map((to) => (
              <MenuItem
                key={to}
                onClick={() =>
                  needsReason(to) ? setAsked(to === 'accepted' ? 'accepted' : 'declined') : void take(to)
                }
              >
                {t(`ledger.moveTo.${to}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {move.error !== null && <Problem error={move.error} />}
      {asked !== null && (
        <ReasonDialog
          to={asked}
          onClose={() => setAsked(null)}
          onNote={async (note) => {
            if (await take(asked, note)) {
              setAsked(null)
            }
          }}
        />
      )}
    </>
  )
}

type ReasonDialogProps = {
  readonly to: 'accepted' | 'declined'
  readonly onClose: () => void
  readonly onNote: (note: string) => Promise<void>
}

function ReasonDialog({ to, onClose, onNote }: ReasonDialogProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <Dialog open surfaceMotion={null} onOpenChange={(_, { type }) => type === 'escapeKeyDown' && onClose()}>
      <DialogSurface backdropMotion={null}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void onNote(note.trim())
          }}
        >
          <DialogBody>
            <DialogTitle>{t(`ledger.reasonTitle.${to}`)}</DialogTitle>
            <DialogContent>
              <Field label={t('ledger.reason')} hint={t(`ledger.reasonHint.${to}`)} required>
                <LongText
                  value={note}
                  most={2_000}
                  autoFocus
                  rows={3}
                  onChange={(_, { value }) => setNote(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={note.trim() === ''}>
                {t('ledger.note')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

const snoozes = [1, 3, 7, 14, 30] as const

/** Sets the day to ask again, or none. */
export function RemindMenu({ requests, size = 'medium' }: StepProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const schedule = useCommand('request.schedule')
  if (requests.length === 0 || !requests.every(({ state }) => isWaiting(state))) {
    return null
  }
  const [only] = requests.length === 1 ? requests : []
  const set = async (remindOn: string | null) => {
    if ((await schedule.run({ requestIds: requests.map(({ id }) => id), remindOn })).ok) {
      notify({
        title:
          remindOn === null
            ? t('ledger.unscheduled')
            : t('ledger.scheduled', { count: requests.length, date: remindOn }),
        canUndo: true,
      })
    }
  }
  const today = civilDateOf(new Date())
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size={size} icon={<ClockAlarmRegular />}>
            {only !== undefined && only.remindOn !== null
              ? t('ledger.remindOn', { date: only.remindOn })
              : t('ledger.remind')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {snoozes.map((days) => {
              const date = addDays(today, days)
              return (
                <MenuItem key={days} secondaryContent={date} onClick={() => void set(date)}>
                  {t('ledger.remindIn', { count: days })}
                </MenuItem>
              )
            })}
            <MenuItem onClick={() => void set(null)}>{t('ledger.remindNone')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {schedule.error !== null && <Problem error={schedule.error} />}
    </>
  )
}
