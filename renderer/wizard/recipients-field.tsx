import {
  Field,
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  tags: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  tag: { maxWidth: '100%' },
  address: { overflowWrap: 'anywhere' },
})

type RecipientsFieldProps = {
  readonly recipients: readonly string[]
  readonly text: string
  /** Whose address the customer's contacts say requests go to. */
  readonly contact: { readonly name: string; readonly email: string } | null
}

const most = 50

/** The mail's recipients: plain addresses, each judged as it is added. */
export function RecipientsField({ recipients, text, contact }: RecipientsFieldProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { answer, moveDraft } = useUiActions()
  const [problem, setProblem] = useState<string | null>(null)

  const add = (typed: string): void => {
    const addresses = typed.split(/[\s,;，；、]+/).filter((part) => part !== '')
    const wrong = addresses.find((address) => !isEmailAddress(address))
    const fresh = [...new Set(addresses)].filter(
      (address) => isEmailAddress(address) && !recipients.includes(address),
    )
    const twice = addresses.find((address) => recipients.includes(address))
    const taken = fresh.slice(0, most - recipients.length)
    if (taken.length > 0) {
      answer({ recipients: [...recipients, ...taken] })
    }
    moveDraft({ recipientText: wrong ?? '' })
    setProblem(
      wrong !== undefined
        ? t('wizard.message.recipientInvalid', { address: wrong })
        : taken.length < fresh.length
          ? t('wizard.message.tooMany')
          : twice !== undefined
            ? t('wizard.message.recipientTwice', { address: twice })
            : null,
    )
  }

  return (
    <div className={styles.root}>
      <Field
        label={t('wizard.message.recipients')}
        hint={t('wizard.message.recipientsHint')}
        validationMessage={problem}
        validationState={problem === null ? 'none' : 'error'}
      >
        <Input
          type="text"
          inputMode="email"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => {
            setProblem(null)
            if (/[\s,;，；、]$/.test(value)) {
              add(value)
            } else {
              moveDraft({ recipientText: value })
            }
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text.trim() !== '' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              add(text)
            }
          }}
          onBlur={() => {
            if (text.trim() !== '') {
              add(text)
            }
          }}
        />
      </Field>
      {recipients.length > 0 && (
        <ul className={styles.tags}>
          {recipients.map((address) => (
            <li key={address} className={styles.tag}>
              <InteractionTag size="small" appearance="brand">
                <InteractionTagPrimary hasSecondaryAction className={styles.address}>
                  {address === contact?.email ? `${contact.name} <${address}>` : address}
                </InteractionTagPrimary>
                <InteractionTagSecondary
                  aria-label={t('wizard.message.removeRecipient')}
                  onClick={() => answer({ recipients: recipients.filter((each) => each !== address) })}
                />
              </InteractionTag>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
