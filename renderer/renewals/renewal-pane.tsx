import { Button, Link, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { NoteRegular } from '@fluentui/react-icons/svg/note'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import { PinRegular } from '@fluentui/react-icons/svg/pin'
import { SnoozeRegular } from '@fluentui/react-icons/svg/snooze'
import { useTranslation } from 'react-i18next'
import { ReadOnlyBadge } from '#renderer/parts/badges.tsx'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { DeadlineFacts, OutcomeSentence } from '#renderer/parts/outcome.tsx'
import { Private } from '#renderer/parts/private.tsx'
import { PartnerOfRecord } from '#renderer/subscriptions/partner-of-record.tsx'
import { StatusText } from '#renderer/subscriptions/status-text.tsx'
import { useFactWords } from '#renderer/subscriptions/fact-words.ts'
import { Term } from '#renderer/subscriptions/term.tsx'
import type { Renewal } from './renewal-columns.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import type { RenewalActions } from './use-renewal-actions.ts'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  title: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  customer: { overflowWrap: 'anywhere', textAlign: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  note: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  keys: { color: tokens.colorNeutralForeground3, textWrap: 'pretty' },
})

type RenewalPaneProps = {
  readonly renewal: Renewal
  /** Read as of an earlier day: nothing can be marked. */
  readonly isPast: boolean
  readonly actions: RenewalActions
  readonly onNote: () => void
  readonly onOpen: () => void
  readonly onOpenCustomer: () => void
}

/** One renewal beside the worklist: what happens, until when it can be changed, and the user's own marks. */
export function RenewalPane({ renewal, isPast, actions, onNote, onOpen, onOpenCustomer }: RenewalPaneProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const words = useFactWords()
  const rows = [renewal]
  const { autoRenew, termDuration, quantity } = renewal
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          <Private customerId={renewal.customerId}>{renewal.nickname ?? renewal.offer}</Private>
        </Text>
        <Link as="button" onClick={onOpenCustomer} className={styles.customer}>
          <Private customerId={renewal.customerId}>{renewal.customerName}</Private>
        </Link>
        <ReadOnlyBadge reason={t('subscriptions.readOnlyReason')} />
      </div>
      <div role="group" aria-label={t('renewals.actions.label')} className={styles.actions}>
        {!isPast && (
          <>
            <Button size="small" icon={<PinRegular />} onClick={() => actions.pin(rows)}>
              {t(renewal.isPinned ? 'renewals.actions.unpin' : 'renewals.actions.pin')}
            </Button>
            {renewal.state === 'snoozed' ? (
              <Button size="small" icon={<SnoozeRegular />} onClick={() => actions.snooze(rows, null)}>
                {t('renewals.actions.wake')}
              </Button>
            ) : (
              <SnoozeMenu onSnooze={(days) => actions.snooze(rows, days)} />
            )}
            <Button size="small" icon={<CheckmarkCircleRegular />} onClick={() => actions.done(rows)}>
              {t(renewal.state === 'done' ? 'renewals.actions.reopen' : 'renewals.actions.done')}
            </Button>
            <Button size="small" icon={<NoteRegular />} onClick={onNote}>
              {t('renewals.actions.note')}
            </Button>
          </>
        )}
        <Tooltip content={t('renewals.actions.open')} relationship="label">
          <Button size="small" icon={<OpenRegular />} onClick={onOpen} />
        </Tooltip>
      </div>
      {(renewal.note !== '' || renewal.state === 'snoozed') && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('renewals.columns.note')}</h3>
          {renewal.note !== '' && (
            <Private customerId={renewal.customerId}>
              <Text className={styles.note}>{renewal.note}</Text>
            </Private>
          )}
          {renewal.state === 'snoozed' && (
            <Text size={200} className={styles.keys}>
              {t('renewals.marks.snoozed', { date: renewal.snoozedUntil ?? '' })}
            </Text>
          )}
        </div>
      )}
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('renewals.columns.outcome')}</h3>
        <OutcomeSentence outcome={renewal.outcome} seats={quantity} />
      </div>
      {renewal.deadline !== null && (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('renewals.deadline.title')}</h3>
          <DeadlineFacts deadline={renewal.deadline} />
        </div>
      )}
      <FactList>
        <Fact name={t('subscriptions.columns.endDate')}>
          <Term subscription={renewal} isStacked={false} />
        </Fact>
        <Fact name={t('subscriptions.columns.quantity')}>
          {quantity === null ? t('common.unknown') : format.number(quantity)}
        </Fact>
        <Fact name={t('subscriptions.columns.status')}>
          <StatusText subscription={renewal} />
        </Fact>
        <Fact name={t('subscriptionFacts.autoRenew')}>
          {autoRenew === null ? t('common.unknown') : words.yesNo(autoRenew ? 'yes' : 'no')}
        </Fact>
        <Fact name={t('subscriptionFacts.termDuration')}>
          {termDuration === null ? t('common.unknown') : words.term(termDuration)}
        </Fact>
        <Fact name={t('subscriptions.columns.partnerOfRecord')}>
          <PartnerOfRecord subscription={renewal} />
        </Fact>
        <Fact name={t('lists.subscriptions.accountName')}>{renewal.accountName}</Fact>
      </FactList>
      {!isPast && (
        <Text size={200} className={styles.keys}>
          {t('renewals.actions.keys')}
        </Text>
      )}
    </div>
  )
}
