import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { DraftView } from './use-request-draft.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    textWrap: 'pretty',
    '& svg': { flexShrink: 0, marginTop: '2px' },
  },
  warning: { color: tokens.colorStatusWarningForeground2 },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Found = ViewValue<'request.checks'>['general'][number]

/** Reasons to think again, each with where it stands; none of them stops anybody. */
export function ChecksPanel({ view }: { readonly view: DraftView }) {
  return view.account === null ? null : <Checks view={view} accountId={view.account.id} />
}

function Checks({ view, accountId }: { readonly view: DraftView; readonly accountId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { draft } = view
  const customers =
    draft.kind === 'several'
      ? draft.several.flatMap(({ customer }) => (customer === null ? [] : [customer]))
      : draft.kind === 'customer' && draft.customer !== null
        ? [draft.customer]
        : []
  const { value } = useView('request.checks', {
    accountId,
    customerIds: customers.map(({ id }) => id),
    purpose: draft.purpose,
    ...(draft.linkId === null ? {} : { linkId: draft.linkId }),
  })
  if (value === undefined) {
    return null
  }
  const found: readonly (readonly [string, Found, string])[] = [
    ...value.general.map((each) => [each.check, each, ''] as const),
    ...value.customers.flatMap(({ customerId, checks }) =>
      checks.map((each) => {
        const name = customers.find(({ id }) => id === customerId)?.name ?? ''
        return [`${customerId} ${each.check}`, each, draft.kind === 'several' ? name : ''] as const
      }),
    ),
  ]
  return (
    <section className={styles.root} aria-label={t('checks.title')}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {t('checks.title')}
      </Text>
      <ul className={styles.list}>
        {found.length === 0 && (
          <li className={styles.line}>
            <CheckmarkCircle16Regular aria-hidden className={styles.fine} />
            {t('checks.none')}
          </li>
        )}
        {found.map(([key, { check, sources }, name]) => (
          <li key={key} className={styles.line}>
            <Warning16Regular aria-hidden className={styles.warning} />
            <span>
              {name === '' ? '' : `${name}: `}
              {t(`checks.${check}`)}
              {sources.length > 0 && (
                <Text size={200} block className={styles.quiet}>
                  {sources
                    .map(({ document, date }) => t('capabilities.source', { document, date }))
                    .join('; ')}
                </Text>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
