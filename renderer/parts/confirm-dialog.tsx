import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { CommandError } from '#renderer/state/client.ts'
import { Problem } from './problem.tsx'

type ConfirmDialogProps = {
  readonly title: string
  readonly text: string
  /** What the button says it does. */
  readonly action: string
  readonly error: CommandError | null
  readonly onCancel: () => void
  readonly onConfirm: () => Promise<void>
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ title, text, action, error, onCancel, onConfirm }: ConfirmDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog open surfaceMotion={null} modalType="alert" onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {text}
            {error !== null && <Problem error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onCancel}>{t('common.cancel')}</Button>
            <Button appearance="primary" onClick={() => void onConfirm()}>
              {action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
