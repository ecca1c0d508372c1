import { Button, Input, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOf } from '#renderer/state/as-of.ts'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { OwnRow } from './own-row.tsx'
import { OwnerField } from './owner-field.tsx'
import { PrivilegeStateMark } from './privilege-state.tsx'
import { StatementDialog } from './statement-dialog.tsx'
import { TagChips, type OwnTag } from './tag-chip.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  rows: { margin: 0, display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums' },
  editor: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  field: { flex: 1, minWidth: 0 },
  stated: { display: 'flex', flexDirection: 'column' },
  source: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type Customer = ViewValue<'customer.detail'>
type Editing = 'alias' | 'owner' | 'statement' | null

/** What the user keeps of a customer: tags, a name for it, its owner, and what it said about delegated privileges. */
export function OwnFacts({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const { set } = useUiActions()
  const [editing, edit] = useState<Editing>(null)
  const alias = useCommand('alias.set')
  const owner = useCommand('owner.assign')
  const assign = useCommand('tag.assign')
  const { id, name, ownTags, statement } = customer
  const told = customer.facts.delegatedPrivileges
  const error = alias.error ?? owner.error ?? assign.error
  const isToday = useAsOf() === null
  const none = <span className={styles.quiet}>{t('own.none')}</span>
  const done = (title: string) => {
    edit(null)
    notify({ title, subject: { text: name, customerId: id }, canUndo: true })
  }

  const saveAlias = async (next: string | null) => {
    if ((await alias.run({ customerId: id, alias: next })).ok) {
      done(t(next === null ? 'own.alias.removed' : 'own.alias.saved'))
    }
  }
  const saveOwner = async (next: string | null) => {
    if ((await owner.run({ customerIds: [id], owner: next })).ok) {
      done(t('own.owner.saved'))
    }
  }
  const takeOff = async (tag: OwnTag) => {
    if ((await assign.run({ customerIds: [id], remove: [tag.id] })).ok) {
      notify({
        title: t('own.tags.removed', { name: tag.name }),
        subject: { text: name, customerId: id },
        canUndo: true,
      })
    }
  }

  return (
    <section aria-labelledby={`own-${id}`}>
      <div className={styles.head}>
        <Text as="h3" weight="semibold" id={`own-${id}`} className={styles.title}>
          {t('own.title')}
        </Text>
        <Text size={200} className={styles.quiet}>
          {t('own.titleHint')}
        </Text>
      </div>
      {error !== null && <Problem error={error} />}
      <dl className={styles.rows}>
        <OwnRow
          name={t('own.tags.label')}
          onEdit={
            isToday
              ? () =>
                  set('ownDialog', {
                    kind: 'tags',
                    customers: [{ id, name, tagIds: ownTags.map((tag) => tag.id) }],
                  })
              : undefined
          }
        >
          {ownTags.length === 0 ? (
            none
          ) : (
            <TagChips
              tags={ownTags}
              isWrapped
              {...(isToday ? { onRemove: (tag: OwnTag) => void takeOff(tag) } : {})}
            />
          )}
        </OwnRow>
        {editing === 'alias' ? (
          <OwnRow name={t('own.alias.label')}>
            <TextEditor
              kept={customer.alias}
              onSave={(next) => void saveAlias(next)}
              onCancel={() => edit(null)}
              render={(field) => (
                <Input
                  autoFocus
                  className={styles.field}
                  aria-label={t('own.alias.label')}
                  value={field.value}
                  maxLength={200}
                  autoComplete="off"
                  onChange={(_, { value }) => field.onChange(value)}
                  onKeyDown={(event) => {
                    if ((event.key === 'Enter' || event.key === 'Escape') && !event.nativeEvent.isComposing) {
                      event.preventDefault()
                      event.stopPropagation()
                      field.onKey(event.key)
                    }
                  }}
                />
              )}
            />
          </OwnRow>
        ) : (
          <OwnRow name={t('own.alias.label')} onEdit={isToday ? () => edit('alias') : undefined}>
            {customer.alias ?? none}
          </OwnRow>
        )}
        {editing === 'owner' ? (
          <OwnRow name={t('own.owner.label')}>
            <TextEditor
              kept={customer.owner}
              onSave={(next) => void saveOwner(next)}
              onCancel={() => edit(null)}
              render={(field) => (
                <span className={styles.field}>
                  <OwnerField label={t('own.owner.label')} {...field} />
                </span>
              )}
            />
          </OwnRow>
        ) : (
          <OwnRow name={t('own.owner.label')} onEdit={isToday ? () => edit('owner') : undefined}>
            {customer.owner ?? none}
          </OwnRow>
        )}
        <OwnRow name={t('own.privileges.label')} onEdit={isToday ? () => edit('statement') : undefined}>
          {statement === null ? (
            <span className={styles.quiet}>{t('own.privileges.none')}</span>
          ) : (
            <span className={styles.stated}>
              <PrivilegeStateMark state={statement.value} />
              <span className={styles.source}>
                {t('own.privileges.source', {
                  date: statement.toldOn,
                  recorded: format.date(statement.recordedAt),
                })}
              </span>
              {statement.note !== '' && <span>{statement.note}</span>}
              {told.evidence !== null && told.value !== statement.value && (
                <span role="note" className={styles.source}>
                  {t('own.privileges.otherwise', {
                    state: t(`own.privileges.states.${told.value}`),
                    file: told.evidence.fileName,
                    date: format.date(told.evidence.importedAt),
                    newest: t(`own.privileges.states.${customer.delegatedPrivileges}`),
                  })}
                </span>
              )}
            </span>
          )}
        </OwnRow>
      </dl>
      {editing === 'statement' && (
        <StatementDialog customer={customer} onClose={() => edit(null)} onDone={done} />
      )}
    </section>
  )
}

type EditedText = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onKey: (key: 'Enter' | 'Escape') => void
}

type TextEditorProps = {
  readonly kept: string | null
  readonly onSave: (next: string | null) => void
  readonly onCancel: () => void
  readonly render: (field: EditedText) => ReactNode
}

/** A text being changed in its row: Enter keeps it, Escape leaves it as it was, nothing typed takes it away. */
function TextEditor({ kept, onSave, onCancel, render }: TextEditorProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [value, setValue] = useState(kept ?? '')
  const save = () => {
    const next = value.trim() === '' ? null : value.trim()
    if (next === kept) {
      onCancel()
    } else {
      onSave(next)
    }
  }
  return (
    <span className={styles.editor}>
      {render({ value, onChange: setValue, onKey: (key) => (key === 'Enter' ? save() : onCancel()) })}
      <Tooltip content={t('common.save')} relationship="label">
        <Button size="small" appearance="subtle" icon={<CheckmarkRegular />} onClick={save} />
      </Tooltip>
      <Tooltip content={t('common.cancel')} relationship="label">
        <Button size="small" appearance="subtle" icon={<DismissRegular />} onClick={onCancel} />
      </Tooltip>
    </span>
  )
}
