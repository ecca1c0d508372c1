import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewParams } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import type { List } from '#renderer/table/use-list.ts'
import { useWantedView } from '#renderer/table/rows/use-row-groups.ts'

const useStyles = makeStyles({
  root: { maxHeight: '240px', minHeight: '32px', overflowX: 'hidden', overflowY: 'auto' },
  row: { display: 'flex', alignItems: 'center', position: 'relative' },
  box: { flex: 1, minWidth: 0 },
  count: {
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    paddingInline: tokens.spacingHorizontalS,
  },
})

type ValuePickerProps<Row> = {
  readonly list: List<Row>
  readonly column: Column<Row>
  /** The condition being changed: it does not narrow its own values. */
  readonly at: number | null
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

/** The values of a column with how many rows have each, to be ticked. */
export function ValuePicker<Row>({ list, column, at, chosen, onChosen }: ValuePickerProps<Row>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { filter } = list.state
  const others = filter.conditions.filter((_, place) => place !== at)
  const { accountId, asOf, search } = list.query
  const values = useWantedView('list.groups', {
    list: list.name,
    column: column.id,
    ...(accountId === undefined ? {} : { accountId }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(search === undefined ? {} : { search }),
    // Any condition being enough, the others say nothing about this one's values.
    ...(others.length === 0 || filter.match === 'any' ? {} : { filter: { ...filter, conditions: others } }),
    limit: 100,
  } as ViewParams<'list.groups'>)
  const counted = (values ?? []).map(({ value, count }) => ({ value: String(value ?? ''), count }))
  // A chosen value that no row has now stays to be unticked.
  const gone = chosen
    .filter((value) => !counted.some((each) => each.value === value))
    .map((value) => ({ value, count: 0 }))
  return (
    <div role="group" aria-label={t('table.editor.values')} className={styles.root}>
      {[...counted, ...gone].map(({ value, count }) => (
        <div key={value} className={styles.row}>
          <div className={styles.box}>
            <Checkbox
              label={value === '' ? t('table.empty') : (column.choice?.(value) ?? value)}
              checked={chosen.includes(value)}
              onChange={(_, { checked }) =>
                onChosen(checked === true ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
            />
          </div>
          <span className={styles.count}>{format.number(count)}</span>
        </div>
      ))}
      {values?.length === 0 && gone.length === 0 && <Text>{t('table.editor.noValues')}</Text>}
    </div>
  )
}
