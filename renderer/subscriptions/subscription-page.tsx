import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { Fact, FactList } from '#renderer/parts/fact-list.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { DeadlineFacts, OutcomeSentence } from '#renderer/parts/outcome.tsx'
import { Private } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useView } from '#renderer/state/use-view.ts'
import { cellToCopy, copyText } from '#renderer/table/selection/copy-rows.ts'
import { useFactWords } from './fact-words.ts'
import { PartnerOfRecord } from './partner-of-record.tsx'
import { StatusText } from './status-text.tsx'
import { SubscriptionHistory } from './subscription-history.tsx'
import { Term } from './term.tsx'
import { WhyReadOnly } from './why-read-only.tsx'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  words: {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    '@media (max-width: 639px)': { flexBasis: 'calc(100% - 48px)' },
  },
  title: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 360px), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
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
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(104px, max-content) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { textAlign: 'start', overflowWrap: 'anywhere', minHeight: '24px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

type SubscriptionPageProps = {
  readonly accountId: string
  readonly subscriptionId: string
  readonly onBack: () => void
  readonly onOpen: (subscriptionId: string) => void
  readonly onOpenCustomer: (customerId: string) => void
}

/** One subscription, whole and to read: its facts, what happens if nobody acts, and how it has changed. */
export function SubscriptionPage({ accountId, subscriptionId, ...on }: SubscriptionPageProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { value, error } = useView('subscription.detail', { accountId, subscriptionId, ...useAsOfParam() })
  return (
    <div className={styles.root} role="region" aria-label={t('subscriptionPage.label')}>
      {error !== undefined && <Problem error={error} canRetry />}
      {value === undefined ? (
        <Button icon={<ArrowLeftRegular />} onClick={on.onBack}>
          {t('common.back')}
        </Button>
      ) : (
        <Shown subscription={value} {...on} />
      )}
    </div>
  )
}

type Subscription = ViewValue<'subscription.detail'>
type ShownProps = Omit<SubscriptionPageProps, 'accountId' | 'subscriptionId'> & {
  readonly subscription: Subscription
}

function Shown({ subscription, onBack, onOpen, onOpenCustomer }: ShownProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const { customerId, outcome, deadline, quantity, addOns, parent } = subscription
  const copyId = () =>
    notify(
      copyText(cellToCopy(subscription.id))
        ? { title: t('subscriptionPage.copied'), intent: 'success' }
        : { title: t('table.selection.notCopied'), intent: 'error' },
    )
  const other = (each: { readonly id: string; readonly offer: string }) => (
    <Link as="button" className={styles.link} onClick={() => onOpen(each.id)}>
      {each.offer}
    </Link>
  )
  return (
    <>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t('common.back')}
          title={t('common.back')}
          onClick={onBack}
        />
        <div className={styles.words}>
          <Text as="h1" size={500} weight="semibold" className={styles.title}>
            <Private customerId={customerId}>{subscription.nickname ?? subscription.offer}</Private>
          </Text>
          <div className={styles.line}>
            <Link as="button" className={styles.link} onClick={() => onOpenCustomer(customerId)}>
              <Private customerId={customerId}>{subscription.customerName}</Private>
            </Link>
            <span className={styles.quiet}>{subscription.accountName}</span>
            <CloudBadge cloud={subscription.cloud} />
          </div>
          <WhyReadOnly
            cloud={subscription.cloud}
            customerId={customerId}
            customer={subscription.customerName}
          />
        </div>
        <Button icon={<Copy16Regular />} onClick={copyId}>
          {t('subscriptionPage.copyId')}
        </Button>
      </div>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <section className={styles.card} aria-labelledby="subscription-what-if">
            <Heading id="subscription-what-if">{t('subscriptionPage.whatIf')}</Heading>
            <OutcomeSentence outcome={outcome} seats={quantity} />
            {deadline !== null && <DeadlineFacts deadline={deadline} />}
          </section>
          <FactsCard subscription={subscription} />
          {(parent !== null || addOns.length > 0) && (
            <section className={styles.card} aria-labelledby="subscription-add-ons">
              <Heading id="subscription-add-ons">
                {t(parent === null ? 'subscriptionPage.addOns' : 'subscriptionPage.parent')}
              </Heading>
              <ul className={styles.list}>
                {(parent === null ? addOns : [parent]).map((each) => (
                  <li key={each.id}>{other(each)}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className={styles.stack}>
          <SubscriptionHistory accountId={subscription.accountId} subscriptionId={subscription.id} />
          <IdsCard subscription={subscription} />
        </div>
      </div>
    </>
  )
}

function Heading({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <Text as="h2" size={400} weight="semibold" id={id} className={styles.heading}>
      {children}
    </Text>
  )
}

function FactsCard({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const words = useFactWords()
  const unknown = <span className={styles.quiet}>{t('common.unknown')}</span>
  const yesNo = (value: boolean | null) => (value === null ? unknown : words.yesNo(value ? 'yes' : 'no'))
  const { quantity, termDuration, billingCycle, suspensionReasons, resellerName, evidence } = subscription
  return (
    <section className={styles.card} aria-labelledby="subscription-facts">
      <Heading id="subscription-facts">{t('subscriptionPage.facts')}</Heading>
      <FactList>
        <Fact name={t('subscriptions.columns.offer')}>{subscription.offer}</Fact>
        <Fact name={t('subscriptions.columns.quantity')}>
          {quantity === null ? unknown : format.number(quantity)}
        </Fact>
        <Fact name={t('subscriptions.columns.status')}>
          <StatusText subscription={subscription} />
        </Fact>
        <Fact name={t('lists.subscriptions.statusRaw')}>{subscription.statusRaw ?? unknown}</Fact>
        <Fact name={t('subscriptions.columns.startDate')}>{subscription.startDate ?? unknown}</Fact>
        <Fact name={t('subscriptions.columns.endDate')}>
          <Term subscription={subscription} isStacked={false} />
        </Fact>
        <Fact name={t('subscriptionFacts.termDuration')}>
          {termDuration === null ? unknown : words.term(termDuration)}
        </Fact>
        <Fact name={t('subscriptionFacts.billingCycle')}>
          {billingCycle === null ? unknown : words.cycle(billingCycle)}
        </Fact>
        <Fact name={t('subscriptionFacts.autoRenew')}>{yesNo(subscription.autoRenew)}</Fact>
        <Fact name={t('subscriptionFacts.isTrial')}>{yesNo(subscription.isTrial)}</Fact>
        <Fact name={t('subscriptions.columns.partnerOfRecord')}>
          <PartnerOfRecord subscription={subscription} />
        </Fact>
        <Fact name={t('subscriptionFacts.resellerName')}>{resellerName ?? unknown}</Fact>
        {suspensionReasons.length > 0 && (
          <Fact name={t('subscriptionFacts.suspensionReasons')}>{suspensionReasons.join('; ')}</Fact>
        )}
        <Fact name={t('subscriptionPage.source')}>
          {t('subscriptions.sourceHint', {
            file: evidence.fileName,
            imported: format.date(evidence.importedAt),
            confirmed: format.date(evidence.confirmedAt),
          })}
        </Fact>
      </FactList>
    </section>
  )
}

function IdsCard({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const fields = [
    ['subscriptionId', subscription.id],
    ['offerId', subscription.offerId],
    ['orderId', subscription.orderId],
    ['billingId', subscription.billingId],
    ['billingType', subscription.billingType],
    ['unitType', subscription.unitType],
    ['contractType', subscription.contractType],
    ['publisher', subscription.publisher],
    ['creationDate', subscription.creationDate],
  ] as const
  return (
    <section className={styles.card} aria-labelledby="subscription-ids">
      <Heading id="subscription-ids">{t('subscriptionPage.ids')}</Heading>
      <FactList>
        {fields.map(
          ([field, value]) =>
            value !== null && (
              <Fact key={field} name={t(`subscriptionPage.${field}`)}>
                {value}
              </Fact>
            ),
        )}
      </FactList>
    </section>
  )
}
