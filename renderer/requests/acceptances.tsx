import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Private } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    maxHeight: '208px',
    overflow: 'auto',
    flexShrink: 0,
  },
  card: { margin: 0, backgroundColor: tokens.colorNeutralBackground1, maxHeight: 'none' },
  heading: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  words: {
    flex: '1 1 240px',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
})

type Suggestion = ViewValue<'acceptance.list'>[number]

/** Customers an import suggests as having accepted; one click each, and nothing confirms itself. */
export function Acceptances({ isCard }: { readonly isCard?: boolean }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { value } = useView('acceptance.list', useAccountParam())
  if (value === undefined || value.length === 0) {
    return null
  }
  return (
    <section
      className={isCard === true ? `${styles.root} ${styles.card}` : styles.root}
      aria-labelledby="acceptances"
    >
      <Text
        as="h2"
        size={isCard === true ? 400 : 300}
        weight="semibold"
        id="acceptances"
        className={styles.heading}
      >
        {t('acceptance.title')}
      </Text>
      <ul className={styles.list}>
        {value.map((each) => (
          <SuggestionRow key={`${each.requestId} ${each.customerId}`} suggestion={each} />
        ))}
      </ul>
    </section>
  )
}

function SuggestionRow({ suggestion }: { readonly suggestion: Suggestion }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const notify = useNotify()
  const confirm = useCommand('acceptance.confirm')
  const reject = useCommand('acceptance.reject')
  const { requestId, customerId, customerName, requestName, fileName } = suggestion
  const error = confirm.error ?? reject.error
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <Private customerId={customerId}>
          <Text weight="semibold">{customerName}</Text>
          <Text size={200} className={styles.quiet}>
            {[
              t(`acceptance.${suggestion.change}`, { fileName }),
              ...suggestion.reasons.map((reason) => t(`acceptance.reasons.${reason}`)),
              [
                requestName === customerName ? '' : requestName,
                t('acceptance.asked', { date: format.date(suggestion.askedAt) }),
              ]
                .filter((part) => part !== '')
                .join(' '),
            ].join(' · ')}
          </Text>
        </Private>
        {error !== null && <Problem error={error} />}
      </span>
      <span className={styles.buttons}>
        <Button
          size="small"
          icon={<CheckmarkCircleRegular />}
          disabled={confirm.pending}
          onClick={async () => {
            if ((await confirm.run({ requestId, customerId })).ok) {
              notify({
                title: t('acceptance.confirmed'),
                subject: { text: customerName, customerId },
                canUndo: true,
              })
            }
          }}
        >
          {t('acceptance.confirm')}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          disabled={reject.pending}
          onClick={async () => {
            if ((await reject.run({ requestId, customerId })).ok) {
              notify({ title: t('acceptance.rejected'), canUndo: true })
            }
          }}
        >
          {t('acceptance.reject')}
        </Button>
      </span>
    </li>
  )
}
