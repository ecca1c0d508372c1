import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { EyeOff16Filled } from '@fluentui/react-icons/svg/eye-off'
import { useTranslation } from 'react-i18next'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { useToggleSafe } from './use-toggle-safe.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    borderBottom: `1px solid ${tokens.colorBrandStroke2}`,
  },
  words: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
})

/** Says that only one customer can be read, which one, and how to end that. */
export function SafeBanner() {
  const { customerId } = useUi((state) => state.safe)
  const { t } = useTranslation()
  const styles = useStyles()
  const openId = useUi((state) => state.customers.selectedId)
  const { set } = useUiActions()
  const toggle = useToggleSafe()
  return (
    <div className={styles.root} role="status">
      <EyeOff16Filled aria-hidden />
      <span className={styles.words}>
        <strong>{t('desk.safe.on')}</strong>{' '}
        {customerId === null ? t('desk.safe.nobody') : <Chosen customerId={customerId} />}
      </span>
      {openId !== null && openId !== customerId && (
        <Button size="small" onClick={() => set('safe', { isOn: true, customerId: openId })}>
          {t('desk.safe.chooseOpen')}
        </Button>
      )}
      <Button size="small" onClick={toggle}>
        {t('desk.safe.off')}
      </Button>
    </div>
  )
}

function Chosen({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const { value } = useView('customer.detail', { customerId })
  return value === undefined ? null : t('desk.safe.only', { name: value.name })
}
