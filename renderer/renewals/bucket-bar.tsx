import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { Important16Filled } from '@fluentui/react-icons/svg/important'
import { useTranslation } from 'react-i18next'
import type { Condition, Filter } from '#shared/domain/list-columns.ts'
import { renewalBuckets } from '#shared/domain/renewal.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
  },
  button: { minWidth: 'max-content', whiteSpace: 'nowrap' },
  count: {
    marginInlineStart: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightRegular,
  },
})

type BucketBarProps = {
  readonly summary: ViewValue<'renewal.summary'> | undefined
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** What is open by when it ends; each button narrows the worklist to its part and a second press widens it again. */
export function BucketBar({ summary, filter, onFilter }: BucketBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const part = (column: string, value: string, name: string, count: number | undefined, icon?: 'high') => {
    const isOn = filter.conditions.some((each) => isOnly(each, column, value))
    return (
      <ToggleButton
        key={value}
        size="small"
        shape="circular"
        className={styles.button}
        checked={isOn}
        title={t('renewals.bucket', { name, count: count ?? 0 })}
        {...(icon === undefined ? {} : { icon: <Important16Filled /> })}
        onClick={() => onFilter(withPart(filter, column, isOn ? null : value))}
      >
        {name} <span className={styles.count}>{count === undefined ? '' : format.number(count)}</span>
      </ToggleButton>
    )
  }
  return (
    <div role="group" aria-label={t('renewals.bucketsLabel')} className={styles.root}>
      {part('priority', 'high', t('renewals.priorities.high'), summary?.high, 'high')}
      {renewalBuckets.map((bucket) =>
        part('bucket', bucket, t(`renewals.buckets.${bucket}`), summary?.buckets[bucket]),
      )}
    </div>
  )
}

function isOnly(condition: Condition, column: string, value: string): boolean {
  return (
    condition.column === column &&
    condition.operator === 'any-of' &&
    Array.isArray(condition.value) &&
    condition.value.length === 1 &&
    (condition.value as readonly unknown[])[0] === value
  )
}

/** The filter with one part of a column, or with all of it; what is due in a month gives way to a part. */
function withPart(filter: Filter, column: string, value: string | null): Filter {
  const others = filter.conditions.filter(
    (each) => each.column !== column && !(column === 'bucket' && each.column === 'endDate'),
  )
  return {
    match: 'all',
    conditions: value === null ? others : [...others, { column, operator: 'any-of', value: [value] }],
  }
}
