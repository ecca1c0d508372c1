import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Period } from '#shared/domain/period.ts'
import { periods } from '#shared/domain/period.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import type { ReadProblem, TypedValue, ValueKind } from './conditions.ts'
import type { List } from '#renderer/table/use-list.ts'
import { ValuePicker } from './value-picker.tsx'

const useStyles = makeStyles({
  problem: { color: tokens.colorStatusDangerForeground2 },
  range: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
  },
  half: { minWidth: 0 },
})

type ValueFieldsProps<Row> = {
  readonly list: List<Row>
  readonly column: Column<Row>
  /** The condition being changed; `null` for a new one. */
  readonly at: number | null
  readonly kind: ValueKind
  /** Says that its first field takes the focus. */
  readonly isFocused: boolean
  readonly typed: TypedValue
  readonly problem: ReadProblem | null
  readonly onTyped: (change: Partial<TypedValue>) => void
}

/** Asks for a condition's value: a field, two for a range, the periods, or the values to tick. */
export function ValueFields<Row>(props: ValueFieldsProps<Row>) {
  const { list, column, at, kind, isFocused, typed, problem, onTyped } = props
  const { t } = useTranslation()
  const styles = useStyles()
  const words = problem === null ? null : t(`table.editor.problems.${problem.problem}`)
  const isNumeric = kind === 'number' || kind === 'numbers' || kind === 'days'
  const input = (part: 'text' | 'to', isFirst: boolean) => (
    <Input
      data-first-focus={isFirst || undefined}
      className={styles.half}
      input={{ size: 1 }}
      value={typed[part]}
      inputMode={isNumeric ? 'numeric' : 'text'}
      placeholder={kind === 'date' || kind === 'dates' ? t('table.editor.datePlaceholder') : ''}
      autoComplete="off"
      spellCheck={false}
      onChange={(_, { value }) => onTyped({ [part]: value })}
    />
  )
  switch (kind) {
    case 'none':
      return null
    case 'choices':
      return (
        <div>
          <ValuePicker
            list={list}
            column={column}
            at={at}
            chosen={typed.chosen}
            onChosen={(chosen) => onTyped({ chosen })}
          />
          {words !== null && (
            <Text role="alert" size={200} className={styles.problem}>
              {words}
            </Text>
          )}
        </div>
      )
    case 'period':
      return (
        <Field label={t('table.editor.period')}>
          <Select
            data-first-focus={isFocused || undefined}
            value={typed.period}
            onChange={(_, { value }) => onTyped({ period: value as Period })}
          >
            {periods.map((period) => (
              <option key={period} value={period}>
                {t(`table.periods.${period}`)}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'numbers':
    case 'dates':
      return (
        <div className={styles.range}>
          <Field label={t('table.editor.from')} validationMessage={problem?.isInTo === true ? null : words}>
            {input('text', isFocused)}
          </Field>
          <Field label={t('table.editor.to')} validationMessage={problem?.isInTo === true ? words : null}>
            {input('to', false)}
          </Field>
        </div>
      )
    case 'text':
    case 'number':
    case 'date':
    case 'days':
      return (
        <Field label={t('table.editor.value')} validationMessage={words}>
          {input('text', isFocused)}
        </Field>
      )
  }
}
