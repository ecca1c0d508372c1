import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle'
import { ShieldCheckmark16Regular } from '@fluentui/react-icons/svg/shield-checkmark'
import { ShieldDismiss16Regular } from '@fluentui/react-icons/svg/shield-dismiss'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

/** Yes, no, or that nobody knows. */
export type PrivilegeState = ViewValue<'customer.detail'>['delegatedPrivileges']

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    whiteSpace: 'nowrap',
    verticalAlign: 'middle',
    '& svg': { flexShrink: 0 },
  },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusWarningForeground2 },
  unknown: { color: tokens.colorNeutralForeground3 },
})

const icons = {
  yes: ShieldCheckmark16Regular,
  no: ShieldDismiss16Regular,
  unknown: QuestionCircle16Regular,
} as const

/** Whether delegated privileges are granted: a sign and a word, never a colour alone. */
export function PrivilegeStateMark({ state }: { readonly state: PrivilegeState }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const Icon = icons[state]
  return (
    <span className={mergeClasses(styles.root, styles[state])}>
      <Icon aria-hidden />
      {t(`own.privileges.states.${state}`)}
    </span>
  )
}
