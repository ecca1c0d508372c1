import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useIsMixed } from '#renderer/parts/scope.tsx'
import type { Column } from '#renderer/table/columns/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useFactWords } from './fact-words.ts'
import { PartnerOfRecord } from './partner-of-record.tsx'
import { StatusText } from './status-text.tsx'
import { Term } from './term.tsx'

type Subscription = ListRow<'subscription.list'>

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightMedium },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The columns of every account's subscriptions: one line each, to be compared rather than read. */
export function useAllSubscriptionColumns(): readonly Column<Subscription>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const isMixed = useIsMixed()
  const words = useFactWords()
  return useMemo((): readonly Column<Subscription>[] => {
    const unknown = (
      <span className={styles.quiet} title={t('common.unknown')}>
        {t('common.unknown')}
      </span>
    )
    const text = (
      id: 'nickname' | 'statusRaw' | 'partnerOfRecord' | 'id' | 'accountName' | 'addOnOf' | 'resellerName',
      header: string,
      minWidth: number,
    ): Column<Subscription> => ({
      id,
      header,
      minWidth,
      grow: 0,
      priority: 6,
      isExtra: true,
      tooltip: (row) => row[id] ?? undefined,
      cell: (row) => row[id] ?? unknown,
    })
    const yesNo = (id: 'autoRenew' | 'isTrial', header: string): Column<Subscription> => ({
      id,
      header,
      choice: words.yesNo,
      value: (row) => (row[id] === null ? null : row[id] ? 'yes' : 'no'),
      minWidth: 104,
      grow: 0,
      priority: 6,
      isExtra: true,
      cell: (row) => (row[id] === null ? unknown : words.yesNo(row[id] ? 'yes' : 'no')),
    })
    const word = (
      id: 'termDuration' | 'billingCycle',
      header: string,
      choice: (value: string) => string,
    ): Column<Subscription> => ({
      id,
      header,
      choice,
      minWidth: 112,
      grow: 0,
      priority: 6,
      isExtra: true,
      cell: (row) => (row[id] === null ? unknown : choice(row[id])),
    })
    return [
      {
        id: 'offer',
        header: t('subscriptions.columns.offer'),
        minWidth: 200,
        grow: 3,
        priority: 0,
        tooltip: (row) => [row.offer, row.nickname, row.id].filter(Boolean).join('\n'),
        cell: (row) => <span className={styles.strong}>{row.offer}</span>,
      },
      {
        id: 'customerName',
        header: t('lists.subscriptions.customerName'),
        minWidth: 168,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.customerName,
        cell: (row) => row.customerName,
      },
      {
        id: 'quantity',
        header: t('subscriptions.columns.quantity'),
        minWidth: 80,
        grow: 0,
        priority: 0,
        align: 'end',
        cell: (row) => (row.quantity === null ? unknown : format.number(row.quantity)),
      },
      {
        id: 'status',
        header: t('subscriptions.columns.status'),
        choice: (value) => t(`subscriptions.statuses.${value as Subscription['status']}`),
        minWidth: 112,
        grow: 0,
        priority: 2,
        tooltip: (row) =>
          row.statusRaw === null
            ? t('subscriptions.statusUnknownHint')
            : t('subscriptions.statusRaw', { raw: row.statusRaw }),
        cell: (row) => <StatusText subscription={row} />,
      },
      {
        id: 'startDate',
        header: t('subscriptions.columns.startDate'),
        minWidth: 112,
        grow: 0,
        priority: 4,
        tooltip: (row) => (row.startDate === null ? undefined : format.relative(row.startDate)),
        cell: (row) => row.startDate ?? unknown,
      },
      {
        id: 'endDate',
        header: t('subscriptions.columns.endDate'),
        minWidth: 208,
        grow: 0,
        priority: 0,
        tooltip: (row) =>
          row.endDate === null ? (row.endDateRaw ?? undefined) : format.relative(row.endDate),
        cell: (row) => <Term subscription={row} isStacked={false} />,
      },
      {
        id: 'partnerOfRecordState',
        header: t('subscriptions.columns.partnerOfRecord'),
        choice: (value) =>
          t(`subscriptions.partnerOfRecord.${value as Subscription['partnerOfRecordState']}`),
        minWidth: 176,
        grow: 1,
        priority: 1,
        tooltip: (row) => t(`subscriptions.partnerOfRecordHints.${row.partnerOfRecordState}`),
        cell: (row) => <PartnerOfRecord subscription={row} />,
      },
      {
        id: 'fileName',
        header: t('subscriptions.columns.source'),
        minWidth: 160,
        grow: 1,
        priority: 5,
        value: (row) => row.evidence.fileName,
        tooltip: ({ evidence }) =>
          t('subscriptions.sourceHint', {
            file: evidence.fileName,
            imported: format.date(evidence.importedAt),
            confirmed: format.date(evidence.confirmedAt),
          }),
        cell: (row) => <span className={styles.quiet}>{row.evidence.fileName}</span>,
      },
      word('termDuration', t('subscriptionFacts.termDuration'), words.term),
      word('billingCycle', t('subscriptionFacts.billingCycle'), words.cycle),
      yesNo('autoRenew', t('subscriptionFacts.autoRenew')),
      yesNo('isTrial', t('subscriptionFacts.isTrial')),
      text('addOnOf', t('subscriptionFacts.addOnOf'), 300),
      text('resellerName', t('subscriptionFacts.resellerName'), 168),
      {
        id: 'suspensionReasons',
        header: t('subscriptionFacts.suspensionReasons'),
        minWidth: 168,
        grow: 0,
        priority: 6,
        isExtra: true,
        tooltip: (row) => row.suspensionReasons.join('\n') || undefined,
        cell: (row) => row.suspensionReasons.join('; '),
      },
      text('nickname', t('lists.subscriptions.nickname'), 160),
      text('statusRaw', t('lists.subscriptions.statusRaw'), 152),
      text('partnerOfRecord', t('lists.subscriptions.partnerOfRecordId'), 152),
      text('id', t('lists.subscriptions.id'), 300),
      // Where several portfolios stand together, each row says whose it is.
      { ...text('accountName', t('lists.subscriptions.accountName'), 168), isExtra: !isMixed },
      {
        id: 'confirmedAt',
        header: t('lists.subscriptions.confirmedAt'),
        minWidth: 120,
        grow: 0,
        priority: 6,
        isExtra: true,
        value: (row) => row.evidence.confirmedAt,
        tooltip: (row) => format.relative(format.date(row.evidence.confirmedAt)),
        cell: (row) => format.date(row.evidence.confirmedAt),
      },
      {
        id: 'absentSince',
        header: t('lists.subscriptions.absentSince'),
        minWidth: 152,
        grow: 0,
        priority: 6,
        isExtra: true,
        tooltip: (row) =>
          row.absentSince === null ? undefined : format.relative(format.date(row.absentSince)),
        cell: (row) => (row.absentSince === null ? '' : format.date(row.absentSince)),
      },
    ]
  }, [t, styles, format, words, isMixed])
}
