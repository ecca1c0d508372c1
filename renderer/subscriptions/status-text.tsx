import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

type Subscription = ViewValue<'subscription.list'>['rows'][number]

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    // A word of the source's own may be longer than its cell, and then ends with an ellipsis.
    maxWidth: '100%',
    verticalAlign: 'bottom',
    whiteSpace: 'nowrap',
  },
  dot: {
    width: '8px',
    height: '8px',
    boxSizing: 'border-box',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  active: { backgroundColor: tokens.colorStatusSuccessBackground3, border: 'none' },
  warning: { backgroundColor: tokens.colorStatusWarningBackground3, border: 'none' },
  ended: { backgroundColor: tokens.colorNeutralForeground4, border: 'none' },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** A status in words; one the source does not state is "unknown", one we have no word for is shown as the source says it. */
export function StatusText({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { status, statusRaw } = subscription
  const words = status === 'other' && statusRaw !== null ? statusRaw : t(`subscriptions.statuses.${status}`)
  const tone =
    status === 'active'
      ? styles.active
      : status === 'suspended' || status === 'pending'
        ? styles.warning
        : status === 'expired' || status === 'disabled' || status === 'deleted'
          ? styles.ended
          : undefined
  return (
    <span className={styles.root}>
      <span aria-hidden className={mergeClasses(styles.dot, tone)} />
      <span className={mergeClasses(styles.words, status === 'unknown' && styles.quiet)} title={words}>
        {words}
      </span>
    </span>
  )
}
