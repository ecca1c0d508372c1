import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { useTranslation } from 'react-i18next'
import { CloudBadge, SampleBadge } from '#renderer/parts/badges.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { withKeys } from '#renderer/parts/key-caps.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useSwitchAccount } from './use-switch-account.ts'

const useStyles = makeStyles({
  button: {
    maxWidth: '100%',
    minWidth: 0,
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalS,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  /** The status line has it too. */
  sample: { display: 'contents', '@media (max-width: 639px)': { display: 'none' } },
  popover: { maxWidth: '560px', width: 'max-content' },
  /** Read, not seen: beside the name it goes without saying. */
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  choice: { maxWidth: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
})

/** Shows the partner account and cloud the window is narrowed to, and narrows it to another. */
export function AccountSwitch() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { accounts, account, preferences } = useScope()
  const { go, set } = useUiActions()
  const isOpen = useUi((state) => state.overlay === 'accounts')
  const switchTo = useSwitchAccount()

  if (accounts.length === 0) {
    return null
  }
  const checked = accounts.length > 1 ? (preferences.accountId ?? '') : (account?.id ?? '')
  return (
    <Menu
      surfaceMotion={null}
      checkedValues={{ account: [checked] }}
      open={isOpen}
      onOpenChange={(_, { open }) => set('overlay', open ? 'accounts' : null)}
      onCheckedValueChange={(_, { checkedItems }) => switchTo(checkedItems[0] || null)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          title={withKeys(t('frame.account'), 'switchAccount')}
        >
          <span className={styles.hidden}>{t('frame.account')}: </span>
          <span className={styles.name} title={account?.companyName}>
            {account?.companyName ?? t('frame.allAccounts')}
          </span>
          {account !== null && <CloudBadge cloud={account.cloud} />}
          {account?.isSample === true && (
            <span className={styles.sample}>
              <SampleBadge />
            </span>
          )}
          <ChevronDown16Regular aria-hidden />
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList className={styles.popover}>
          {accounts.length > 1 && (
            <MenuItemRadio name="account" value="">
              {t('frame.allAccounts')}
            </MenuItemRadio>
          )}
          {accounts.map((each) => (
            <MenuItemRadio key={each.id} name="account" value={each.id} className={styles.choice}>
              <span className={styles.item}>
                <span className={styles.name} title={each.companyName}>
                  {each.companyName}
                </span>
                <CloudBadge cloud={each.cloud} />
                {each.isSample && <SampleBadge />}
              </span>
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => go({ screen: 'accounts' })}>{t('frame.manageAccounts')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
