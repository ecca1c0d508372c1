import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { PrivatePart } from '#renderer/parts/private.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useListState } from '#renderer/state/list-state.ts'
import { useUi } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  root: {
    position: 'fixed',
    right: '24px',
    bottom: '44px',
    zIndex: 900_000,
    width: 'min(560px, calc(100vw - 96px))',
    maxHeight: '60vh',
    overflow: 'auto',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { margin: 0, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  term: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    gap: tokens.spacingHorizontalXL,
  },
  heading: { margin: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    alignItems: 'baseline',
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  // A note is a sentence: it wraps, and a long one shows its first three lines.
  note: { minWidth: 0, overflowWrap: 'anywhere', maxHeight: '60px', overflow: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  soon: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
})

/** The card of the selected row's customer; the list keeps the focus, so that the arrows go on to the next row. */
export function QuickLook() {
  const { t } = useTranslation()
  const styles = useStyles()
  const screen = useUi((state) => state.route.screen)
  const selectedId = useUi((state) => state.customers.selectedId)
  const requestId = useUi((state) => state.requests.selectedId)
  const cursor = useListState('customers').cursor.key
  const shown = selectedId ?? cursor
  const row = useListState('subscriptions').cursor.key
  return (
    <div role="dialog" aria-label={t('desk.quickLook.title')} aria-live="polite" className={styles.root}>
      {screen === 'customers' && shown !== null ? (
        <Card customerId={shown} />
      ) : screen === 'requests' && requestId !== null ? (
        <RequestCustomer requestId={requestId} />
      ) : screen === 'subscriptions' && row !== null ? (
        <SubscriptionCustomer row={row} />
      ) : (
        <Text>{t('desk.quickLook.none')}</Text>
      )}
      <Text size={200} className={styles.quiet}>
        {t('desk.quickLook.hint')}
      </Text>
    </div>
  )
}

function RequestCustomer({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation()
  const { value } = useView('request.detail', { requestId })
  if (value === undefined) {
    return null
  }
  return value.customerId === null ? (
    <Text>{t('desk.quickLook.none')}</Text>
  ) : (
    <Card customerId={value.customerId} />
  )
}

/** The customer of a row of the subscriptions, whose key is its account and its id. */
function SubscriptionCustomer({ row }: { readonly row: string }) {
  const { t } = useTranslation()
  const [accountId = '', id = ''] = row.split(' ')
  const { value } = useView('subscription.list', { accountId, search: id, limit: 1, ...useAsOfParam() })
  const customerId = value?.rows[0]?.customerId
  return customerId === undefined ? <Text>{t('desk.quickLook.none')}</Text> : <Card customerId={customerId} />
}

function Card({ customerId }: { readonly customerId: string }) {
  return (
    <PrivatePart customerId={customerId}>
      <CustomerCard customerId={customerId} />
    </PrivatePart>
  )
}

function CustomerCard({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { accounts } = useScope()
  const asOf = useAsOfParam()
  const customer = useView('customer.detail', { customerId, ...asOf }).value
  const ends = useView('subscription.list', {
    customerId,
    ...asOf,
    filter: { match: 'all', conditions: [{ column: 'endDate', operator: 'in-next-days', value: 3_650 }] },
    sort: { column: 'endDate', direction: 'ascending' },
    limit: 4,
  }).value
  const requests = useView('request.list', { customerId, limit: 4 }).value
  if (customer === undefined) {
    return null
  }
  const account = accounts.find((each) => each.id === customer.accountId)
  const facts = [
    [t('customers.facts.domain'), customer.domain ?? t('common.unknown')],
    [t('customers.facts.tenantId'), customer.tenantId ?? t('common.unknown')],
    [t('customers.facts.relationship'), t(`relationships.${customer.relationship}`)],
    [t('customers.facts.subscriptions'), format.number(customer.subscriptionCount)],
    [t('customers.facts.seats'), format.number(customer.seatCount)],
  ] as const
  return (
    <>
      <div className={styles.head}>
        <Text as="h2" size={500} weight="semibold" className={styles.name}>
          {customer.name}
        </Text>
        {account !== undefined && <CloudBadge cloud={account.cloud} />}
        {customer.isSample && <SampleBadge />}
      </div>
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term} className={styles.fact}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.columns}>
        <Part name={t('desk.quickLook.ends')} nothing={t('desk.quickLook.noEnds')}>
          {ends?.rows.map((row) => (
            <li key={row.id} className={styles.line}>
              <span className={styles.text}>{row.offer}</span>
              <span className={soonOr(styles, row.endDate !== null && format.daysTo(row.endDate) <= 30)}>
                {row.endDate}
              </span>
            </li>
          ))}
        </Part>
        <Part name={t('desk.quickLook.requests')} nothing={t('desk.quickLook.noRequests')}>
          {requests?.rows.map((row) => (
            <li key={row.id} className={styles.line}>
              <span className={styles.text}>{t(`requests.states.${row.state}`)}</span>
              <span className={styles.quiet}>{format.date(row.exportedAt ?? row.createdAt)}</span>
            </li>
          ))}
        </Part>
        <Part name={t('desk.quickLook.notes')} nothing={t('desk.quickLook.noNotes')}>
          {customer.notes.slice(0, 3).map((note) => (
            <li key={note.id} className={styles.line}>
              <span className={styles.note}>{note.text}</span>
              <span className={styles.quiet}>{format.date(note.createdAt)}</span>
            </li>
          ))}
        </Part>
      </div>
    </>
  )
}

function soonOr(styles: ReturnType<typeof useStyles>, isSoon: boolean): string {
  return mergeClasses(isSoon ? styles.soon : styles.quiet)
}

type PartProps = {
  readonly name: string
  readonly nothing: string
  readonly children: readonly ReactNode[] | undefined
}

function Part({ name, nothing, children }: PartProps) {
  const styles = useStyles()
  return (
    <section>
      <Text as="h3" size={200} weight="semibold" block className={styles.heading}>
        {name}
      </Text>
      {children !== undefined && children.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {nothing}
        </Text>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </section>
  )
}
