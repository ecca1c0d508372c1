import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { Contacts } from '#renderer/own/contacts.tsx'
import { OwnFacts } from '#renderer/own/own-facts.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useRelationshipText } from './relationship-text.ts'

type Customer = ViewValue<'customer.detail'>
type Evidence = Customer['facts']['name']['evidence']

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    maxWidth: '960px',
  },
  numbers: { display: 'flex', gap: tokens.spacingHorizontalS },
  number: {
    flex: '1 1 auto',
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums' },
  fact: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 160px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    userSelect: 'text',
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
  source: {
    gridColumn: 2,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
})

/** What the files say about a customer: each fact with the file that stated it and the date it was last confirmed. */
export function CustomerOverview({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const relationshipText = useRelationshipText()
  const { facts } = customer
  const rows: readonly (readonly [string, string | null, Evidence])[] = [
    [t('customers.facts.name'), facts.name.value, facts.name.evidence],
    [t('customers.facts.domain'), facts.domain.value, facts.domain.evidence],
    [t('customers.facts.tenantId'), facts.tenantId.value, facts.tenantId.evidence],
    [
      t('customers.facts.relationship'),
      facts.relationship.value === null ? null : relationshipText(customer),
      facts.relationship.evidence,
    ],
    [
      t('own.privileges.label'),
      facts.delegatedPrivileges.evidence === null
        ? null
        : t(`own.privileges.states.${facts.delegatedPrivileges.value}`),
      facts.delegatedPrivileges.evidence,
    ],
    [
      t('customers.facts.tags'),
      facts.tags.value.length === 0 ? null : facts.tags.value.join(', '),
      facts.tags.evidence,
    ],
  ]

  return (
    <div className={styles.root}>
      <div className={styles.numbers}>
        <Figure
          label={t('customers.facts.subscriptions')}
          value={format.number(customer.subscriptionCount)}
        />
        <Figure label={t('customers.facts.seats')} value={format.number(customer.seatCount)} />
        <Figure
          label={t('customers.facts.nextEnd')}
          value={customer.nextEndDate ?? '–'}
          {...(customer.nextEndDate === null ? {} : { note: format.relative(customer.nextEndDate) })}
        />
      </div>
      <FigureSource customer={customer} />
      <OwnFacts customer={customer} />
      <Contacts customer={customer} />
      <section aria-labelledby={`facts-${customer.id}`}>
        <Text as="h3" weight="semibold" id={`facts-${customer.id}`} className={styles.title}>
          {t('own.fromFiles')}
        </Text>
        <dl className={styles.facts}>
          {rows.map(([name, value, evidence]) => (
            <div key={name} className={styles.fact}>
              <dt className={styles.quiet}>{name}</dt>
              <dd className={styles.value}>
                {value ?? <span className={styles.quiet}>{t('common.unknown')}</span>}
              </dd>
              <dd className={styles.source}>
                {evidence === null
                  ? t('customers.noSource')
                  : t('customers.source', {
                      file: evidence.fileName,
                      kind: t(`sources.${evidence.source}`),
                      imported: format.date(evidence.importedAt),
                      confirmed: format.date(evidence.confirmedAt),
                    })}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

/** What the numbers above are counted from, and the oldest file among it. */
function FigureSource({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const oldest = useView('subscription.list', {
    customerId: customer.id,
    ...useAsOfParam(),
    sort: { column: 'confirmedAt', direction: 'ascending' },
    limit: 1,
  }).value?.rows[0]?.evidence
  return (
    <Text size={200} className={styles.quiet}>
      {[
        t('portfolio.freshness.counted', { count: customer.subscriptionCount }),
        oldest === undefined
          ? t('portfolio.freshness.noSource')
          : t('portfolio.freshness.source', {
              file: oldest.fileName,
              kind: t(`sources.${oldest.source}`),
              imported: format.date(oldest.importedAt),
              confirmed: format.date(oldest.confirmedAt),
            }),
      ].join(t('common.sentenceGap'))}
    </Text>
  )
}

type FigureProps = { readonly label: string; readonly value: string; readonly note?: string }

function Figure({ label, value, note }: FigureProps) {
  const styles = useStyles()
  return (
    <div className={styles.number}>
      <Text size={200} className={styles.quiet}>
        {label}
      </Text>
      <Text size={500} weight="semibold" className={styles.figure}>
        {value}
      </Text>
      {note !== undefined && (
        <Text size={200} className={styles.quiet}>
          {note}
        </Text>
      )}
    </div>
  )
}
