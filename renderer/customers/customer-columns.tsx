import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SampleBadge } from '#renderer/parts/badges.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useRelationshipText } from './relationship-text.ts'

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', fontWeight: tokens.fontWeightMedium },
  quiet: { color: tokens.colorNeutralForeground3 },
  second: { color: tokens.colorNeutralForeground2 },
  soon: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** The columns of the customer list. */
export function useCustomerColumns(): readonly Column<ListRow<'customer.list'>>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const relationshipText = useRelationshipText()

  return useMemo(
    () => [
      {
        id: 'name',
        header: t('customers.columns.name'),
        minWidth: 220,
        grow: 3,
        priority: 0,
        isSortable: true,
        tooltip: (row) => row.name,
        cell: (row) => (
          <span className={styles.name}>
            <span className={styles.text}>{row.name}</span>
            {row.isSample && <SampleBadge />}
          </span>
        ),
      },
      {
        id: 'domain',
        header: t('customers.columns.domain'),
        minWidth: 160,
        grow: 3,
        priority: 2,
        isSortable: true,
        tooltip: (row) => row.domain ?? undefined,
        cell: (row) =>
          row.domain === null ? (
            <span className={styles.quiet}>{t('common.unknown')}</span>
          ) : (
            <span className={styles.second}>{row.domain}</span>
          ),
      },
      {
        id: 'relationship',
        header: t('customers.columns.relationship'),
        minWidth: 120,
        grow: 1,
        priority: 4,
        isSortable: true,
        tooltip: (row) => row.relationshipRaw ?? undefined,
        cell: (row) => (
          <span className={row.relationship === 'unknown' ? styles.quiet : undefined}>
            {relationshipText(row)}
          </span>
        ),
      },
      {
        id: 'subscriptionCount',
        header: t('customers.columns.subscriptionCount'),
        minWidth: 116,
        grow: 0,
        priority: 5,
        align: 'end',
        isSortable: true,
        cell: (row) => format.number(row.subscriptionCount),
      },
      {
        id: 'seatCount',
        header: t('customers.columns.seatCount'),
        minWidth: 88,
        grow: 0,
        priority: 3,
        align: 'end',
        isSortable: true,
        cell: (row) => format.number(row.seatCount),
      },
      {
        id: 'nextEndDate',
        header: t('customers.columns.nextEndDate'),
        minWidth: 120,
        grow: 0,
        priority: 1,
        align: 'end',
        isSortable: true,
        tooltip: (row) => (row.nextEndDate === null ? undefined : format.relative(row.nextEndDate)),
        cell: (row) =>
          row.nextEndDate === null ? (
            <span className={styles.quiet}>–</span>
          ) : (
            <span className={format.daysTo(row.nextEndDate) <= 30 ? styles.soon : undefined}>
              {row.nextEndDate}
            </span>
          ),
      },
    ],
    [t, styles, format, relationshipText],
  )
}
