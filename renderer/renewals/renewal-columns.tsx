import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Important16Filled } from '@fluentui/react-icons/svg/important'
import { Note16Regular } from '@fluentui/react-icons/svg/note'
import { Pin16Filled } from '@fluentui/react-icons/svg/pin'
import { Snooze16Regular } from '@fluentui/react-icons/svg/snooze'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'
import { useOutcomeText } from '#renderer/parts/outcome.tsx'
import { PartnerOfRecord } from '#renderer/subscriptions/partner-of-record.tsx'
import { StatusText } from '#renderer/subscriptions/status-text.tsx'
import { Term } from '#renderer/subscriptions/term.tsx'
import { useFactWords } from '#renderer/subscriptions/fact-words.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import type { RowOf } from '#renderer/table/use-list-window.ts'

/** A row of the worklist. */
export type Renewal = RowOf<'renewals'>

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightMedium },
  quiet: { color: tokens.colorNeutralForeground3 },
  marks: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  high: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusDangerForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  pin: { color: tokens.colorBrandForeground1 },
})

/** The columns of the worklist: when, whose, what, and what happens if nobody acts. */
export function useRenewalColumns(): readonly Column<Renewal>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const say = useOutcomeText()
  const words = useFactWords()
  return useMemo((): readonly Column<Renewal>[] => {
    const unknown = <span className={styles.quiet}>{t('common.unknown')}</span>
    const yesNo = (value: boolean | null) => (value === null ? unknown : words.yesNo(value ? 'yes' : 'no'))
    const extra = { minWidth: 128, grow: 0, priority: 6, isExtra: true } as const
    return [
      {
        id: 'endDate',
        header: t('subscriptions.columns.endDate'),
        minWidth: 216,
        grow: 0,
        priority: 0,
        tooltip: (row) =>
          row.deadline === null
            ? (row.endDateRaw ?? undefined)
            : t('renewals.deadline.lastSafe', { date: row.deadline.lastSafeDay }),
        cell: (row) => <Term subscription={row} isStacked={false} />,
      },
      {
        id: 'isPinned',
        header: t('renewals.columns.isPinned'),
        choice: words.yesNo,
        value: (row) => (row.isPinned ? 'yes' : 'no'),
        minWidth: 128,
        grow: 0,
        priority: 1,
        tooltip: (row) => marksOf(row).join('\n') || undefined,
        cell: (row) => <Marks row={row} />,
      },
      {
        id: 'customerName',
        header: t('lists.subscriptions.customerName'),
        minWidth: 160,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.customerName,
        cell: (row) => <span className={styles.strong}>{row.customerName}</span>,
      },
      {
        id: 'offer',
        header: t('subscriptions.columns.offer'),
        minWidth: 168,
        grow: 2,
        priority: 0,
        tooltip: (row) => [row.offer, row.nickname, row.id].filter(Boolean).join('\n'),
        cell: (row) => row.offer,
      },
      {
        id: 'quantity',
        header: t('subscriptions.columns.quantity'),
        minWidth: 88,
        grow: 0,
        priority: 2,
        align: 'end',
        cell: (row) => (row.quantity === null ? unknown : format.number(row.quantity)),
      },
      {
        id: 'priority',
        header: t('renewals.columns.priority'),
        choice: (value) => t(`renewals.priorities.${value as Renewal['priority']}`),
        minWidth: 112,
        grow: 0,
        priority: 3,
        tooltip: (row) => (row.priority === 'high' ? t('renewals.priorityHint') : undefined),
        cell: (row) =>
          row.priority === 'high' ? (
            <span className={styles.high}>
              <Important16Filled aria-hidden />
              {t('renewals.priorities.high')}
            </span>
          ) : (
            <span className={styles.quiet}>{t('renewals.priorities.normal')}</span>
          ),
      },
      {
        id: 'outcome',
        header: t('renewals.columns.outcome'),
        minWidth: 240,
        grow: 3,
        priority: 5,
        value: (row) => say(row.outcome, row.quantity),
        tooltip: (row) => say(row.outcome, row.quantity),
        cell: (row) => (
          <span className={row.outcome.kind === 'unknown' ? styles.quiet : undefined}>
            {say(row.outcome, row.quantity)}
          </span>
        ),
      },
      {
        id: 'lastSafeDay',
        header: t('renewals.columns.lastSafeDay'),
        minWidth: 144,
        grow: 0,
        priority: 4,
        value: (row) => row.deadline?.lastSafeDay ?? null,
        cell: (row) => row.deadline?.lastSafeDay ?? unknown,
      },
      {
        id: 'bucket',
        header: t('renewals.columns.bucket'),
        choice: (value) => t(`renewals.buckets.${value as Renewal['bucket']}`),
        cell: (row) => t(`renewals.buckets.${row.bucket}`),
        ...extra,
      },
      {
        id: 'autoRenew',
        header: t('subscriptionFacts.autoRenew'),
        choice: words.yesNo,
        value: (row) => (row.autoRenew === null ? null : row.autoRenew ? 'yes' : 'no'),
        cell: (row) => yesNo(row.autoRenew),
        ...extra,
      },
      {
        id: 'status',
        header: t('subscriptions.columns.status'),
        choice: (value) => t(`subscriptions.statuses.${value as Renewal['status']}`),
        cell: (row) => <StatusText subscription={row} />,
        ...extra,
      },
      {
        id: 'termDuration',
        header: t('subscriptionFacts.termDuration'),
        choice: words.term,
        cell: (row) => (row.termDuration === null ? unknown : words.term(row.termDuration)),
        ...extra,
      },
      {
        id: 'partnerOfRecordState',
        header: t('subscriptions.columns.partnerOfRecord'),
        choice: (value) => t(`subscriptions.partnerOfRecord.${value as Renewal['partnerOfRecordState']}`),
        cell: (row) => <PartnerOfRecord subscription={row} />,
        ...extra,
      },
      {
        id: 'state',
        header: t('renewals.columns.state'),
        choice: (value) => t(`renewals.states.${value as Renewal['state']}`),
        cell: (row) => t(`renewals.states.${row.state}`),
        ...extra,
      },
      {
        id: 'snoozedUntil',
        header: t('renewals.columns.snoozedUntil'),
        cell: (row) => row.snoozedUntil ?? '',
        ...extra,
      },
      {
        id: 'note',
        header: t('renewals.columns.note'),
        tooltip: (row) => row.note || undefined,
        cell: (row) => row.note,
        ...extra,
      },
      {
        id: 'id',
        header: t('lists.subscriptions.id'),
        tooltip: (row) => row.id,
        cell: (row) => row.id,
        ...extra,
        minWidth: 300,
      },
      {
        id: 'accountName',
        header: t('lists.subscriptions.accountName'),
        tooltip: (row) => row.accountName,
        cell: (row) => row.accountName,
        ...extra,
        minWidth: 168,
      },
      {
        id: 'confirmedAt',
        header: t('lists.subscriptions.confirmedAt'),
        value: (row) => row.evidence.confirmedAt,
        cell: (row) => format.date(row.evidence.confirmedAt),
        ...extra,
      },
    ]

    function marksOf(row: Renewal): readonly string[] {
      return [
        ...(row.isPinned ? [t('renewals.marks.pinned')] : []),
        ...(row.state === 'done' ? [t('renewals.marks.done')] : []),
        ...(row.state === 'snoozed' ? [t('renewals.marks.snoozed', { date: row.snoozedUntil ?? '' })] : []),
        ...(row.note === '' ? [] : [t('renewals.marks.note', { text: row.note })]),
      ]
    }
  }, [t, styles, format, say, words])
}

/** The user's own marks on a row as small signs, each of them also a word. */
function Marks({ row }: { readonly row: Renewal }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <span className={styles.marks}>
      {row.isPinned && (
        <Pin16Filled className={mergeClasses(styles.pin)} aria-label={t('renewals.marks.pinned')} />
      )}
      {row.state === 'done' && <CheckmarkCircle16Regular aria-label={t('renewals.marks.done')} />}
      {row.state === 'snoozed' && (
        <Snooze16Regular aria-label={t('renewals.marks.snoozed', { date: row.snoozedUntil ?? '' })} />
      )}
      {row.note !== '' && <Note16Regular aria-label={t('renewals.marks.note', { text: row.note })} />}
    </span>
  )
}
