import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '#renderer/parts/problem.tsx'
import type { CommandError } from '#renderer/state/client.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

type ViewNameDialogProps = {
  readonly title: string
  readonly name: string
  /** Says that it also asks whether the view is pinned. */
  readonly hasPin: boolean
  readonly error: CommandError | null
  readonly onSave: (name: string, isPinned: boolean) => void
  readonly onCancel: () => void
}

/** Asks what a view is called. */
export function ViewNameDialog({ title, name, hasPin, error, onSave, onCancel }: ViewNameDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [typed, setTyped] = useState(name)
  const [isPinned, setIsPinned] = useState(true)
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) {
          onCancel()
        }
      }}
    >
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() !== '') {
              onSave(typed.trim(), hasPin && isPinned)
            }
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field label={t('savedViews.name')}>
                <Input
                  autoFocus
                  value={typed}
                  maxLength={80}
                  autoComplete="off"
                  onChange={(_, { value }) => setTyped(value)}
                />
              </Field>
              {hasPin && (
                <Checkbox
                  label={t('savedViews.pinNew')}
                  checked={isPinned}
                  onChange={(_, { checked }) => setIsPinned(checked === true)}
                />
              )}
              {error !== null && <Problem error={error} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>{t('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={typed.trim() === ''}>
                {t('common.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
