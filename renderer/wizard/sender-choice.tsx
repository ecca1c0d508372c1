import { Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
})

/** An indirect provider sends its invitation itself, or hands it to a reseller that does; either way it owns what comes of it. */
export function SenderChoice({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const { draft, isFixed } = view
  const { sentBy } = draft
  return (
    <div className={styles.root}>
      <Field label={t('wizard.sender.question')}>
        <RadioGroup
          layout="horizontal"
          value={sentBy === null ? 'us' : 'reseller'}
          disabled={isFixed}
          onChange={(_, { value }) => answer({ sentBy: value === 'us' ? null : '' })}
        >
          <Radio value="us" label={t('wizard.sender.us')} />
          <Radio value="reseller" label={t('wizard.sender.reseller')} />
        </RadioGroup>
      </Field>
      {sentBy !== null && (
        <Field label={t('wizard.sender.name')} required>
          <Input
            value={sentBy}
            maxLength={200}
            disabled={isFixed}
            autoComplete="off"
            onChange={(_, { value }) => answer({ sentBy: value })}
          />
        </Field>
      )}
      <Text size={200} className={styles.quiet}>
        {t(sentBy === null ? 'wizard.sender.hintUs' : 'wizard.sender.hintReseller')}
      </Text>
    </div>
  )
}
