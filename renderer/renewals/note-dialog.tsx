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
import { LongText } from '#renderer/parts/long-text.tsx'

type NoteDialogProps = {
  readonly note: string
  readonly onSave: (text: string) => void
  readonly onClose: () => void
}

/** Asks for the user's own note on a renewal; an empty one takes the note away. */
export function NoteDialog({ note, onSave, onClose }: NoteDialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(note)
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSave(text)
          }}
        >
          <DialogBody>
            <DialogTitle>{t('renewals.noteTitle')}</DialogTitle>
            <DialogContent>
              <Field label={t('renewals.columns.note')} hint={t('renewals.noteHint')}>
                <LongText
                  autoFocus
                  rows={4}
                  most={2_000}
                  resize="vertical"
                  value={text}
                  onChange={(_, { value }) => setText(value)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                      onSave(text)
                    }
                  }}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common.cancel')}</Button>
              <Button type="submit" appearance="primary">
                {t('renewals.noteSave')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
