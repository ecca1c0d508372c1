import { Button, Field, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { LongText } from '#renderer/parts/long-text.tsx'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOf } from '#renderer/state/as-of.ts'
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
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '24px' },
  date: { flex: 1, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  buttons: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
})

/** The user's own notes on a customer, newest first. */
export function CustomerNotes({ customer }: { readonly customer: ViewValue<'customer.detail'> }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const text = useUi((state) => state.noteTexts[customer.id] ?? '')
  const { setNoteText } = useUiActions()
  const isToday = useAsOf() === null
  const add = useCommand('customer.note')

  const save = async () => {
    const result = await add.run({ customerId: customer.id, text })
    if (result.ok) {
      setNoteText(customer.id, null)
      notify({
        title: t('customers.noteAdded'),
        subject: { text: customer.name, customerId: customer.id },
        canUndo: true,
      })
    }
  }

  return (
    <div className={styles.root}>
      {isToday && (
        <div className={styles.form}>
          <Field label={t('customers.note')} hint={t('customers.noNotesHint')} className={styles.field}>
            <LongText
              value={text}
              rows={3}
              most={20_000}
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
      )}
      {add.error !== null && <Problem error={add.error} />}
      {customer.notes.length === 0 ? (
        <Text className={styles.quiet}>{t('customers.noNotes')}</Text>
      ) : (
        <ul className={styles.list} aria-label={t('customers.notes')}>
          {customer.notes.map((note) => (
            <Note key={note.id} note={note} customerId={customer.id} customerName={customer.name} />
          ))}
        </ul>
      )}
    </div>
  )
}

type NoteProps = {
  readonly note: ViewValue<'customer.detail'>['notes'][number]
  readonly customerId: string
  readonly customerName: string
}

/** One note, which can be changed and removed; what is half changed stays over a look elsewhere. */
function Note({ note, customerId, customerName }: NoteProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const { setNoteText } = useUiActions()
  const typed = useUi((state) => state.noteTexts[note.id])
  const isToday = useAsOf() === null
  const update = useCommand('note.update')
  const remove = useCommand('note.remove')
  const error = update.error ?? remove.error
  const date = format.time(note.createdAt)
  const isEditing = typed !== undefined
  const leave = () => setNoteText(note.id, null)
  const save = async () => {
    if (typed === note.text) {
      leave()
    } else if ((await update.run({ noteId: note.id, text: typed ?? '' })).ok) {
      leave()
      notify({ title: t('own.notes.saved'), subject: { text: customerName, customerId }, canUndo: true })
    }
  }
  const drop = async () => {
    if ((await remove.run({ noteId: note.id })).ok) {
      notify({ title: t('own.notes.removed'), subject: { text: customerName, customerId }, canUndo: true })
    }
  }

  return (
    <li className={styles.note}>
      <div className={styles.line}>
        <Text size={200} className={styles.date}>
          {note.editedAt === null
            ? date
            : t('own.notes.edited', { date, edited: format.time(note.editedAt) })}
        </Text>
        {!isEditing && isToday && (
          <>
            <Tooltip content={t('own.notes.edit', { date })} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                icon={<EditRegular />}
                onClick={() => setNoteText(note.id, note.text)}
              />
            </Tooltip>
            <Tooltip content={t('own.notes.remove', { date })} relationship="label">
              <Button
                size="small"
                appearance="subtle"
                icon={<DeleteRegular />}
                disabled={remove.pending}
                onClick={() => void drop()}
              />
            </Tooltip>
          </>
        )}
      </div>
      {error !== null && <Problem error={error} />}
      {isEditing ? (
        <>
          <LongText
            autoFocus
            aria-label={t('own.notes.editing', { date })}
            value={typed}
            rows={4}
            most={20_000}
            resize="vertical"
            onChange={(_, { value }) => setNoteText(note.id, value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && typed.trim() !== '') {
                void save()
              } else if (event.key === 'Escape') {
                event.stopPropagation()
                leave()
              }
            }}
          />
          <div className={styles.buttons}>
            <Button size="small" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button
              size="small"
              appearance="primary"
              disabled={typed.trim() === '' || update.pending}
              onClick={() => void save()}
            >
              {t('common.save')}
            </Button>
          </div>
        </>
      ) : (
        <Text className={styles.text}>{note.text}</Text>
      )}
    </li>
  )
}
