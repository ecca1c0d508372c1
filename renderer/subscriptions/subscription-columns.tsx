import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/column.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { PartnerOfRecord } from './partner-of-record.tsx'
import { StatusText } from './status-text.tsx'
import { Term } from './term.tsx'

type Subscription = ListRow<'subscription.list'>

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis' },
  second: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The columns of a subscription table; narrow ones tell the same facts in more lines of fewer columns. */
export function useSubscriptionColumns(isCompact: boolean): readonly Column<Subscription>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()

  return useMemo(() => {
    const unknown = <span className={styles.quiet}>{t('common.unknown')}</span>
    const sourceHint = ({ evidence }: Subscription) =>
      t('subscriptions.sourceHint', {
        file: evidence.fileName,
        imported: format.date(evidence.importedAt),
        confirmed: format.date(evidence.confirmedAt),
      })
    const offer: Column<Subscription> = {
      id: 'offer',
      header: t('subscriptions.columns.offer'),
      minWidth: 180,
      grow: 3,
      priority: 0,
      tooltip: (row) => [row.offer, row.nickname, row.id, sourceHint(row)].filter(Boolean).join('\n'),
      cell: (row) => (
        <span className={styles.lines}>
          <span className={styles.line}>{row.offer}</span>
          {row.nickname !== null && <span className={styles.second}>{row.nickname}</span>}
          {isCompact && (
            <span className={styles.second}>
              <StatusText subscription={row} /> · <PartnerOfRecord subscription={row} isOneLine />
            </span>
          )}
        </span>
      ),
    }
    const quantity: Column<Subscription> = {
      id: 'quantity',
      header: t('subscriptions.columns.quantity'),
      minWidth: 72,
      grow: 0,
      priority: 0,
      align: 'end',
      cell: (row) => (row.quantity === null ? unknown : format.number(row.quantity)),
    }
    const end: Column<Subscription> = {
      id: 'endDate',
      header: t('subscriptions.columns.endDate'),
      minWidth: isCompact ? 136 : 208,
      grow: 0,
      priority: 0,
      tooltip: (row) =>
        row.endDateRaw === null ? undefined : t('subscriptions.endRaw', { raw: row.endDateRaw }),
      cell: (row) => <Term subscription={row} isStacked={isCompact} />,
    }
    if (isCompact) {
      return [offer, quantity, end]
    }
    return [
      offer,
      quantity,
      {
        id: 'status',
        header: t('subscriptions.columns.status'),
        minWidth: 104,
        grow: 0,
        priority: 0,
        tooltip: (row) =>
          row.statusRaw === null
            ? t('subscriptions.statusUnknownHint')
            : t('subscriptions.statusRaw', { raw: row.statusRaw }),
        cell: (row) => <StatusText subscription={row} />,
      },
      {
        id: 'startDate',
        header: t('subscriptions.columns.startDate'),
        minWidth: 104,
        grow: 0,
        priority: 1,
        cell: (row) => row.startDate ?? unknown,
      },
      end,
      {
        id: 'partnerOfRecord',
        header: t('subscriptions.columns.partnerOfRecord'),
        minWidth: 152,
        grow: 1,
        priority: 0,
        tooltip: (row) => t(`subscriptions.partnerOfRecordHints.${row.partnerOfRecordState}`),
        cell: (row) => <PartnerOfRecord subscription={row} />,
      },
      {
        id: 'source',
        header: t('subscriptions.columns.source'),
        minWidth: 160,
        grow: 1,
        priority: 2,
        tooltip: sourceHint,
        cell: (row) => (
          <span className={styles.lines}>
            <span className={mergeClasses(styles.line, styles.quiet)}>{row.evidence.fileName}</span>
            <span className={styles.second}>{format.date(row.evidence.confirmedAt)}</span>
          </span>
        ),
      },
    ]
  }, [t, styles, format, isCompact])
}
