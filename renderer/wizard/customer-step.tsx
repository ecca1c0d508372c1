import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import type { RequestDraft } from '#renderer/state/request-draft.ts'
import { BatchList, BatchStep } from './batch-step.tsx'
import { CustomerPicker } from './customer-picker.tsx'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  chosen: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  words: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  kinds: { flexWrap: 'wrap' },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** Whom the request is for: a customer of the portfolio, or somebody in no list yet. */
export function CustomerStep({ view }: { readonly view: DraftView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer } = useUiActions()
  const { draft, isFixed, customerName } = view

  if (isFixed) {
    return (
      <>
        {draft.kind === 'several' ? (
          <BatchList entries={draft.several} />
        ) : (
          <ChosenCard name={customerName} detail={draft.customer?.domain ?? draft.prospectEmail} />
        )}
        <Text className={styles.quiet}>{t('wizard.customer.fixed')}</Text>
      </>
    )
  }
  const email = draft.prospectEmail.trim()
  const isEmailWrong = email !== '' && !isEmailAddress(email)
  return (
    <>
      <RadioGroup
        layout="horizontal"
        className={styles.kinds}
        aria-label={t('wizard.customer.kind')}
        value={draft.kind}
        onChange={(_, { value }) => answer({ kind: value as RequestDraft['kind'] })}
      >
        <Radio value="customer" label={t('wizard.customer.existing')} />
        <Radio value="prospect" label={t('wizard.customer.prospect')} />
        <Radio value="several" label={t('wizard.several.choice')} />
      </RadioGroup>
      {draft.kind === 'several' ? (
        <BatchStep view={view} />
      ) : draft.kind === 'prospect' ? (
        <div className={styles.fields}>
          <Field label={t('wizard.customer.prospectName')} required>
            <Input
              value={draft.prospectName}
              maxLength={200}
              onChange={(_, { value }) => answer({ prospectName: value })}
              autoComplete="off"
            />
          </Field>
          <Field
            label={t('wizard.customer.prospectEmail')}
            required
            hint={t('wizard.customer.prospectEmailHint')}
            validationMessage={isEmailWrong ? t('wizard.message.recipientInvalid', { address: email }) : null}
            validationState={isEmailWrong ? 'error' : 'none'}
          >
            <Input
              type="email"
              value={draft.prospectEmail}
              maxLength={320}
              onChange={(_, { value }) => answer({ prospectEmail: value })}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
        </div>
      ) : draft.customer === null ? (
        <CustomerPicker view={view} onChoose={(customer) => answer({ kind: 'customer', customer })} />
      ) : (
        <ChosenCard
          name={draft.customer.name}
          detail={draft.customer.domain}
          onChange={() => answer({ customer: null })}
        />
      )}
    </>
  )
}

type ChosenCardProps = {
  readonly name: string
  readonly detail: string | null
  readonly onChange?: () => void
}

function ChosenCard({ name, detail, onChange }: ChosenCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <section className={styles.chosen} aria-label={t('wizard.customer.chosen')}>
      <div className={styles.words}>
        <Text weight="semibold" size={400}>
          {name}
        </Text>
        {detail !== null && detail !== '' && <Text className={styles.quiet}>{detail}</Text>}
      </div>
      {onChange !== undefined && <Button onClick={onChange}>{t('wizard.customer.change')}</Button>}
    </section>
  )
}
