import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '#shared/domain/list-columns.ts'
import type { Period } from '#shared/domain/period.ts'
import { useFormat } from '#renderer/parts/format.ts'
import type { HiddenRows } from '#renderer/table/rows/row-privacy.tsx'

/** Says a condition in a sentence: column, operator, value. */
export function useConditionText<Row>({
  columns,
  isHiddenValue,
}: HiddenRows<Row>): (condition: Condition) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ column: id, operator, value }) => {
      const column = columns.find((each) => each.id === id)
      const head = column?.header ?? id
      if (operator === 'in-next-days' || operator === 'in-last-days') {
        const count = Number(value)
        const key = operator === 'in-next-days' ? 'table.filterBar.nextDays' : 'table.filterBar.lastDays'
        return `${head} ${t(key, { count })}`
      }
      if (operator === 'in-period') {
        return `${head} ${t('table.filterBar.inPeriod', { period: t(`table.periods.${value as Period}`) })}`
      }
      const written = (each: string | number) =>
        typeof each === 'number'
          ? format.number(each)
          : each === ''
            ? t('table.empty')
            : (column?.choice?.(each) ?? each)
      const values: readonly (string | number)[] = Array.isArray(value)
        ? (value as readonly (string | number)[])
        : value === undefined
          ? []
          : [value as string | number]
      const words = isHiddenValue(id) && values.length > 0 ? [t('desk.safe.hidden')] : values.map(written)
      if (operator === 'between') {
        const [from = '', to = ''] = words
        return `${head} ${t('table.filterBar.between', { from, to })}`
      }
      return [head, t(`table.operators.${operator}`), format.list(words)].filter(Boolean).join(' ')
    },
    [columns, isHiddenValue, format, t],
  )
}
