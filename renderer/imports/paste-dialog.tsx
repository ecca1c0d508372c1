import {
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  Field,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { FormDialog } from '#renderer/parts/form-dialog.tsx'
import { LongText } from '#renderer/parts/long-text.tsx'
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
  const read = () => {
    close()
    paste(t('importFlow.pasteName', { time: format.time(new Date().toISOString()) }), text)
  }
  return (
    <FormDialog onClose={close} onSubmit={read}>
      <DialogTitle>{t('importFlow.paste')}</DialogTitle>
      <DialogContent>
        <Field label={t('importFlow.pasteLabel')} hint={t('importFlow.pasteHint')}>
          <LongText
            className={styles.text}
            resize="none"
            spellCheck={false}
            most={mostCharacters}
            advice={t('importFlow.pasteAdvice')}
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
        </Field>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button appearance="primary" disabled={text.trim() === ''} type="submit">
          {t('importFlow.pasteAction')}
        </Button>
      </DialogActions>
    </FormDialog>
  )
}
