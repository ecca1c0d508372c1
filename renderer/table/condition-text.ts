import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '#shared/domain/list-columns.ts'
import type { Column } from './column.ts'

/** Says a condition in a sentence: column, operator, value. */
export function useConditionText<Row>(columns: readonly Column<Row>[]): (condition: Condition) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ column: id, operator, value }) => {
      const column = columns.find((each) => each.id === id)
      const head = column?.header ?? id
      if (operator === 'in-next-days' || operator === 'in-last-days') {
        const count = Number(value)
        const key = operator === 'in-next-days' ? 'table.filterBar.nextDays' : 'table.filterBar.lastDays'
        return `${head} ${t(key, { count })}`
      }
      const values = Array.isArray(value)
        ? (value as readonly string[])
        : value === undefined
          ? []
          : [String(value)]
      const words = values.map((each) => (each === '' ? t('table.empty') : (column?.choice?.(each) ?? each)))
      return [head, t(`table.operators.${operator}`), words.join(', ')].filter(Boolean).join(' ')
    },
    [columns, t],
  )
}
