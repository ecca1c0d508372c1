import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { OwnerField } from './owner-field.tsx'

type OwnerDialogProps = { readonly customerIds: readonly string[]; readonly onClose: () => void }

/** Gives many customers one owner, or takes it from them. */
export function OwnerDialog({ customerIds, onClose }: OwnerDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const assign = useCommand('owner.assign')
  const [owner, setOwner] = useState('')
  const save = async (to: string | null) => {
    const result = await assign.run({ customerIds: [...customerIds], owner: to })
    if (result.ok) {
      onClose()
      const count = result.value.customers
      notify(
        count === 0
          ? { title: t('own.owner.unchanged'), intent: 'info' }
          : { title: t('own.owner.assigned', { count }), canUndo: true },
      )
    }
  }
  return (
    <Dialog open surfaceMotion={null} onOpenChange={(_, { type }) => type === 'escapeKeyDown' && onClose()}>
      <DialogSurface backdropMotion={null} style={{ maxWidth: '440px' }}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (owner.trim() !== '') {
              void save(owner.trim())
            }
          }}
        >
          <DialogBody>
            <DialogTitle>{t('own.owner.title', { count: customerIds.length })}</DialogTitle>
            <DialogContent>
              {assign.error !== null && <Problem error={assign.error} />}
              <Field hint={t('own.owner.hint')}>
                <OwnerField label={t('own.owner.label')} value={owner} onChange={setOwner} />
              </Field>
            </DialogContent>
            <DialogActions position="start">
              <Button appearance="subtle" disabled={assign.pending} onClick={() => void save(null)}>
                {t('own.owner.clear')}
              </Button>
            </DialogActions>
            <DialogActions>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={owner.trim() === '' || assign.pending}>
                {t('common.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
