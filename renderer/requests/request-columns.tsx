import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CloudBadge, SampleSign } from '#renderer/parts/badges.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { RequestState } from './request-state.tsx'

type Request = ListRow<'request.list'>

const useStyles = makeStyles({
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', fontWeight: tokens.fontWeightMedium },
  quiet: { color: tokens.colorNeutralForeground3 },
  due: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
})

/** The columns of the request ledger; on a customer's own page the customer goes without saying. */
export function useRequestColumns(isOfOneCustomer: boolean): readonly Column<Request>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()

  return useMemo(() => {
    const columns: readonly Column<Request>[] = [
      {
        id: 'customerName',
        header: t('requests.columns.customer'),
        minWidth: 180,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.customerName,
        cell: (row) => (
          <span className={styles.name}>
            <span className={styles.text}>{row.customerName}</span>
            {row.isSample && <SampleSign />}
          </span>
        ),
      },
      {
        id: 'state',
        choice: (value) => t(`requests.states.${value as Request['state']}`),
        header: t('requests.columns.state'),
        minWidth: 140,
        grow: 0,
        priority: 0,
        tooltip: (row) => t(`requests.stateHints.${row.state}`),
        cell: (row) => <RequestState state={row.state} />,
      },
      {
        id: 'remindOn',
        header: t('requests.columns.remindOn'),
        minWidth: 120,
        grow: 0,
        priority: 1,
        tooltip: (row) => (row.remindOn === null ? undefined : format.relative(row.remindOn)),
        cell: (row) =>
          row.remindOn === null ? (
            <span className={styles.quiet}>–</span>
          ) : (
            <span className={format.daysTo(row.remindOn) <= 0 ? styles.due : ''}>{row.remindOn}</span>
          ),
      },
      {
        id: 'recipients',
        header: t('requests.columns.recipients'),
        minWidth: 180,
        grow: 2,
        priority: 2,
        tooltip: (row) => row.recipients.join('\n') || undefined,
        cell: (row) =>
          row.recipients.length === 0 ? (
            <span className={styles.quiet}>{t('requests.nobody')}</span>
          ) : (
            [
              row.recipients[0],
              row.recipients.length > 1 ? t('requests.more', { count: row.recipients.length - 1 }) : '',
            ]
              .join(' ')
              .trim()
          ),
      },
      {
        id: 'accountName',
        header: t('requests.columns.account'),
        minWidth: 160,
        grow: 1,
        priority: 4,
        tooltip: (row) => row.accountName,
        cell: (row) => row.accountName,
      },
      {
        id: 'language',
        choice: (value) => t(`languages.${value as Request['language']}`),
        header: t('requests.columns.language'),
        minWidth: 96,
        grow: 0,
        priority: 5,
        cell: (row) => t(`languages.${row.language}`),
      },
      {
        id: 'createdAt',
        header: t('requests.columns.created'),
        minWidth: 144,
        grow: 0,
        priority: 3,
        tooltip: (row) => format.relative(format.date(row.createdAt)),
        cell: (row) => format.time(row.createdAt),
      },
      {
        id: 'exportedAt',
        header: t('requests.columns.exported'),
        minWidth: 144,
        grow: 0,
        priority: 1,
        tooltip: (row) =>
          row.exportedAt === null ? undefined : format.relative(format.date(row.exportedAt)),
        cell: (row) =>
          row.exportedAt === null ? (
            <span className={styles.quiet}>{t('requests.notYet')}</span>
          ) : (
            format.time(row.exportedAt)
          ),
      },
      {
        id: 'stateAt',
        header: t('requests.columns.stateAt'),
        minWidth: 144,
        grow: 0,
        priority: 5,
        isExtra: true,
        tooltip: (row) => format.relative(format.date(row.stateAt)),
        cell: (row) => format.time(row.stateAt),
      },
      {
        id: 'sentAt',
        header: t('requests.columns.sentAt'),
        minWidth: 144,
        grow: 0,
        priority: 5,
        isExtra: true,
        cell: (row) =>
          row.sentAt === null ? (
            <span className={styles.quiet}>{t('requests.notYet')}</span>
          ) : (
            format.time(row.sentAt)
          ),
      },
      {
        id: 'reminderCount',
        header: t('requests.columns.reminderCount'),
        minWidth: 96,
        grow: 0,
        priority: 6,
        align: 'end',
        isExtra: true,
        cell: (row) => format.number(row.reminderCount),
      },
      {
        id: 'kind',
        header: t('requests.columns.kind'),
        choice: (value) => t(`requests.kinds.${value as Request['kind']}`),
        minWidth: 176,
        grow: 0,
        priority: 6,
        isExtra: true,
        cell: (row) => t(`requests.kinds.${row.kind}`),
      },
      {
        id: 'purpose',
        header: t('requests.columns.purpose'),
        choice: (value) => t(`requests.purposes.${value as Request['purpose']}`),
        minWidth: 160,
        grow: 0,
        priority: 6,
        isExtra: true,
        cell: (row) => t(`requests.purposes.${row.purpose}`),
      },
      {
        id: 'subject',
        header: t('lists.requests.subject'),
        minWidth: 200,
        grow: 2,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.subject,
        cell: (row) => row.subject,
      },
      {
        id: 'cloud',
        header: t('lists.requests.cloud'),
        choice: (value) => t(`clouds.${value as Request['cloud']}`),
        minWidth: 152,
        grow: 0,
        priority: 6,
        isExtra: true,
        cell: (row) => <CloudBadge cloud={row.cloud} />,
      },
      {
        id: 'relationshipOwner',
        header: t('lists.requests.relationshipOwner'),
        choice: (value) => t(`lists.requests.owners.${value as Request['relationshipOwner']}`),
        minWidth: 160,
        grow: 0,
        priority: 6,
        isExtra: true,
        tooltip: (row) => t(`requests.owners.${row.relationshipOwner}`),
        cell: (row) => t(`lists.requests.owners.${row.relationshipOwner}`),
      },
    ]
    return isOfOneCustomer ? columns.filter((column) => column.id !== 'customerName') : columns
  }, [t, styles, format, isOfOneCustomer])
}
