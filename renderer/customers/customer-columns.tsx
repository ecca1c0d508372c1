import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PrivilegeStateMark, type PrivilegeState } from '#renderer/own/privilege-state.tsx'
import { TagChips } from '#renderer/own/tag-chip.tsx'
import { AbsentBadge } from '#renderer/portfolio/absent-badge.tsx'
import { SampleSign } from '#renderer/parts/badges.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useIsMixed } from '#renderer/parts/scope.tsx'
import type { Column } from '#renderer/table/columns/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useRelationshipText } from './relationship-text.ts'

type Relationship = ListRow<'customer.list'>['relationship']

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', fontWeight: tokens.fontWeightMedium },
  alias: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 2,
    minWidth: '40px',
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  second: { color: tokens.colorNeutralForeground2 },
  soon: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
})

/** The columns of the customer list. */
export function useCustomerColumns(): readonly Column<ListRow<'customer.list'>>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const relationshipText = useRelationshipText()
  const isMixed = useIsMixed()

  return useMemo(() => {
    const unknown = <span className={styles.quiet}>{t('common.unknown')}</span>
    return [
      {
        id: 'name',
        header: t('customers.columns.name'),
        minWidth: 220,
        grow: 3,
        priority: 0,
        tooltip: (row) => (row.alias === null ? row.name : `${row.name} (${row.alias})`),
        cell: (row) => (
          <span className={styles.name}>
            <span className={styles.text}>{row.name}</span>
            {row.alias !== null && <span className={styles.alias}>{row.alias}</span>}
            {row.absentSince !== null && <AbsentBadge since={row.absentSince} />}
            {row.isSample && <SampleSign />}
          </span>
        ),
      },
      {
        id: 'domain',
        header: t('customers.columns.domain'),
        minWidth: 160,
        grow: 3,
        priority: 2,
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
        choice: (value) => t(`relationships.${value as Relationship}`),
        header: t('customers.columns.relationship'),
        minWidth: 120,
        grow: 1,
        priority: 4,
        tooltip: (row) => row.relationshipRaw ?? undefined,
        cell: (row) => (
          <span className={row.relationship === 'unknown' ? styles.quiet : undefined}>
            {relationshipText(row)}
          </span>
        ),
      },
      {
        id: 'resellerRelationship',
        choice: (value) =>
          t(`relationship.values.${value as ListRow<'customer.list'>['resellerRelationship']}`),
        header: t('relationship.reseller'),
        minWidth: 136,
        grow: 0,
        priority: 5,
        isExtra: true,
        cell: (row) => t(`relationship.values.${row.resellerRelationship}`),
      },
      {
        id: 'delegatedPrivileges',
        choice: (value) => t(`own.privileges.states.${value as PrivilegeState}`),
        header: t('own.columns.delegatedPrivileges'),
        minWidth: 160,
        grow: 0,
        priority: 5,
        cell: (row) => <PrivilegeStateMark state={row.delegatedPrivileges} />,
      },
      {
        id: 'subscriptionCount',
        header: t('customers.columns.subscriptionCount'),
        minWidth: 132,
        grow: 0,
        priority: 6,
        align: 'end',
        cell: (row) => format.number(row.subscriptionCount),
      },
      {
        id: 'seatCount',
        header: t('customers.columns.seatCount'),
        minWidth: 88,
        grow: 0,
        priority: 3,
        align: 'end',
        cell: (row) => format.number(row.seatCount),
      },
      {
        id: 'nextEndDate',
        header: t('customers.columns.nextEndDate'),
        minWidth: 120,
        grow: 0,
        priority: 1,
        align: 'end',
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
      {
        id: 'ownTags',
        header: t('own.columns.ownTags'),
        minWidth: 160,
        grow: 2,
        priority: 4,
        value: (row) => row.ownTags.map(({ name }) => name),
        tooltip: (row) => row.ownTags.map(({ name }) => name).join(', ') || undefined,
        cell: (row) => <TagChips tags={row.ownTags} />,
      },
      {
        id: 'owner',
        header: t('own.columns.owner'),
        minWidth: 120,
        grow: 1,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.owner ?? undefined,
        cell: (row) => row.owner ?? <span className={styles.quiet}>–</span>,
      },
      {
        id: 'alias',
        header: t('own.columns.alias'),
        minWidth: 160,
        grow: 1,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.alias ?? undefined,
        cell: (row) => row.alias ?? <span className={styles.quiet}>–</span>,
      },
      {
        id: 'tenantId',
        header: t('lists.customers.tenantId'),
        minWidth: 300,
        grow: 0,
        priority: 6,
        isExtra: true,
        cell: (row) => row.tenantId ?? unknown,
      },
      {
        id: 'relationshipRaw',
        header: t('lists.customers.relationshipRaw'),
        minWidth: 160,
        grow: 1,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.relationshipRaw ?? undefined,
        cell: (row) => row.relationshipRaw ?? unknown,
      },
      {
        id: 'tags',
        header: t('lists.customers.tags'),
        minWidth: 144,
        grow: 1,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.tags.join(', ') || undefined,
        cell: (row) => row.tags.join(', '),
      },
      {
        id: 'requestCount',
        header: t('lists.customers.requestCount'),
        minWidth: 96,
        grow: 0,
        priority: 6,
        align: 'end',
        isExtra: true,
        cell: (row) => format.number(row.requestCount),
      },
      {
        id: 'confirmedAt',
        header: t('lists.customers.confirmedAt'),
        minWidth: 120,
        grow: 0,
        priority: 6,
        isExtra: true,
        tooltip: (row) =>
          row.confirmedAt === null ? undefined : format.relative(format.date(row.confirmedAt)),
        cell: (row) => (row.confirmedAt === null ? unknown : format.date(row.confirmedAt)),
      },
      {
        id: 'absentSince',
        header: t('lists.customers.absentSince'),
        minWidth: 152,
        grow: 0,
        priority: 6,
        isExtra: true,
        tooltip: (row) =>
          row.absentSince === null ? undefined : format.relative(format.date(row.absentSince)),
        cell: (row) => (row.absentSince === null ? '' : format.date(row.absentSince)),
      },
      {
        id: 'accountName',
        header: t('lists.customers.accountName'),
        minWidth: 160,
        grow: 1,
        priority: 5,
        // Where several portfolios stand together, each row says whose it is.
        isExtra: !isMixed,
        tooltip: (row) => row.accountName,
        cell: (row) => row.accountName,
      },
    ]
  }, [t, styles, format, relationshipText, isMixed])
}
