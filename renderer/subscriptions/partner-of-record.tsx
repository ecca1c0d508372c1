import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

type Subscription = ViewValue<'subscription.list'>['rows'][number]

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
  id: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type PartnerOfRecordProps = { readonly subscription: Subscription; readonly isOneLine?: boolean }

/** Whose PartnerID a subscription carries, as the file has it: a missing one is never taken for the user's own. */
export function PartnerOfRecord({ subscription, isOneLine = false }: PartnerOfRecordProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { partnerOfRecord, partnerOfRecordState } = subscription
  const words = t(`subscriptions.partnerOfRecord.${partnerOfRecordState}`)
  if (isOneLine) {
    const line = partnerOfRecord === null ? words : `${words} ${partnerOfRecord}`
    return (
      <span className={styles.text} title={line}>
        {line}
      </span>
    )
  }
  return (
    <span className={styles.lines}>
      <span className={partnerOfRecordState === 'unknown' ? styles.quiet : styles.text} title={words}>
        {words}
      </span>
      {partnerOfRecord !== null && (
        <span className={styles.id}>{t('subscriptions.partnerId', { id: partnerOfRecord })}</span>
      )}
    </span>
  )
}
