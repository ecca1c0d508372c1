import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

type Subscription = ViewValue<'subscription.list'>['rows'][number]

const useStyles = makeStyles({
  text: { overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** Whose PartnerID a subscription carries, as the file has it: a missing one is never taken for the user's own. */
export function PartnerOfRecord({ subscription }: { readonly subscription: Subscription }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { partnerOfRecord, partnerOfRecordState } = subscription
  const words = t(`subscriptions.partnerOfRecord.${partnerOfRecordState}`)
  const line = partnerOfRecord === null ? words : `${words} ${partnerOfRecord}`
  return (
    <span className={styles.text} title={line}>
      {line}
    </span>
  )
}
