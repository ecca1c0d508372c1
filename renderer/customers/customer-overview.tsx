import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useRelationshipText } from './relationship-text.ts'

type Customer = ViewValue<'customer.detail'>
type Evidence = Customer['facts']['name']['evidence']

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    containerType: 'inline-size',
  },
  numbers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  number: {
    flex: '1 1 112px',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  headCell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    userSelect: 'text',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { overflowWrap: 'anywhere', minWidth: '96px' },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  file: { overflowWrap: 'anywhere' },
  date: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
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
      <table className={styles.table}>
        <thead>
          <tr>
            {(['fact', 'value', 'source', 'confirmed'] as const).map((column) => (
              <th key={column} scope="col" className={styles.headCell}>
                {t(`customers.factColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, evidence]) => (
            <tr key={name}>
              <th scope="row" className={`${styles.cell} ${styles.name}`}>
                {name}
              </th>
              <td className={`${styles.cell} ${styles.value}`}>
                {value ?? <span className={styles.quiet}>{t('common.unknown')}</span>}
              </td>
              <td className={`${styles.cell} ${styles.source}`}>
                {evidence === null ? (
                  t('customers.noSource')
                ) : (
                  <>
                    <span className={styles.file}>{evidence.fileName}</span>
                    <br />
                    {t(`sources.${evidence.source}`)}, {format.date(evidence.importedAt)}
                  </>
                )}
              </td>
              <td className={`${styles.cell} ${styles.date}`}>
                {evidence === null ? '–' : format.date(evidence.confirmedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure({
  label,
  value,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly note?: string
}) {
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
