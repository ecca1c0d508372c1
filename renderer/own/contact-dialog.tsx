import {
  Button,
  Checkbox,
  DialogActions,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { FormDialog } from '#renderer/parts/form-dialog.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

/** A person at a customer. */
export type Contact = ViewValue<'customer.detail'>['contacts'][number]

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  content: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  wide: { gridColumn: '1 / -1' },
})

type ContactDialogProps = {
  readonly customerId: string
  /** `null` for a new one. */
  readonly contact: Contact | null
  readonly onClose: () => void
  readonly onSaved: (name: string) => void
}

/** Adds a person to a customer, or changes one. */
export function ContactDialog({ customerId, contact, onClose, onSaved }: ContactDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const create = useCommand('contact.create')
  const update = useCommand('contact.update')
  const [form, setForm] = useState({
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    language: contact?.language ?? null,
    receivesRequests: contact?.receivesRequests ?? false,
  })
  const [isTried, setIsTried] = useState(false)
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const { pending, error } = contact === null ? create : update
  const address = form.email.trim()
  const nameProblem = form.name.trim() === '' ? t('own.contacts.nameProblem') : null
  const emailProblem =
    address === ''
      ? form.receivesRequests
        ? t('own.contacts.emailMissing')
        : null
      : isEmailAddress(address)
        ? null
        : t('own.contacts.emailProblem')

  const save = async () => {
    setIsTried(true)
    if (nameProblem !== null || emailProblem !== null) {
      return
    }
    const fields = { ...form, name: form.name.trim(), email: address }
    const result =
      contact === null
        ? await create.run({ customerId, ...fields })
        : await update.run({ contactId: contact.id, ...fields })
    if (result.ok) {
      onSaved(fields.name)
    }
  }

  return (
    <FormDialog className={styles.surface} onClose={onClose} onSubmit={() => void save()}>
      <DialogTitle>{t(contact === null ? 'own.contacts.addTitle' : 'own.contacts.editTitle')}</DialogTitle>
      <DialogContent className={styles.content}>
        {error !== null && (
          <div className={styles.wide}>
            <Problem error={error} />
          </div>
        )}
        <Field label={t('own.contacts.name')} required validationMessage={isTried ? nameProblem : null}>
          <Input
            autoFocus
            value={form.name}
            maxLength={200}
            autoComplete="off"
            onChange={(_, { value }) => change({ name: value })}
          />
        </Field>
        <Field label={t('own.contacts.role')}>
          <Input
            value={form.role}
            maxLength={200}
            autoComplete="off"
            onChange={(_, { value }) => change({ role: value })}
          />
        </Field>
        <Field
          label={t('own.contacts.email')}
          className={styles.wide}
          validationMessage={isTried ? emailProblem : null}
        >
          <Input
            type="email"
            value={form.email}
            maxLength={320}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => change({ email: value })}
          />
        </Field>
        <Field label={t('own.contacts.phone')}>
          <Input
            type="tel"
            value={form.phone}
            maxLength={64}
            autoComplete="off"
            onChange={(_, { value }) => change({ phone: value })}
          />
        </Field>
        <Field label={t('own.contacts.language')}>
          <Select
            value={form.language ?? ''}
            onChange={(_, { value }) => change({ language: value === '' ? null : (value as Language) })}
          >
            <option value="">{t('own.contacts.languageUnknown')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {t(`languages.${language}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field hint={t('own.contacts.receivesHint')} className={styles.wide}>
          <Checkbox
            label={t('own.contacts.receives')}
            checked={form.receivesRequests}
            onChange={(_, { checked }) => change({ receivesRequests: checked === true })}
          />
        </Field>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" appearance="primary" disabled={pending}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </FormDialog>
  )
}
