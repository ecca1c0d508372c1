import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  root: { width: '100%' },
  name: { flex: 1, minWidth: 0, maxWidth: '320px' },
})

/** Who the user is, as owners of customers are named. */
export function ProfileField() {
  const { t } = useTranslation()
  const styles = useStyles()
  const kept = useView('profile.current', {}).value?.name
  const update = useCommand('profile.update')
  /** `null` while the name stands as it is kept. */
  const [typed, setTyped] = useState<string | null>(null)
  const isChanged = typed !== null && typed.trim() !== kept
  const save = async () => {
    if (isChanged && (await update.run({ name: typed.trim() })).ok) {
      setTyped(null)
    }
  }
  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {update.error !== null && <Problem error={update.error} />}
      <Field label={t('own.profile.name')} hint={t('own.profile.hint')}>
        <Input
          className={styles.name}
          value={typed ?? kept ?? ''}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
          contentAfter={
            isChanged ? (
              <Button size="small" type="submit" appearance="transparent" disabled={update.pending}>
                {t('common.save')}
              </Button>
            ) : null
          }
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => void save()}
        />
      </Field>
    </form>
  )
}
