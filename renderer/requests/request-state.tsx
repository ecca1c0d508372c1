import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockAlarm16Regular } from '@fluentui/react-icons/svg/clock-alarm'
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { Hourglass16Regular } from '@fluentui/react-icons/svg/hourglass'
import { MailArrowUp16Regular } from '@fluentui/react-icons/svg/mail-arrow-up'
import { Send16Regular } from '@fluentui/react-icons/svg/send'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestState as State } from '#shared/domain/request-state.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    maxWidth: '100%',
    minWidth: 0,
  },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  icon: { display: 'inline-flex' },
  quiet: { color: tokens.colorNeutralForeground3 },
  waiting: { color: tokens.colorBrandForeground1 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  ended: { color: tokens.colorStatusWarningForeground2 },
})

type Look = {
  readonly Icon: ComponentType<{ readonly className?: string }>
  readonly tone: 'quiet' | 'waiting' | 'good' | 'ended'
}

const looks: { readonly [S in State]: Look } = {
  draft: { Icon: Edit16Regular, tone: 'quiet' },
  exported: { Icon: MailArrowUp16Regular, tone: 'waiting' },
  sent: { Icon: Send16Regular, tone: 'waiting' },
  reminded: { Icon: ClockAlarm16Regular, tone: 'waiting' },
  accepted: { Icon: CheckmarkCircle16Regular, tone: 'good' },
  declined: { Icon: DismissCircle16Regular, tone: 'ended' },
  withdrawn: { Icon: SubtractCircle16Regular, tone: 'quiet' },
  superseded: { Icon: SubtractCircle16Regular, tone: 'quiet' },
  'approval-pending': { Icon: Hourglass16Regular, tone: 'waiting' },
  approved: { Icon: CheckmarkCircle16Regular, tone: 'good' },
  activating: { Icon: Hourglass16Regular, tone: 'waiting' },
  active: { Icon: CheckmarkCircle16Regular, tone: 'good' },
  expiring: { Icon: Hourglass16Regular, tone: 'ended' },
  expired: { Icon: DismissCircle16Regular, tone: 'ended' },
  'termination-requested': { Icon: Hourglass16Regular, tone: 'ended' },
  terminating: { Icon: Hourglass16Regular, tone: 'ended' },
  terminated: { Icon: SubtractCircle16Regular, tone: 'quiet' },
}

/** A request's state in honest words: what the user did or saw, or a documented state of granular privileges. */
export function RequestState({ state }: { readonly state: State }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { Icon, tone } = looks[state]
  const words = t(`requests.states.${state}`)
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
        <Icon />
      </span>
      <span className={styles.words} title={words}>
        {words}
      </span>
    </span>
  )
}
