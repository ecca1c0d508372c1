import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { SnoozeRegular } from '@fluentui/react-icons/svg/snooze'
import { useTranslation } from 'react-i18next'

/** How long a renewal can be put off, in days. */
export const snoozeDays = { week: 7, twoWeeks: 14, month: 30 } as const

/** Puts a renewal off for some days. */
export function SnoozeMenu({ onSnooze }: { readonly onSnooze: (days: number) => void }) {
  const { t } = useTranslation()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<SnoozeRegular />}>
          {t('renewals.actions.snooze')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={t('renewals.snoozes.label')}>
          {(['week', 'twoWeeks', 'month'] as const).map((name) => (
            <MenuItem key={name} onClick={() => onSnooze(snoozeDays[name])}>
              {t(`renewals.snoozes.${name}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
