import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { RadioButtonFilled, RadioButtonRegular } from '@fluentui/react-icons/svg/radio-button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandInput } from '#shared/protocol.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { Question } from './identity-text.ts'

type Answer = CommandInput<'import.identify'>['answer']

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: '216px',
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  answers: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  answer: {
    width: '100%',
    maxWidth: 'none',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    '&[aria-pressed="true"]': { fontWeight: tokens.fontWeightSemibold },
  },
  mark: { width: '20px', flexShrink: 0, display: 'inline-flex' },
  name: { textAlign: 'start', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    marginInlineStart: tokens.spacingHorizontalS,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flex: '1 1 0',
    minWidth: 0,
    textAlign: 'start',
  },
  search: { maxWidth: '280px' },
})

const found = 6

type IdentityPanelProps = {
  readonly question: Question | undefined
  readonly accountId: string
  readonly isBusy: boolean
  readonly onAnswer: (answer: Answer) => void
}

/** Asks which customer one row of a file means: one of those that may be, somebody new, another one, or nobody. */
export function IdentityPanel({ question, accountId, isBusy, onAnswer }: IdentityPanelProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [search, setSearch] = useState('')
  if (question === undefined) {
    return (
      <div className={styles.root}>
        <Text className={styles.quiet}>{t('importIdentity.choose')}</Text>
      </div>
    )
  }
  const { name, candidates, canBeNew, answeredBy } = question
  const shared = { question, isBusy, onAnswer }
  return (
    <div
      className={styles.root}
      role="group"
      aria-label={t('importIdentity.question', { name })}
      // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
    >
      <Text weight="semibold">{t('importIdentity.question', { name })}</Text>
      <Text size={200} className={styles.quiet}>
        {t(`importIdentity.hints.${answeredBy ?? 'user'}`)}
      </Text>
      <ul className={styles.answers}>
        {candidates.map((customer) => (
          <li key={customer.customerId}>
            <AnswerButton
              {...shared}
              gives={{ kind: 'customer', customerId: customer.customerId }}
              label={customer.name}
              details={[
                customer.reason === null ? null : t(`importIdentity.reasons.${customer.reason}`),
                customer.domain,
                t('importIdentity.subscriptions', { count: customer.subscriptionCount }),
                customer.tenantId,
              ]}
            />
          </li>
        ))}
        {canBeNew && (
          <li>
            <AnswerButton {...shared} gives={{ kind: 'new' }} label={t('importIdentity.isNew')} />
          </li>
        )}
        <li>
          <AnswerButton {...shared} gives={{ kind: 'leave-out' }} label={t('importIdentity.isLeftOut')} />
        </li>
      </ul>
      <SearchBox
        size="small"
        className={styles.search}
        placeholder={t('importIdentity.other')}
        aria-label={t('importIdentity.other')}
        dismiss={{ 'aria-label': t('table.quickFilterClear') }}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      {search.trim() !== '' && <OtherCustomers {...shared} accountId={accountId} search={search.trim()} />}
    </div>
  )
}

type AnswerProps = {
  readonly question: Question
  readonly isBusy: boolean
  readonly onAnswer: (answer: Answer) => void
}

/** One answer to give; giving it again takes it back. */
function AnswerButton({
  question: { answer, suggestion },
  isBusy,
  onAnswer,
  gives,
  label,
  details = [],
}: AnswerProps & {
  readonly gives: Answer
  readonly label: string
  readonly details?: readonly (string | null)[]
}) {
  const { t } = useTranslation()
  const styles = useStyles()
  const isGiven = isSame(gives, answer)
  const said = [isSame(gives, suggestion) ? t('importIdentity.suggested') : null, ...details]
    .filter((detail) => detail !== null)
    .join(' · ')
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.answer}
      aria-pressed={isGiven}
      disabledFocusable={isBusy}
      onClick={() => onAnswer(isGiven ? { kind: 'open' } : gives)}
    >
      <span className={styles.mark}>{isGiven ? <RadioButtonFilled /> : <RadioButtonRegular />}</span>
      <span className={styles.name}>{label}</span>
      <span className={styles.detail} title={said}>
        {said}
      </span>
    </Button>
  )
}

function isSame(one: Answer, other: Answer | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Customers of the account that nothing in the file speaks for, found by what is typed. */
function OtherCustomers({
  accountId,
  search,
  ...shared
}: AnswerProps & { readonly accountId: string; readonly search: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { value } = useView('customer.list', { accountId, search, offset: 0, limit: found })
  return (
    <ul className={styles.answers}>
      {value?.rows.map((customer) => (
        <li key={customer.id}>
          <AnswerButton
            {...shared}
            gives={{ kind: 'customer', customerId: customer.id }}
            label={customer.name}
            details={[customer.domain, customer.tenantId]}
          />
        </li>
      ))}
      {value?.total === 0 && (
        <li className={styles.quiet} role="status">
          {t('importIdentity.none')}
        </li>
      )}
    </ul>
  )
}
