import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { EyeOff20Filled, EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { Search16Regular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { shownKeys } from '#shared/actions.ts'
import { CloudBadge } from '#renderer/parts/badges.tsx'
import { isMac, KeyCaps, withKeys } from '#renderer/parts/key-caps.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useAfterPaint } from '#renderer/state/use-after-paint.ts'
import { useToggleSafe } from './use-toggle-safe.ts'

const AccountSwitch = lazy(async () => ({ default: (await import('./account-switch.tsx')).AccountSwitch }))

const useStyles = makeStyles({
  root: {
    gridArea: 'title',
    display: 'grid',
    gridTemplateColumns: 'minmax(144px, 1fr) minmax(160px, 480px) minmax(320px, 1fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalS}`,
    // Where there is little room, the account has what it needs and the search the rest.
    '@media (max-width: 1080px)': {
      gridTemplateColumns: 'max-content minmax(160px, 1fr) fit-content(480px)',
    },
  },
  name: { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  search: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    height: '32px',
    boxSizing: 'border-box',
    paddingInline: `${tokens.spacingHorizontalS} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'text',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  account: {
    display: 'flex',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  toggle: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
})

/** The title area: the program's name, the box that searches everything, and whose eyes the window looks through. */
export function TitleBar() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { set } = useUiActions()
  const isSafe = useUi((state) => state.safe.isOn)
  const toggleSafe = useToggleSafe()
  const isPainted = useAfterPaint()

  return (
    <header className={styles.root}>
      <Text weight="semibold" className={styles.name} title={t('app.name')}>
        {t('app.name')}
      </Text>
      <button
        type="button"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        onClick={() => set('overlay', 'palette')}
      >
        <Search16Regular aria-hidden />
        <span className={styles.words} title={t('desk.palette.open')}>
          {t('desk.palette.open')}
        </span>
        <KeyCaps keys={shownKeys('openPalette', isMac)} />
      </button>
      <div className={styles.account}>
        <button
          type="button"
          className={mergeClasses(styles.toggle, isSafe && styles.pressed)}
          aria-pressed={isSafe}
          aria-label={t('desk.safe.toggle')}
          title={withKeys(t('desk.safe.toggle'), 'customerSafe')}
          onClick={toggleSafe}
        >
          {isSafe ? <EyeOff20Filled aria-hidden /> : <EyeOff20Regular aria-hidden />}
        </button>
        <Suspense fallback={<AccountName />}>{isPainted ? <AccountSwitch /> : <AccountName />}</Suspense>
      </div>
    </header>
  )
}

/** Whose eyes the window looks through, until the menu that changes it is there. */
function AccountName() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { account, accounts } = useScope()
  return accounts.length === 0 ? null : (
    <span className={styles.account}>
      <span className={styles.name}>{account?.companyName ?? t('frame.allAccounts')}</span>
      {account !== null && <CloudBadge cloud={account.cloud} />}
    </span>
  )
}
