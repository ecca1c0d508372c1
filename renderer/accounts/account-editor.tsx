import {
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDialog } from '#renderer/parts/form-dialog.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { AccountFields } from './account-fields.tsx'
import { changeOf, creationOf, formOf, problemsOf, refusedFields, type AccountForm } from './account-form.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '720px' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
})

type AccountEditorProps = {
  /** `null` for a new account. */
  readonly accountId: string | null
  /** Says that a file waits for the account. */
  readonly isForImport: boolean
  readonly onClose: () => void
  readonly onSaved: (accountId: string, isNew: boolean) => void
}

/** Creates a partner account, or edits one. */
export function AccountEditor({ accountId, isForImport, onClose, onSaved }: AccountEditorProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { accounts } = useScope()
  const [form, setForm] = useState<AccountForm>(() =>
    formOf(accounts.find((account) => account.id === accountId)),
  )
  const [isTried, setIsTried] = useState(false)
  const create = useCommand('account.create')
  const update = useCommand('account.update')
  const { pending, error } = accountId === null ? create : update
  const refused = refusedFields(error)
  const problems = isTried ? [...new Set([...problemsOf(form), ...refused])] : []

  const save = async () => {
    setIsTried(true)
    // Asked although the page sees problems itself: main names the other fields it refuses, all at once.
    const result =
      accountId === null ? await create.run(creationOf(form)) : await update.run(changeOf(accountId, form))
    if (result.ok) {
      onSaved(result.value.id, accountId === null)
    }
  }

  return (
    <FormDialog className={styles.surface} onClose={onClose} onSubmit={() => void save()}>
      <DialogTitle>{t(accountId === null ? 'accounts.createTitle' : 'accounts.editTitle')}</DialogTitle>
      <DialogContent className={styles.form}>
        {isForImport && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{t('accounts.forImport')}</MessageBarBody>
          </MessageBar>
        )}
        {error !== null && refused.length === 0 && <Problem error={error} />}
        <AccountFields
          form={form}
          problems={problems}
          onChange={(change) => {
            setForm((current) => ({ ...current, ...change }))
            create.reset()
            update.reset()
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button appearance="primary" type="submit" disabled={pending}>
          {t(accountId === null ? 'accounts.add' : 'common.save')}
        </Button>
      </DialogActions>
    </FormDialog>
  )
}
