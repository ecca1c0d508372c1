import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, Operator } from '#shared/domain/list-columns.ts'
import { operatorsOf } from '#shared/domain/list-columns.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { readValue, typedValue, valueKind, type ReadProblem } from './conditions.ts'
import { PickList } from './pick-list.tsx'
import { focusAnchor } from '#renderer/table/popups/popup.ts'
import { PopupCard } from '#renderer/table/popups/popup-card.tsx'
import type { List } from '#renderer/table/use-list.ts'
import { ValueFields } from './value-fields.tsx'
import { FirstFocus } from '#renderer/table/rows/first-focus.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  foot: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
})

type FilterEditorProps<Row> = {
  readonly list: List<Row>
  readonly anchor: HTMLElement
  /** The column it starts with; `null` asks for one. */
  readonly column: string | null
  /** The condition that is changed; `null` adds one. */
  readonly at: number | null
  readonly onClose: () => void
}

/** Builds a condition: column, operator, value; what is not a value is explained and not sent. */
export function FilterEditor<Row>(props: FilterEditorProps<Row>) {
  const { list, anchor, at, onClose } = props
  const { t } = useTranslation()
  const before = at === null ? undefined : list.state.filter.conditions[at]
  const [columnId, setColumnId] = useState(before?.column ?? props.column)
  const column = list.columns.find(({ id }) => id === columnId)
  const close = () => {
    onClose()
    focusAnchor(anchor)
  }
  const save = (condition: Condition) => {
    const { filter } = list.state
    const conditions = at === null ? [...filter.conditions, condition] : filter.conditions.with(at, condition)
    list.update({ filter: { ...filter, conditions: conditions.slice(0, 30) } })
    close()
  }
  return (
    <PopupCard label={t('table.editor.label')} anchor={anchor} onClose={onClose}>
      {column?.type === undefined ? (
        <PickList
          label={t('table.editor.column')}
          findLabel={t('table.editor.findColumn')}
          none={t('table.chooser.none')}
          entries={list.columns
            .filter(({ type }) => type !== undefined)
            .map(({ id, header }) => ({ key: id, label: header }))}
          onPick={setColumnId}
        />
      ) : (
        <ConditionForm
          key={column.id}
          list={list}
          column={column}
          before={before?.column === column.id ? before : undefined}
          at={at}
          onBack={at === null ? () => setColumnId(null) : null}
          onSave={save}
          onCancel={close}
        />
      )}
    </PopupCard>
  )
}

type ConditionFormProps<Row> = {
  readonly list: List<Row>
  readonly column: Column<Row>
  readonly before: Condition | undefined
  readonly at: number | null
  readonly onBack: (() => void) | null
  readonly onSave: (condition: Condition) => void
  readonly onCancel: () => void
}

function ConditionForm<Row>({ list, column, before, at, onBack, onSave, onCancel }: ConditionFormProps<Row>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const type = column.type ?? 'text'
  const [operator, setOperator] = useState<Operator>(before?.operator ?? operatorsOf[type][0])
  const [typed, setTyped] = useState(() => typedValue(before))
  const [problem, setProblem] = useState<ReadProblem | null>(null)
  /** The value is asked for first; whoever goes through the operators by keyboard stays among them. */
  const [isFresh, setIsFresh] = useState(true)
  const kind = valueKind(type, operator)

  const submit = () => {
    const read = readValue(kind, typed)
    if ('problem' in read) {
      setProblem(read)
    } else {
      onSave({
        column: column.id,
        operator,
        ...(read.value === undefined ? {} : { value: read.value }),
      })
    }
  }

  return (
    <form
      style={{ display: 'contents' }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FirstFocus />
      <div className={styles.head}>
        {onBack !== null && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowLeft16Regular />}
            aria-label={t('common.back')}
            onClick={onBack}
          />
        )}
        {column.header}
      </div>
      <Field label={t('table.editor.operator')}>
        <Select
          data-first-focus={kind === 'none' || kind === 'choices' || undefined}
          value={operator}
          onChange={(_, { value }) => {
            setOperator(value as Operator)
            setIsFresh(false)
            setProblem(null)
          }}
        >
          {operatorsOf[type].map((each) => (
            <option key={each} value={each}>
              {t(`table.operators.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {list.isHiddenValue(column.id) && kind !== 'none' ? (
        <Text>{t('desk.safe.hiddenValues')}</Text>
      ) : (
        <ValueFields
          list={list}
          column={column}
          at={at}
          kind={kind}
          isFocused={isFresh}
          typed={typed}
          problem={problem}
          onTyped={(change) => {
            setTyped({ ...typed, ...change })
            setProblem(null)
          }}
        />
      )}
      <div className={styles.foot}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="submit" appearance="primary">
          {t(at === null ? 'table.editor.add' : 'table.editor.change')}
        </Button>
      </div>
    </form>
  )
}
