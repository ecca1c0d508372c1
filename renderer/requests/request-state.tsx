import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Edit16Regular } from '@fluentui/react-icons/svg/edit'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  draft: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  exported: { display: 'inline-flex', color: tokens.colorStatusSuccessForeground1 },
})

/** What the program itself knows of a request: a draft, or handed over; never that it was sent or answered. */
export function RequestState({ state }: { readonly state: ViewValue<'request.detail'>['state'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span className={styles.root}>
      <span className={styles[state]} aria-hidden>
        {state === 'draft' ? <Edit16Regular /> : <CheckmarkCircle16Regular />}
      </span>
      {t(`requests.states.${state}`)}
    </span>
  )
}
