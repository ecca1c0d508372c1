import {
  Link,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { Cloud } from '#shared/domain/cloud.ts'
import { ReadOnlyBadge } from '#renderer/parts/badges.tsx'
import { Private } from '#renderer/parts/private.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  surface: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '420px',
    maxWidth: 'calc(100vw - 48px)',
    boxSizing: 'border-box',
  },
  ask: { minHeight: '24px' },
  heading: { margin: 0 },
  text: { textWrap: 'pretty' },
})

type WhyReadOnlyProps = { readonly cloud: Cloud; readonly customerId: string; readonly customer: string }

/** Says that nothing here can be edited, and on asking why: whose a subscription is to change, and where. */
export function WhyReadOnly({ cloud, customerId, customer }: WhyReadOnlyProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <ReadOnlyBadge reason={t('subscriptions.readOnlyReason')} />
      <Popover trapFocus positioning={{ position: 'below', align: 'start', autoSize: 'height' }}>
        <PopoverTrigger disableButtonEnhancement>
          <Link as="button" className={styles.ask}>
            {t('subscriptionPage.why')}
          </Link>
        </PopoverTrigger>
        <PopoverSurface aria-label={t('subscriptionPage.whyTitle')} className={styles.surface} tabIndex={-1}>
          <Text as="h2" size={400} weight="semibold" className={styles.heading}>
            {t('subscriptionPage.whyTitle')}
          </Text>
          <Text className={styles.text}>{t('subscriptionPage.whyMirror')}</Text>
          <Text className={styles.text}>{t('subscriptionPage.whySeller')}</Text>
          {cloud === '21vianet' && <Text className={styles.text}>{t('subscriptionPage.whyCustomer')}</Text>}
          <Text className={styles.text}>
            <Private customerId={customerId}>{t('subscriptionPage.whyWhere', { customer })}</Private>
          </Text>
          <Text className={styles.text}>{t('subscriptionPage.whyYours')}</Text>
        </PopoverSurface>
      </Popover>
    </div>
  )
}
