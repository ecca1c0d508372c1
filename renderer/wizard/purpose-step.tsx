import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { requestPurposes } from '#shared/domain/request-state.ts'
import type { RequestPurpose } from '#shared/domain/request-state.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
})

/** Why a relationship is asked for; it decides what the mail says. */
export function PurposeStep({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  return (
    <RadioGroup
      aria-label={t('wizard.purpose.question')}
      value={view.draft.purpose}
      disabled={view.isFixed}
      onChange={(_, { value }) => answer({ purpose: value as RequestPurpose })}
    >
      {requestPurposes.map((purpose) => (
        <Radio
          key={purpose}
          value={purpose}
          label={
            <span className={styles.choice}>
              {t(`wizard.purpose.choices.${purpose}`)}
              <Text size={200} className={styles.quiet}>
                {t(`wizard.purpose.hints.${purpose}`)}
              </Text>
            </span>
          }
        />
      ))}
    </RadioGroup>
  )
}
