import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useImportFlow } from './import-flow.ts'

const useStyles = makeStyles({
  text: {
    width: '100%',
    maxWidth: 'none',
    '& textarea': { fontFamily: tokens.fontFamilyMonospace, height: '220px', maxHeight: '220px' },
  },
})

/** The most characters one pasted table may have: more is a file. */
const mostCharacters = 900_000

/** Takes a table that was copied in a spreadsheet or on a page. */
export function PasteDialog() {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { set } = useUiActions()
  const { paste } = useImportFlow()
  const [text, setText] = useState('')
  const close = () => set('overlay', null)
  return (
    <Dialog open surfaceMotion={null} onOpenChange={close}>
      <DialogSurface backdropMotion={null}>
        <DialogBody>
          <DialogTitle>{t('importFlow.paste')}</DialogTitle>
          <DialogContent>
            <Field label={t('importFlow.pasteLabel')} hint={t('importFlow.pasteHint')}>
              <Textarea
                className={styles.text}
                resize="none"
                spellCheck={false}
                maxLength={mostCharacters}
                value={text}
                onChange={(_, { value }) => setText(value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button
              appearance="primary"
              disabled={text.trim() === ''}
              onClick={() => {
                close()
                paste(t('importFlow.pasteName', { time: format.time(new Date().toISOString()) }), text)
              }}
            >
              {t('importFlow.pasteAction')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
