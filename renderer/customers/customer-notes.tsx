import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    maxWidth: '720px',
  },
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: tokens.spacingVerticalS },
  field: { width: '100%' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  note: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** The user's own notes on a customer, newest first. */
export function CustomerNotes({ customer }: { readonly customer: ViewValue<'customer.detail'> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const text = useUi((state) => state.noteTexts[customer.id] ?? '')
  const { setNoteText } = useUiActions()
  const add = useCommand('customer.note')

  const save = async () => {
    const result = await add.run({ customerId: customer.id, text })
    if (result.ok) {
      setNoteText(customer.id, '')
      notify({ title: t('customers.noteAdded'), body: customer.name, canUndo: true })
    }
  }

  return (
    <div className={styles.root}>
      <div className={styles.form}>
        <Field label={t('customers.note')} hint={t('customers.noNotesHint')} className={styles.field}>
          <Textarea
            value={text}
            rows={3}
            maxLength={20_000}
            resize="vertical"
            onChange={(_, { value }) => setNoteText(customer.id, value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') {
                void save()
              }
            }}
          />
        </Field>
        <Button disabled={text.trim() === '' || add.pending} onClick={() => void save()}>
          {t('customers.addNote')}
        </Button>
      </div>
      {add.error !== null && <Problem error={add.error} />}
      {customer.notes.length === 0 ? (
        <Text className={styles.quiet}>{t('customers.noNotes')}</Text>
      ) : (
        <ul className={styles.list} aria-label={t('customers.notes')}>
          {customer.notes.map((note) => (
            <li key={note.id} className={styles.note}>
              <Text size={200} className={styles.quiet}>
                {format.time(note.createdAt)}
              </Text>
              <Text className={styles.text}>{note.text}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
