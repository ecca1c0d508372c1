import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Warning16Regular } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from 'react-i18next'
import type { AccountKind, Cloud } from '#shared/domain/cloud.ts'
import { linkWarnings, readLink } from '#shared/domain/link.ts'
import { Fact, FactList } from './fact-list.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  label: { flex: 1 },
  lock: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  address: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    maxHeight: '120px',
    overflowY: 'auto',
    userSelect: 'text',
  },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  host: { fontWeight: tokens.fontWeightBold },
  quiet: { color: tokens.colorNeutralForeground3 },
  warning: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusWarningForeground2,
    '& svg': { flexShrink: 0 },
  },
})

type LinkBoxProps = {
  readonly link: string
  readonly account: {
    readonly cloud: Cloud
    readonly kind: AccountKind
    readonly tenantId: string | null
  } | null
  readonly onReplace?: () => void
  readonly hint?: string
}

/** An invitation link in a box of its own: never editable, its host and partner readable, reasons to look twice in words. */
export function LinkBox({ link, account, onReplace, hint }: LinkBoxProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const isProvider = account?.kind === 'indirect-reseller'
  return (
    <div
      role="group"
      className={styles.root}
      aria-label={t(isProvider ? 'link.providerLabel' : 'link.label')}
    >
      <div className={styles.head}>
        <span className={styles.lock} aria-hidden>
          <LockClosed16Regular />
        </span>
        <Text weight="semibold" size={200} className={styles.label}>
          {t(isProvider ? 'link.providerLabel' : 'link.label')}
        </Text>
        {onReplace !== undefined && (
          <Button size="small" appearance="subtle" onClick={onReplace}>
            {t('link.replace')}
          </Button>
        )}
      </div>
      <div className={styles.address}>{link}</div>
      <LinkFacts link={link} account={account} />
      <Text size={200} className={styles.quiet}>
        {hint ?? t('link.locked')}
      </Text>
    </div>
  )
}

/** Where a link leads, whose it is, and why to look twice; reading only. */
export function LinkFacts({ link, account }: Pick<LinkBoxProps, 'link' | 'account'>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const reading = readLink(link)
  if (reading === null) {
    return null
  }
  const warnings = account === null ? [] : linkWarnings(link, account)
  const before = reading.host.slice(0, reading.host.length - reading.registrableHost.length)
  return (
    <>
      <FactList size="small">
        <Fact name={t('link.host')}>
          <span className={styles.mono}>
            {before}
            <b className={styles.host}>{reading.registrableHost}</b>
          </span>
        </Fact>
        <Fact name={t('link.partner')}>
          {reading.partnerTenantId === null ? (
            <span className={styles.quiet}>{t('link.noPartner')}</span>
          ) : (
            <>
              <span className={styles.mono}>{reading.partnerTenantId}</span>
              {account?.tenantId?.toLowerCase() === reading.partnerTenantId && ` (${t('link.ownPartner')})`}
            </>
          )}
        </Fact>
      </FactList>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <Warning16Regular aria-hidden />
          <span>
            {t(`link.warnings.${warning}`)}
            {warning === 'other-partner' &&
              account?.kind === 'indirect-reseller' &&
              t('common.sentenceGap') + t('link.warningProvider')}
          </span>
        </p>
      ))}
    </>
  )
}
