import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation'
import { useTranslation } from 'react-i18next'
import { useOpenSavedView } from '#renderer/saved-views/open-saved-view.ts'
import { useOwnName } from '#renderer/saved-views/use-own-name.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { places, placeOfScreen, type PlaceName } from './places.ts'

/** The navigation where there is no room beside the screen: one button that opens all of it. */
export function NavigationMenu() {
  const { t } = useTranslation()
  const { go } = useUiActions()
  const current = useUi((state) => placeOfScreen[state.route.screen])
  const openPinned = useOpenSavedView()
  const ownName = useOwnName()
  const pinned = useView('saved-view.list', {}).value?.filter((view) => view.isPinned) ?? []
  return (
    <Menu surfaceMotion={null} checkedValues={{ place: [current] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<Navigation20Regular />}
          aria-label={t('nav.label')}
          title={t('nav.label')}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(Object.keys(places) as PlaceName[]).map((place) => (
            <MenuItemRadio key={place} name="place" value={place} onClick={() => go(places[place])}>
              {t(`nav.${place}`)}
            </MenuItemRadio>
          ))}
          {pinned.length > 0 && <MenuDivider />}
          {pinned.map((view) => (
            <MenuItem key={view.id} onClick={() => void openPinned(view.id)}>
              {ownName(view)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
