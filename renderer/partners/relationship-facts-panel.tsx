import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'end',
    '& > *': { minWidth: 0 },
    '& .fui-Dropdown, & .fui-Input': { minWidth: 0, width: '100%' },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    userSelect: 'text',
  },
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
})

const facts = ['reseller', 'privileges'] as const
const values = ['yes', 'no', 'unknown'] as const
const sources = ['customer', 'partner-center', 'colleague', 'other'] as const

/** The relationship and the privileges, kept apart, with everything that was ever stated of them. */
export function RelationshipFactsPanel({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { value: known } = useView('relationship.facts', { customerId })
  const note = useCommand('relationship.note')
  const [fact, setFact] = useState<(typeof facts)[number]>('privileges')
  const [value, setValue] = useState<(typeof values)[number]>('yes')
  const [source, setSource] = useState<(typeof sources)[number]>('customer')
  const [words, setWords] = useState('')
  if (known === undefined) {
    return null
  }
  const save = async () => {
    const done = await note.run({ customerId, fact, value, source, on: civilDateOf(new Date()), note: words })
    if (done.ok) {
      notify({ title: t('relationship.saved'), canUndo: true })
      setWords('')
    }
  }
  const pick = <T extends string>(
    label: string,
    chosen: T,
    all: readonly T[],
    name: (each: T) => string,
    set: (each: T) => void,
  ) => (
    <Field label={label}>
      <Dropdown
        value={name(chosen)}
        selectedOptions={[chosen]}
        onOptionSelect={(_, { optionValue }) => set(optionValue as T)}
      >
        {all.map((each) => (
          <Option key={each} value={each}>
            {name(each)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
  return (
    <section className={styles.root} aria-labelledby="relationship">
      <Text as="h2" size={400} weight="semibold" id="relationship" className={styles.heading}>
        {t('relationship.title')}
      </Text>
      <div className={styles.facts}>
        {facts.map((each) => (
          <span key={each}>
            <span className={styles.quiet}>{t(`relationship.${each}`)}: </span>
            <Text weight="semibold">{t(`relationship.values.${known[each]}`)}</Text>
          </span>
        ))}
      </div>
      {known.hasDutiesWithoutPrivileges && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.bar}>{t('relationship.duties')}</MessageBarBody>
        </MessageBar>
      )}
      <form
        className={styles.form}
        aria-label={t('relationship.note')}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {pick(t('relationship.fact'), fact, facts, (each) => t(`relationship.${each}`), setFact)}
        {pick(t('relationship.value'), value, values, (each) => t(`relationship.values.${each}`), setValue)}
        {pick(
          t('relationship.source'),
          source,
          sources,
          (each) => t(`relationship.sources.${each}`),
          setSource,
        )}
        <Field label={t('relationship.words')}>
          <Input value={words} maxLength={2_000} onChange={(_, { value: typed }) => setWords(typed)} />
        </Field>
        <Button type="submit" disabled={note.pending}>
          {t('relationship.save')}
        </Button>
      </form>
      {note.error !== null && <Problem error={note.error} />}
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('relationship.history')}
      </Text>
      {known.history.length === 0 ? (
        <Text className={styles.quiet}>{t('relationship.noHistory')}</Text>
      ) : (
        <ul className={styles.list}>
          {known.history.map((statement, index) => (
            <li key={index} className={styles.row}>
              {t(`relationship.${statement.fact}`)}: {t(`relationship.values.${statement.value}`)}
              <Text size={200} block className={styles.quiet}>
                {[
                  statement.on,
                  statement.source === null
                    ? t('relationship.byFile', { fileName: statement.fileName ?? '' })
                    : t(`relationship.sources.${statement.source}`),
                  statement.note,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
