import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useFactWords } from './fact-words.ts'
import { SeatsPlot } from './seats-plot.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
  },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  change: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type History = ViewValue<'subscription.history'>
type Change = History['changes'][number]

type SubscriptionHistoryProps = { readonly accountId: string; readonly subscriptionId: string }

/** How a subscription has changed from import to import: its seats as a plot, every other change in words. */
export function SubscriptionHistory({ accountId, subscriptionId }: SubscriptionHistoryProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const tell = useChangeText()
  const { value } = useView('subscription.history', { accountId, subscriptionId, ...useAsOfParam() })
  if (value === undefined) {
    return null
  }
  const { seats, changes, firstSeen } = value
  return (
    <section className={styles.card} aria-labelledby="subscription-history">
      <Text as="h2" size={400} weight="semibold" id="subscription-history" className={styles.heading}>
        {t('subscriptionPage.history')}
      </Text>
      {seats.length > 1 && <SeatsPlot seats={seats} />}
      {changes.length === 0 ? (
        <Text className={styles.quiet}>{t('subscriptionPage.noChanges')}</Text>
      ) : (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={`${change.importId} ${change.fact}`} className={styles.change}>
              <span>{tell(change)}</span>
              <Text size={200} className={styles.quiet}>
                {t('subscriptionPage.by', { date: format.date(change.at), file: change.fileName })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <Text size={200} className={styles.quiet}>
        {t('subscriptionPage.firstSeen', { date: format.date(firstSeen.at), file: firstSeen.fileName })}
      </Text>
    </section>
  )
}

/** Says a change in one line: what, from what, to what. */
function useChangeText(): (change: Change) => string {
  const { t, i18n } = useTranslation()
  const words = useFactWords()
  const names: { readonly [F in Change['fact']]: string } = {
    quantity: t('subscriptions.columns.quantity'),
    status: t('subscriptions.columns.status'),
    endDate: t('subscriptions.columns.endDate'),
    autoRenew: t('subscriptionFacts.autoRenew'),
    partnerOfRecord: t('lists.subscriptions.partnerOfRecordId'),
    termDuration: t('subscriptionFacts.termDuration'),
    offer: t('subscriptions.columns.offer'),
  }
  const valueOf = (fact: Change['fact'], value: string | null): string => {
    if (value === null) {
      return t('common.unknown')
    }
    switch (fact) {
      case 'autoRenew':
        return words.yesNo(value)
      case 'termDuration':
        return words.term(value)
      case 'partnerOfRecord':
        return value === 'removed' || value === 'direct' ? t(`subscriptions.partnerOfRecord.${value}`) : value
      case 'status':
        return i18n.exists(`subscriptions.statuses.${value}`)
          ? t(`subscriptions.statuses.${value as 'active'}`)
          : value
      case 'quantity':
      case 'endDate':
      case 'offer':
        return value
    }
  }
  return ({ fact, from, to }) =>
    t('subscriptionPage.changed', { fact: names[fact], from: valueOf(fact, from), to: valueOf(fact, to) })
}
