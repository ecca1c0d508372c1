import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import type { Column } from '#renderer/table/columns/column.ts'
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

/** The columns of a narrow subscription table: the facts of the wide one, in more lines of fewer columns. */
export function useNarrowColumns(): readonly Column<Subscription>[] {
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
          <span className={styles.second}>
            <StatusText subscription={row} /> · <PartnerOfRecord subscription={row} />
          </span>
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
      minWidth: 136,
      grow: 0,
      priority: 0,
      tooltip: (row) =>
        row.endDateRaw === null ? undefined : t('subscriptions.endRaw', { raw: row.endDateRaw }),
      cell: (row) => <Term subscription={row} isStacked />,
    }
    return [offer, quantity, end]
  }, [t, styles, format])
}
